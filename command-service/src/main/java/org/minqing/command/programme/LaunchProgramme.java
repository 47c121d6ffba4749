package org.minqing.command.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.LinkMode;

/**
 * Begins a programme, or begins one anew that was voided.
 *
 * @param organisationId who leads it
 * @param divisionCode where it works; left out: where the organisation has its seat
 */
record LaunchProgramme(
        @Nullable UUID programmeId,
        @NotBlank @Text(max = 100) String name,
        @NotNull LinkMode linkMode,
        @NotNull @Ref("Organisation") UUID organisationId,
        @Nullable @DivisionCode String divisionCode,
        @Nullable LocalDate occurredOn) {}
