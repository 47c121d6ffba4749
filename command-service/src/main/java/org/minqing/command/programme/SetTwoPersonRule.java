package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says from which day on money must, or need not, be entered by one person and approved by another. Until it is said it
 * need not.
 */
record SetTwoPersonRule(
        @NotNull UUID programmeId,
        @NotNull Boolean required,
        @Nullable LocalDate occurredOn) {}
