package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Situation;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardIssueVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardRevocationVoided;
import org.minqing.events.linkpoint.LinkPointEvent.DismissalVoided;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HandOverVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageVoided;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointVoided;
import org.minqing.events.linkpoint.LinkPointEvent.LinkVoided;
import org.minqing.events.linkpoint.LinkPointEvent.ReleaseVoided;
import org.minqing.events.linkpoint.LinkPointEvent.WithdrawalVoided;

/** A command that says of steps that they never happened. */
interface Undo {
    Sealed reason();

    @Nullable
    String reasonCode();

    /** If given, the day of what is voided. */
    @Nullable
    LocalDate occurredOn();

    /** Voids steps, in this order. */
    default void undo(Iterable<? extends Step<?>> lastFirst, Situation situation) {
        lastFirst.forEach(step -> situation.apply(never(step)));
    }

    /** The event that says so, on the day the step was said to have. */
    private LinkPointEvent never(Step<?> step) {
        UUID target = step.id();
        return switch (step.event()) {
            case LinkPointDesignated e ->
                new LinkPointVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case KeyVillageDesignated e ->
                new KeyVillageVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case CadreEnrolled e ->
                new EnrolmentVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case CadreWithdrawnFromLinkPoint e ->
                new WithdrawalVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case HouseholdAdmitted e ->
                new AdmissionVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case HouseholdDismissed e ->
                new DismissalVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case CadreAssignedToHousehold e ->
                new LinkVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case HouseholdHandedOver e ->
                new HandOverVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case HouseholdReleased e ->
                new ReleaseVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case LiaisonCardIssued e ->
                new CardIssueVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case CardDeliveryConfirmed e ->
                new CardDeliveryVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            case LiaisonCardRevoked e ->
                new CardRevocationVoided(
                        e.linkPointId(),
                        e.programmeId(),
                        e.organisationId(),
                        e.villageId(),
                        target,
                        e,
                        reason(),
                        reasonCode(),
                        e.occurredOn());
            default ->
                throw new IllegalArgumentException(
                        "never a step: " + step.event().getClass());
        };
    }
}
