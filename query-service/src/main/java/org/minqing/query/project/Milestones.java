package org.minqing.query.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a project came so far. */
record Milestones(
        LocalDate proposedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate awardedOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate cancelledOn) {

    static Milestones proposed(LocalDate day) {
        return new Milestones(day, null, null, null, null, null, null);
    }

    /** With one more. */
    Milestones with(ProjectState.Status status, LocalDate day) {
        return new Milestones(
                proposedOn,
                status == ProjectState.Status.APPROVED ? day : approvedOn,
                status == ProjectState.Status.AWARDED ? day : awardedOn,
                status == ProjectState.Status.STARTED ? day : startedOn,
                status == ProjectState.Status.COMPLETED ? day : completedOn,
                status == ProjectState.Status.ACCEPTED ? day : acceptedOn,
                status == ProjectState.Status.CANCELLED ? day : cancelledOn);
    }
}
