package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.posting.AssessmentGrade;

/** How the instructor did, once a year. */
record AssessInstructor(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull AssessmentGrade grade,
        @Nullable LocalDate occurredOn) {}
