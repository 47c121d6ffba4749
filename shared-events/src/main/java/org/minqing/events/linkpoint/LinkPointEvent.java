package org.minqing.events.linkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/**
 * The story of a link point 联系点, the roster of one programme in one village: enrolled cadres, admitted households,
 * links between them, liaison cards 干群联系卡.
 *
 * <p>An enrolment, admission, link or card has the id of the event that made it. What ends one repeats group, rank, band
 * and quota as they stood when it was made, so that a level goes down where it went up; a card goes by its link's group.
 * The end of a link ends its card. Voiding a link voids what stands on it too, the last first: deliveries, revocations and
 * issues of its cards, then the assignment or hand-over that made it.
 */
public sealed interface LinkPointEvent extends DomainEvent {
    UUID linkPointId();

    UUID programmeId();

    /** The organisation whose cadres are linked here. */
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
     * From this day on the village is a link point of the programme.
     *
     * @param totalHouseholds households living in the village, linked or not
     */
    record LinkPointDesignated(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable Integer totalHouseholds,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The village was never made a link point so; it may be made one again. */
    record LinkPointVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            LinkPointDesignated before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<LinkPointDesignated> {}

    /** From this day on the village is a key village 重点村 of the programme. */
    record KeyVillageDesignated(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID designationId,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The village was never made a key village so. */
    record KeyVillageVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            KeyVillageDesignated before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<KeyVillageDesignated> {}

    /**
     * From this day on the cadre may be linked to households of the village.
     *
     * @param rankCode held on this day, code of GB/T 12407
     * @param band of that rank on this day, if the programme has defined one
     * @param quota households for a cadre of that band
     */
    record CadreEnrolled(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The cadre was never enrolled so. */
    record EnrolmentVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            CadreEnrolled before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<CadreEnrolled> {}

    /** From this day on the cadre, who has no link left, no longer takes part here. */
    record CadreWithdrawnFromLinkPoint(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The cadre was never withdrawn so: the enrolment goes on. */
    record WithdrawalVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            CadreWithdrawnFromLinkPoint before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<CadreWithdrawnFromLinkPoint> {}

    /** From this day on the household is among those to be linked. */
    record HouseholdAdmitted(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID admissionId,
            int group,
            UUID householdId,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The household was never among those to be linked. */
    record AdmissionVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            HouseholdAdmitted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<HouseholdAdmitted> {}

    /** From this day on the household, which has no link left, is no longer among those to be linked: it moved away, died out. */
    record HouseholdDismissed(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID admissionId,
            int group,
            UUID householdId,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The household was never dismissed so: the admission goes on. */
    record DismissalVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            HouseholdDismissed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<HouseholdDismissed> {}

    /**
     * From this day on the cadre is linked to the household and answers for it.
     *
     * @param rankCode held on this day, code of GB/T 12407
     * @param band of that rank on this day, if the programme has defined one
     * @param quota households for a cadre of that band, by which the link was judged
     * @param linkMode by which the link was judged
     */
    record CadreAssignedToHousehold(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID linkId,
            UUID admissionId,
            int group,
            UUID householdId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota,
            LinkMode linkMode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The cadre was never linked to the household so; the household stays admitted. */
    record LinkVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            CadreAssignedToHousehold before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<CadreAssignedToHousehold> {}

    /**
     * From this day on another cadre is linked to the household: the former link and its card end, a new link begins.
     *
     * @param formerCardId the former link's card in force, if it had one
     * @param formerCardDelivered whether that card had been delivered
     * @param linkId the new link: the id of this event
     */
    record HouseholdHandedOver(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID formerLinkId,
            int formerGroup,
            UUID formerEnrolmentId,
            UUID formerCadreId,
            String formerRankCode,
            @Nullable String formerBand,
            @Nullable Integer formerQuota,
            @Nullable UUID formerCardId,
            boolean formerCardDelivered,
            UUID linkId,
            UUID admissionId,
            int group,
            UUID householdId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota,
            LinkMode linkMode,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The household was never handed over so: the former link goes on, and its card with it. */
    record HandOverVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            HouseholdHandedOver before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<HouseholdHandedOver> {}

    /**
     * From this day on the household, which stays admitted, is linked to the cadre no longer; the link's card ends.
     *
     * @param cardId the link's card in force, if it had one
     * @param cardDelivered whether that card had been delivered
     */
    record HouseholdReleased(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID linkId,
            UUID admissionId,
            int group,
            UUID householdId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota,
            @Nullable UUID cardId,
            boolean cardDelivered,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The household was never released so: the link goes on, and its card with it. */
    record ReleaseVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            HouseholdReleased before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<HouseholdReleased> {}

    /** A liaison card was made out for the link on this day. */
    record LiaisonCardIssued(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID cardId,
            UUID linkId,
            int group,
            UUID householdId,
            UUID cadreId,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The liaison card was never made out so. */
    record CardIssueVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            LiaisonCardIssued before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<LiaisonCardIssued> {}

    /** The household has had the liaison card in hand since this day. */
    record CardDeliveryConfirmed(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID cardId,
            UUID linkId,
            int group,
            UUID householdId,
            UUID cadreId,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The liaison card was never delivered so. */
    record CardDeliveryVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            CardDeliveryConfirmed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<CardDeliveryConfirmed> {}

    /**
     * From this day on the liaison card is good no longer, while the link goes on: lost, spoilt, printed wrong.
     *
     * @param delivered whether it had been delivered
     */
    record LiaisonCardRevoked(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID cardId,
            UUID linkId,
            int group,
            UUID householdId,
            UUID cadreId,
            boolean delivered,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent {}

    /** The liaison card was never revoked so. */
    record CardRevocationVoided(
            UUID linkPointId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            LiaisonCardRevoked before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkPointEvent, Voids<LiaisonCardRevoked> {}
}
