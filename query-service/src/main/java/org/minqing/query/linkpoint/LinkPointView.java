package org.minqing.query.linkpoint;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Voids;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.Fact;
import org.minqing.query.platform.View;
import org.springframework.stereotype.Component;

/** Feeds M04, M05, M06 and M26. */
@Component
class LinkPointView implements View<LinkPointEvent> {
    @Override
    public Class<LinkPointEvent> family() {
        return LinkPointEvent.class;
    }

    @Override
    public List<Entity<LinkPointEvent, ?>> entities() {
        return List.of(linkPoint(), enrolment(), admission(), link(), card());
    }

    private static Entity<LinkPointEvent, LinkPointState> linkPoint() {
        return Entity.of(LinkPointEvent.class, "LinkPoint", "link-points", LinkPointState.class)
                .begunBy(LinkPointDesignated.class)
                .dimensions(s ->
                        Dimensions.at(s.villageId()).programme(s.programmeId()).organisation(s.organisationId()))
                .evolve((state, event, id, meta) -> LinkPointState.evolve(state, event));
    }

    private static Entity<LinkPointEvent, EnrolmentState> enrolment() {
        return Entity.of(LinkPointEvent.class, "Enrolment", "enrolments", EnrolmentState.class)
                .begunBy(CadreEnrolled.class)
                .touchedBy((event, meta) -> switch (event) {
                    case CadreEnrolled e -> ids(e.enrolmentId());
                    case CadreWithdrawnFromLinkPoint e -> ids(e.enrolmentId());
                    default -> List.of();
                })
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .cadre(s.cadreId())
                        .status(s.status()))
                .evolve((state, event, id, meta) -> EnrolmentState.evolve(state, event));
    }

    private static Entity<LinkPointEvent, AdmissionState> admission() {
        return Entity.of(LinkPointEvent.class, "Admission", null, AdmissionState.class)
                .begunBy(HouseholdAdmitted.class)
                .touchedBy((event, meta) -> switch (event) {
                    case HouseholdAdmitted e -> ids(e.admissionId());
                    case HouseholdDismissed e -> ids(e.admissionId());
                    default -> List.of();
                })
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .household(s.householdId())
                        .status(s.status()))
                .evolve((state, event, id, meta) -> AdmissionState.evolve(state, event));
    }

    private static Entity<LinkPointEvent, LinkState> link() {
        return Entity.of(LinkPointEvent.class, "Link", "links", LinkState.class)
                .begunBy(CadreAssignedToHousehold.class, HouseholdHandedOver.class)
                .touchedBy((event, meta) -> switch (event) {
                    case CadreAssignedToHousehold e -> ids(e.linkId());
                    case HouseholdHandedOver e -> ids(e.formerLinkId(), e.linkId());
                    case HouseholdReleased e -> ids(e.linkId());
                    default -> List.of();
                })
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .cadre(s.cadreId())
                        .household(s.householdId())
                        .status(s.status()))
                .evolve((state, event, id, meta) -> LinkState.evolve(state, event, id));
    }

    private static Entity<LinkPointEvent, CardState> card() {
        return Entity.of(LinkPointEvent.class, "Card", null, CardState.class)
                .begunBy(LiaisonCardIssued.class)
                .touchedBy((event, meta) -> switch (event) {
                    case LiaisonCardIssued e -> ids(e.cardId());
                    case CardDeliveryConfirmed e -> ids(e.cardId());
                    case LiaisonCardRevoked e -> ids(e.cardId());
                    case HouseholdReleased e -> ids(e.cardId());
                    case HouseholdHandedOver e -> ids(e.formerCardId());
                    default -> List.of();
                })
                .dimensions(CardState::dimensions)
                .tasks(CardState.WAITING, CardState::tasks)
                .evolve((state, event, id, meta) -> CardState.evolve(state, event));
    }

    private static List<String> ids(@Nullable UUID... ids) {
        return Stream.of(ids).filter(Objects::nonNull).map(UUID::toString).toList();
    }

    @Override
    public Stream<Fact> facts(LinkPointEvent event, EventMeta meta) {
        return switch (event) {
            case LinkPointDesignated e -> Stream.of(Fact.of("M06", e, e.linkPointId()));
            case KeyVillageDesignated e -> Stream.of(Fact.of("M06", e, e.designationId()));
            case CadreEnrolled e -> Stream.of(Fact.of("M04", e, e.enrolmentId()).cadre(e.cadreId()));
            case CadreWithdrawnFromLinkPoint e ->
                Stream.of(Fact.of("M04", e, e.enrolmentId()).cadre(e.cadreId()).negated());
            case CadreAssignedToHousehold e -> Stream.of(linked(e, e.linkId(), e.cadreId(), e.householdId()));
            case HouseholdHandedOver e ->
                Stream.concat(
                        Stream.of(
                                linked(e, e.formerLinkId(), e.formerCadreId(), e.householdId())
                                        .negated(),
                                linked(e, e.linkId(), e.cadreId(), e.householdId())),
                        cardEnded(
                                e,
                                e.formerCardDelivered() ? e.formerCardId() : null,
                                e.formerCadreId(),
                                e.householdId()));
            case HouseholdReleased e ->
                Stream.concat(
                        Stream.of(linked(e, e.linkId(), e.cadreId(), e.householdId())
                                .negated()),
                        cardEnded(e, e.cardDelivered() ? e.cardId() : null, e.cadreId(), e.householdId()));
            case CardDeliveryConfirmed e -> Stream.of(card(e, e.cardId(), e.cadreId(), e.householdId()));
            case LiaisonCardRevoked e -> cardEnded(e, e.delivered() ? e.cardId() : null, e.cadreId(), e.householdId());
            case HouseholdAdmitted e -> Stream.empty();
            case HouseholdDismissed e -> Stream.empty();
            case LiaisonCardIssued e -> Stream.empty();
            case Voids<?> e -> Stream.empty();
        };
    }

    private static Fact linked(LinkPointEvent event, UUID link, UUID cadre, UUID household) {
        return Fact.of("M05", event, link).cadre(cadre).household(household);
    }

    private static Fact card(LinkPointEvent event, UUID card, UUID cadre, UUID household) {
        return Fact.of("M26", event, card).cadre(cadre).household(household);
    }

    private static Stream<Fact> cardEnded(LinkPointEvent event, @Nullable UUID delivered, UUID cadre, UUID household) {
        return delivered == null
                ? Stream.empty()
                : Stream.of(card(event, delivered, cadre, household).negated());
    }
}
