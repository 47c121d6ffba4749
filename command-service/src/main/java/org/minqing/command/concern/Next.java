package org.minqing.command.concern;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;

/** The next step of a concern on a day: every step carries the dimensions under which the concern was raised. */
record Next(ConcernRaised of, LocalDate day) {
    ConcernAccepted accepted(@Nullable LocalDate dueOn) {
        return new ConcernAccepted(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                dueOn,
                day);
    }

    ConcernAssigned assigned(Assignee to) {
        return new ConcernAssigned(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                to.cadreId(),
                to.organisationId(),
                to.officeId(),
                day);
    }

    ConcernProgressed progressed(@Nullable Sealed text) {
        return new ConcernProgressed(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                text,
                day);
    }

    ConcernEscalated escalated(Assignee to, @Nullable Sealed reason, @Nullable String reasonCode) {
        return new ConcernEscalated(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                to.organisationId(),
                to.officeId(),
                reason,
                reasonCode,
                day);
    }

    ConcernResolved resolved(@Nullable Sealed text) {
        return new ConcernResolved(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                text,
                day);
    }

    ConcernRejected rejected(@Nullable Sealed reason, @Nullable String reasonCode) {
        return new ConcernRejected(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                reason,
                reasonCode,
                day);
    }

    ResolutionConfirmed confirmed(@Nullable Sealed note) {
        return new ResolutionConfirmed(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                note,
                day);
    }

    ConcernReopened reopened(@Nullable Sealed reason, @Nullable String reasonCode) {
        return new ConcernReopened(
                of.concernId(),
                of.programmeId(),
                of.organisationId(),
                of.villageId(),
                of.officeId(),
                of.taskCode(),
                of.kind(),
                of.householdId(),
                Due.on(of.kind(), day),
                reason,
                reasonCode,
                day);
    }
}
