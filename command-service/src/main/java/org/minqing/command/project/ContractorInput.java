package org.minqing.command.project;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.project.Contractor;

/** Who does the work. */
record ContractorInput(
        @Nullable UUID personId,
        @NotNull @Text(max = 100, under = "personId") Sealed name) {

    Contractor contractor() {
        return new Contractor(
                Objects.requireNonNull(personId, "the platform makes a personId before it dispatches"), name);
    }
}
