package org.minqing.command.division;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;

/**
 * A division suffered a hardship; one of a kind for each year.
 *
 * @param year not after the day's
 */
record DeclareHardship(
        @NotNull @DivisionCode String divisionId,
        @Nullable UUID declarationId,
        @NotNull HardshipKind kind,
        @NotNull @Min(1949) Integer year,
        @Nullable HardshipSeverity severity,
        @Nullable LocalDate occurredOn) {}
