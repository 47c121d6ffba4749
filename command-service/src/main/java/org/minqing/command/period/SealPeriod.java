package org.minqing.command.period;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.Waiver;

/**
 * Gives the report out. Its figures are those of the log's last position, and so are the findings, each of which must be
 * waived with a reason.
 *
 * @param waivers of findings one by one, or of all warnings of a rule
 */
record SealPeriod(
        @NotNull UUID reportingPeriodId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable @Size(max = 1000) List<@NotNull @Valid WaiverInput> waivers,
        @Nullable LocalDate occurredOn) {
    List<Waiver> waived() {
        return waivers == null
                ? List.of()
                : waivers.stream().map(WaiverInput::waiver).toList();
    }
}
