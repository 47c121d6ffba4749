package org.minqing.query.linkpoint;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionStep;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.CardStep;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentStep;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkStep;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.TaskRule;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M04, M05, M06, M26 and A29. */
@Component
class LinkPointView implements View<LinkPointEvent> {
    @Override
    public List<Entity<LinkPointEvent, ?>> entities() {
        return List.of(linkPoint(), enrolment(), admission(), link(), card());
    }

    private static Entity<LinkPointEvent, LinkPointState> linkPoint() {
        return Entity.of(LinkPointEvent.class, "LinkPoint", "link-points", LinkPointState.class)
                .begunBy(LinkPointDesignated.class, LinkPointState::designated)
                .dimensions(s -> Dimensions.of(s.of()))
                .evolve(LinkPointState::after);
    }

    private static Entity<LinkPointEvent, EnrolmentState> enrolment() {
        return Entity.of(LinkPointEvent.class, "Enrolment", "enrolments", EnrolmentState.class)
                .toldBy(EnrolmentStep.class, e -> Stream.of(e.enrolment().enrolmentId()))
                .begunBy(CadreEnrolled.class, EnrolmentState::of)
                .dimensions(EnrolmentState::dimensions)
                .evolve((state, event) -> EnrolmentState.of(event));
    }

    private static Entity<LinkPointEvent, AdmissionState> admission() {
        return Entity.of(LinkPointEvent.class, "Admission", null, AdmissionState.class)
                .toldBy(AdmissionStep.class, e -> Stream.of(e.admission().admissionId()))
                .begunBy(HouseholdAdmitted.class, AdmissionState::of)
                .dimensions(AdmissionState::dimensions)
                .evolve((state, event) -> AdmissionState.of(event));
    }

    private static Entity<LinkPointEvent, LinkState> link() {
        return Entity.of(LinkPointEvent.class, "Link", "links", LinkState.class)
                .toldBy(LinkStep.class, event -> switch (event) {
                    case CadreAssignedToHousehold e -> Stream.of(e.link().linkId());
                    case HouseholdHandedOver e ->
                        Stream.of(e.former().formerLinkId(), e.link().linkId());
                    case HouseholdReleased e -> Stream.of(e.link().linkId());
                })
                .begunBy(CadreAssignedToHousehold.class, HouseholdHandedOver.class)
                .dimensions(LinkState::dimensions)
                .evolve((state, event, id, meta) -> LinkState.evolve(state, event, id));
    }

    private static Entity<LinkPointEvent, CardState> card() {
        return Entity.of(LinkPointEvent.class, "Card", null, CardState.class)
                .toldBy(CardStep.class, event -> switch (event) {
                    case LiaisonCardIssued e -> Stream.of(e.card().cardId());
                    case CardDeliveryConfirmed e -> Stream.of(e.card().cardId());
                    case LiaisonCardRevoked e -> Stream.of(e.card().cardId());
                    case HouseholdReleased e -> Stream.of(e.cardId());
                    case HouseholdHandedOver e -> Stream.of(e.former().formerCardId());
                })
                .begunBy(LiaisonCardIssued.class, CardState::issued)
                .dimensions(CardState::dimensions)
                .tasks(CardState.WAITING, CardState::tasks)
                .evolve(CardState::after);
    }

    @Override
    public List<TaskRule> taskRules() {
        return List.of(LinkTasks.RULE, QuotaTasks.RULE);
    }

    @Override
    public Stream<Fact> facts(LinkPointEvent event, EventMeta meta) {
        return switch (event) {
            case LinkPointDesignated e ->
                Stream.of(Fact.of("M06", e, e.of().linkPointId()).kind("LINK_POINT"));
            case KeyVillageDesignated e ->
                Stream.of(Fact.of("M06", e, e.designationId()).kind("KEY_VILLAGE"));
            case CadreEnrolled e -> Stream.of(enrolled(e, e.enrolment()));
            case CadreWithdrawnFromLinkPoint e ->
                Stream.of(enrolled(e, e.enrolment()).negated());
            case CadreAssignedToHousehold e -> Stream.of(linked(e, e.link()));
            case HouseholdHandedOver e -> {
                FormerLink former = e.former();
                UUID household = e.link().householdId();
                Fact ended = Fact.of("M05", e, former.formerLinkId())
                        .cadre(former.formerCadreId())
                        .household(household)
                        .negated();
                yield Stream.concat(
                        Stream.of(ended, linked(e, e.link())),
                        cardEnded(
                                e,
                                former.formerCardId(),
                                former.formerCardDelivered(),
                                former.formerCadreId(),
                                household));
            }
            case HouseholdReleased e ->
                Stream.concat(
                        Stream.of(linked(e, e.link()).negated()),
                        cardEnded(
                                e,
                                e.cardId(),
                                e.cardDelivered(),
                                e.link().cadreId(),
                                e.link().householdId()));
            case CardDeliveryConfirmed e ->
                Stream.of(
                        card(e, e.card().cardId(), e.card().cadreId(), e.card().householdId()));
            case LiaisonCardRevoked e ->
                cardEnded(
                        e,
                        e.card().cardId(),
                        e.delivered(),
                        e.card().cadreId(),
                        e.card().householdId());
            case HouseholdAdmitted e -> Stream.of(admitted(e, e.admission()));
            case HouseholdDismissed e -> Stream.of(admitted(e, e.admission()).negated());
            case LiaisonCardIssued e -> Stream.empty();
        };
    }

    private static Fact enrolled(LinkPointEvent event, Enrolment enrolment) {
        return Fact.of("M04", event, enrolment.enrolmentId()).cadre(enrolment.cadreId());
    }

    private static Fact admitted(LinkPointEvent event, Admission admission) {
        return Fact.of("A29", event, admission.admissionId()).household(admission.householdId());
    }

    private static Fact linked(LinkPointEvent event, Link link) {
        return Fact.of("M05", event, link.linkId()).cadre(link.cadreId()).household(link.householdId());
    }

    private static Fact card(LinkPointEvent event, UUID card, UUID cadre, UUID household) {
        return Fact.of("M26", event, card).cadre(cadre).household(household);
    }

    private static Stream<Fact> cardEnded(
            LinkPointEvent event, @Nullable UUID card, boolean delivered, UUID cadre, UUID household) {
        return card == null || !delivered
                ? Stream.empty()
                : Stream.of(card(event, card, cadre, household).negated());
    }
}
