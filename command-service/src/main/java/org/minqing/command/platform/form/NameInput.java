package org.minqing.command.platform.form;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;

/** Somebody inside a command of whom nothing but the name is asked, sealed under the person's own key. */
public record NameInput(
        @Nullable UUID personId,
        @NotNull @Text(max = 100, under = "personId") Sealed name) {
    /** The person's id: given, or made by the platform. */
    public UUID id() {
        return Objects.requireNonNull(personId, "the platform makes a personId before it dispatches");
    }
}
