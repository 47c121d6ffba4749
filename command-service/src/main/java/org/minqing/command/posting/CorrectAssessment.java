package org.minqing.command.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;

/**
 * The instructor was given another grade than entered. Another day is a void and a new assessment.
 *
 * @param year in which the instructor was assessed; left out: the last one
 * @param occurredOn left out, or the day of the assessment
 */
record CorrectAssessment(
        @NotNull UUID postingId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable Integer year,
        @NotNull AssessmentGrade grade,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {
    InstructorAssessed after(InstructorAssessed before) {
        return new InstructorAssessed(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.cadreId(),
                grade,
                before.occurredOn());
    }
}
