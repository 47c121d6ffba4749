package org.minqing.command.posting;

import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Sealed;
import org.minqing.events.posting.PostingEvent.AssessmentCorrected;
import org.minqing.events.posting.PostingEvent.AttendanceCorrected;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingCorrected;

/** Why something was otherwise, and the event that says how. */
record Correction(Sealed reason, @Nullable String reasonCode) {
    PostingCorrected of(Step<PostingBegun> step, PostingBegun after) {
        PostingBegun before = step.event();
        return new PostingCorrected(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                step.id(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    AttendanceCorrected of(Step<AttendanceRecorded> step, AttendanceRecorded after) {
        AttendanceRecorded before = step.event();
        return new AttendanceCorrected(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                step.id(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }

    AssessmentCorrected of(Step<InstructorAssessed> step, InstructorAssessed after) {
        InstructorAssessed before = step.event();
        return new AssessmentCorrected(
                before.postingId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                step.id(),
                before,
                after,
                reason,
                reasonCode,
                before.occurredOn());
    }
}
