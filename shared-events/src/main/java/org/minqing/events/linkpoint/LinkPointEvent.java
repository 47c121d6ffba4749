package org.minqing.events.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/**
 * The story of a link point 联系点, the roster of one programme in one village: enrolled cadres, admitted households,
 * links between them, liaison cards 干群联系卡.
 *
 * <p>An enrolment, admission, link or card has the id of the event that made it. What ends one repeats what it was made
 * with, so that a level goes down where it went up; a card goes by its link's group. The end of a link ends its card.
 */
public sealed interface LinkPointEvent extends DomainEvent {
    /**
     * Which link point it is.
     *
     * @param organisationId whose cadres are linked here
     * @param villageId divisionId of the village
     */
    record Site(UUID linkPointId, UUID programmeId, UUID organisationId, String villageId) implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    /**
     * A cadre who takes part here.
     *
     * @param rankCode held on the day of enrolment, code of GB/T 12407
     * @param band of that rank on that day, if the programme has defined one
     * @param quota households for a cadre of that band
     */
    record Enrolment(
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota) {}

    /** A household to be linked, and its villagers' group on the day of admission. */
    record Admission(UUID admissionId, int group, UUID householdId) {}

    /**
     * A cadre who answers for a household, as long as the link lasts.
     *
     * @param group of the household on the day the link was made
     * @param rankCode held on that day, code of GB/T 12407
     * @param band of that rank on that day, if the programme has defined one
     * @param quota households for a cadre of that band, by which the link was judged
     */
    record Link(
            UUID linkId,
            UUID admissionId,
            int group,
            UUID householdId,
            UUID enrolmentId,
            UUID cadreId,
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota) {
        private List<Source> both() {
            return Stream.concat(Source.each("Household", householdId), Source.each("Cadre", cadreId))
                    .toList();
        }
    }

    /**
     * The link that a hand-over ends, as it was made.
     *
     * @param formerCardId its card in force, if it had one
     * @param formerCardDelivered whether that card had been delivered
     */
    record FormerLink(
            UUID formerLinkId,
            int formerGroup,
            UUID formerEnrolmentId,
            UUID formerCadreId,
            String formerRankCode,
            @Nullable String formerBand,
            @Nullable Integer formerQuota,
            @Nullable UUID formerCardId,
            boolean formerCardDelivered) {
        public static FormerLink of(Link link, @Nullable UUID cardId, boolean delivered) {
            return new FormerLink(
                    link.linkId,
                    link.group,
                    link.enrolmentId,
                    link.cadreId,
                    link.rankCode,
                    link.band,
                    link.quota,
                    cardId,
                    delivered);
        }
    }

    /** A liaison card of a link. */
    record Card(UUID cardId, UUID linkId, int group, UUID householdId, UUID cadreId) {
        private List<Source> both() {
            return Stream.concat(Source.each("Household", householdId), Source.each("Cadre", cadreId))
                    .toList();
        }
    }

    @Override
    Site of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case CadreEnrolled e -> Source.each("Cadre", e.enrolment.cadreId).toList();
            case HouseholdAdmitted e ->
                Source.each("Household", e.admission.householdId).toList();
            case CadreAssignedToHousehold e -> e.link.both();
            case HouseholdHandedOver e -> e.link.both();
            case LinkPointDesignated e -> List.of();
            case KeyVillageDesignated e -> List.of();
            case CadreWithdrawnFromLinkPoint e -> List.of();
            case HouseholdDismissed e -> List.of();
            case HouseholdReleased e -> List.of();
            case LiaisonCardIssued e -> e.card.both();
            case CardDeliveryConfirmed e -> e.card.both();
            case LiaisonCardRevoked e -> List.of();
        };
    }

    @Override
    default @Nullable String dataSubject() {
        return switch (this) {
            case LinkPointDesignated e -> null;
            case KeyVillageDesignated e -> null;
            case EnrolmentStep e -> "person:" + e.enrolment().cadreId;
            case AdmissionStep e -> "household:" + e.admission().householdId;
            case LinkStep e -> "household:" + e.link().householdId;
            case LiaisonCardIssued e -> "household:" + e.card.householdId;
            case CardDeliveryConfirmed e -> "household:" + e.card.householdId;
            case LiaisonCardRevoked e -> "household:" + e.card.householdId;
        };
    }

    /** What befalls an enrolment. */
    sealed interface EnrolmentStep extends LinkPointEvent {
        Enrolment enrolment();
    }

    /** What befalls an admission. */
    sealed interface AdmissionStep extends LinkPointEvent {
        Admission admission();
    }

    /** What befalls a link; a hand-over ends one and begins another. */
    sealed interface LinkStep extends LinkPointEvent {
        Link link();
    }

    /** What befalls a liaison card; it may be the end of its link. */
    sealed interface CardStep extends LinkPointEvent {}

    /**
     * From this day on the village is a link point of the programme.
     *
     * @param totalHouseholds households living in the village, linked or not
     */
    record LinkPointDesignated(Site of, @Nullable Integer totalHouseholds, LocalDate occurredOn)
            implements LinkPointEvent {}

    /** From this day on the village is a key village 重点村 of the programme. */
    record KeyVillageDesignated(Site of, UUID designationId, LocalDate occurredOn) implements LinkPointEvent {}

    /** From this day on the cadre may be linked to households of the village. */
    record CadreEnrolled(Site of, Enrolment enrolment, LocalDate occurredOn) implements EnrolmentStep {}

    /** From this day on the cadre, who has no link left, no longer takes part here. */
    record CadreWithdrawnFromLinkPoint(
            Site of,
            Enrolment enrolment,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn) implements EnrolmentStep {}

    /** From this day on the household is among those to be linked. */
    record HouseholdAdmitted(Site of, Admission admission, LocalDate occurredOn) implements AdmissionStep {}

    /** From this day on the household, which has no link left, is no longer among those to be linked: it moved away, died out. */
    record HouseholdDismissed(
            Site of,
            Admission admission,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn) implements AdmissionStep {}

    /**
     * From this day on the cadre is linked to the household and answers for it.
     *
     * @param linkMode by which the link was judged
     */
    record CadreAssignedToHousehold(Site of, Link link, LinkMode linkMode, LocalDate occurredOn) implements LinkStep {}

    /**
     * From this day on another cadre is linked to the household: the former link and its card end, a new link begins.
     *
     * @param link the new one: its id is that of this event
     */
    record HouseholdHandedOver(
            Site of,
            FormerLink former,
            Link link,
            LinkMode linkMode,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkStep, CardStep {}

    /**
     * From this day on the household, which stays admitted, is linked to the cadre no longer; the link's card ends.
     *
     * @param cardId the link's card in force, if it had one
     * @param cardDelivered whether that card had been delivered
     */
    record HouseholdReleased(
            Site of,
            Link link,
            @Nullable UUID cardId,
            boolean cardDelivered,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements LinkStep, CardStep {}

    /** A liaison card was made out for the link on this day. */
    record LiaisonCardIssued(Site of, Card card, LocalDate occurredOn) implements CardStep {}

    /** The household has had the liaison card in hand since this day. */
    record CardDeliveryConfirmed(Site of, Card card, LocalDate occurredOn) implements CardStep {}

    /**
     * From this day on the liaison card is good no longer, while the link goes on: lost, spoilt, printed wrong.
     *
     * @param delivered whether it had been delivered
     */
    record LiaisonCardRevoked(
            Site of,
            Card card,
            boolean delivered,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements CardStep {}
}
