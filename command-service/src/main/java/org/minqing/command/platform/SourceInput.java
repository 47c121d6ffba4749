package org.minqing.command.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.minqing.events.Source;

/**
 * Where a matter came up: another stream.
 *
 * @param type {@code Visit}, {@code Activity}, {@code Concern}, ...
 */
public record SourceInput(
        @NotNull @Pattern(regexp = "[A-Z][A-Za-z]{0,39}") String type,
        @NotNull UUID id) {

    /** 404 {@code <type>-not-found} where there is no such stream. */
    public Source existing(Situation situation) {
        situation.references().require(new Reference<>(type, true, (exists, event) -> exists), id);
        return new Source(type, id.toString());
    }
}
