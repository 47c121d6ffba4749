package org.minqing.events.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voids;

/**
 * The story of a concern 诉求·意见建议·困难, from the day people raised it to the day they say it is settled. Texts are sealed
 * under {@code household:<householdId>} where a household is named, else under {@code concern:<concernId>}. Voiding a step
 * voids those that stand after it too, the last first; voiding a concern voids its raising at the end.
 */
public sealed interface ConcernEvent extends DomainEvent {
    UUID concernId();

    UUID programmeId();

    /** The organisation the concern is counted to. */
    UUID organisationId();

    /** divisionId of the village. */
    String villageId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * People raised a concern on this day.
     *
     * @param groups numbers of the villagers' groups 村民小组 whose concern it is, none twice
     * @param householdId whose concern it is, where it is that of one household
     * @param cadreId who took it down
     * @param source where it came up
     * @param text what it is, in words
     * @param dueOn day by which people are to have an answer, as its kind says
     */
    record ConcernRaised(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            List<Integer> groups,
            @Nullable UUID householdId,
            @Nullable UUID cadreId,
            @Nullable Source source,
            Sealed text,
            LocalDate dueOn,
            LocalDate occurredOn)
            implements ConcernEvent {
        public ConcernRaised {
            groups = List.copyOf(groups);
        }
    }

    /** The concern was otherwise than written down. */
    record ConcernCorrected(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernRaised before,
            ConcernRaised after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Corrects<ConcernRaised> {}

    /** The concern was never raised. */
    record ConcernVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernRaised before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernRaised> {}

    /**
     * On this day the concern was taken up 受理.
     *
     * @param dueOn day by which people are to have an answer, where another was agreed than the concern was raised with
     */
    record ConcernAccepted(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable LocalDate dueOn,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never taken up so. */
    record ConcernAcceptanceVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernAccepted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernAccepted> {}

    /**
     * From this day on somebody is to see to the concern 交办, and whoever was before no longer is.
     *
     * @param toCadreId the cadre, if it is given to one
     * @param toOrganisationId the organisation, of a cadre its own
     * @param toOfficeId the office inside it
     */
    record ConcernAssigned(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable UUID toCadreId,
            UUID toOrganisationId,
            @Nullable UUID toOfficeId,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never given to them so. */
    record ConcernAssignmentVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernAssigned before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernAssigned> {}

    /** Something was done about the concern on this day. */
    record ConcernProgressed(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable Sealed text,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** This was never done so. */
    record ConcernProgressVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernProgressed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernProgressed> {}

    /**
     * On this day the concern was put before a higher organisation 上报, which from then on sees to it that it is settled.
     *
     * @param toOfficeId the office inside it
     */
    record ConcernEscalated(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            UUID toOrganisationId,
            @Nullable UUID toOfficeId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never put before it so. */
    record ConcernEscalationVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernEscalated before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernEscalated> {}

    /**
     * On this day the concern was settled, as those who saw to it say.
     *
     * @param text how
     */
    record ConcernResolved(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable Sealed text,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never settled so. */
    record ConcernResolutionVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernResolved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernResolved> {}

    /**
     * On this day people were told that nothing would be done about the concern.
     *
     * @param reason why, as they were told
     */
    record ConcernRejected(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never rejected so. */
    record ConcernRejectionVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernRejected before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernRejected> {}

    /**
     * On this day those whose concern it was said that they are content with its resolution, or accept its rejection.
     *
     * @param note in their words
     */
    record ResolutionConfirmed(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            @Nullable Sealed note,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** They never said so. */
    record ResolutionConfirmationVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ResolutionConfirmed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ResolutionConfirmed> {}

    /**
     * On this day the concern was taken up again: whoever saw to it before is to see to it again.
     *
     * @param dueOn day by which people are to have an answer, as its kind says
     */
    record ConcernReopened(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            ConcernKind kind,
            @Nullable UUID householdId,
            LocalDate dueOn,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent {}

    /** The concern was never taken up again so. */
    record ConcernReopeningVoided(
            UUID concernId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            ConcernReopened before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ConcernEvent, Voids<ConcernReopened> {}
}
