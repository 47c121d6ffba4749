package org.minqing.command.division;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * A hardship was never declared so.
 *
 * @param occurredOn left out, or the day of the declaration
 */
record VoidHardship(
        @NotNull @DivisionCode String divisionId,
        @NotNull UUID declarationId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
