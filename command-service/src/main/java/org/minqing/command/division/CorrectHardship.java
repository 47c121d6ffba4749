package org.minqing.command.division;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.division.HardshipSeverity;

/**
 * The hardship was harder or lighter than declared. A wrong kind, year or day is a void and a new declaration.
 *
 * @param occurredOn left out, or the day of the declaration
 */
record CorrectHardship(
        @NotNull @DivisionCode String divisionId,
        @NotNull UUID declarationId,
        @NotNull HardshipSeverity severity,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
