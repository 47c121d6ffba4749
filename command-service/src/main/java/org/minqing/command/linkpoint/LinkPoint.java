package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.LinkMode;
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

/**
 * A link point 联系点: the roster of one programme in one village. It alone judges who may be linked to whom, so that two
 * cadres can never hold one household where one only is meant, and none can hold more than the quota.
 *
 * <p>A step is an event nobody has voided. What is asked again from the same day or a later one and stands already is a
 * no-op; asked from an earlier day it is refused, for a wrong day is voided and entered anew.
 */
@Aggregate
class LinkPoint {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Step<LinkPointDesignated> designation;
    private @Nullable Step<KeyVillageDesignated> keyVillage;
    private final Enrolments enrolments = new Enrolments();
    private final Admissions admissions = new Admissions();
    private final Roster roster = new Roster();

    LinkPoint() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DesignateLinkPoint command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Site site = command.site(situation);
        if (designation != null) {
            throw Refusal.alreadyExists("LinkPoint", site.linkPointId());
        }
        new Grounds(site, day, situation, null, null).whileProgrammeInForce().whileOrganisationInForce();
        situation.apply(site.designated(command.totalHouseholds(), day));
    }

    @CommandHandler
    void handle(VoidLinkPoint command, Situation situation) {
        Step<LinkPointDesignated> step = standing();
        situation.dayOf(step.day(), command.occurredOn());
        if (keyVillage != null || !enrolments.none() || !admissions.none()) {
            throw Refusal.conflict("link-point-in-use", step.event().linkPointId());
        }
        command.undo(List.of(step), situation);
    }

    @CommandHandler
    void handle(DesignateKeyVillage command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        if (keyVillage != null) {
            refuseBefore(keyVillage.day(), day);
            return;
        }
        situation.apply(id -> site().keyVillage(id, day));
    }

    @CommandHandler
    void handle(VoidKeyVillage command, Situation situation) {
        Step<KeyVillageDesignated> step = keyVillage;
        if (step == null) {
            throw Refusal.conflict("not-a-key-village");
        }
        situation.dayOf(step.day(), command.occurredOn());
        command.undo(List.of(step), situation);
    }

    @CommandHandler
    void handle(EnrolCadre command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        enrolments.refuseBackwards(command.cadreId(), day);
        if (enrolments.open(command.cadreId()).isPresent()) {
            return;
        }
        Grounds grounds = grounds(situation, day, command.cadreId(), null).whileProgrammeInForce();
        Standing by = grounds.standingOf(command.cadreId());
        situation.apply(id -> site().enrolled(id, command.cadreId(), by, day));
    }

    @CommandHandler
    void handle(WithdrawFromLinkPoint command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        Enrolment enrolment = enrolments.named(command.cadreId(), null);
        enrolments.refuseBackwards(command.cadreId(), day);
        roster.refuseWithdrawalBeforeLinksEnd(command.cadreId(), day);
        situation.apply(site().withdrawn(enrolment, command.reason(), command.reasonCode(), day));
    }

    @CommandHandler
    void handle(VoidEnrolment command, Situation situation) {
        Enrolment enrolment = enrolments.named(command.cadreId(), command.enrolmentId());
        situation.dayOf(enrolment.beginning().day(), command.occurredOn());
        roster.refuseLinksMadeBy(enrolment);
        command.undo(enrolment.lastFirst(), situation);
    }

    @CommandHandler
    void handle(VoidWithdrawal command, Situation situation) {
        Enrolment enrolment = enrolments.withdrawn(command.cadreId(), command.enrolmentId());
        situation.dayOf(enrolment.lastDay(), command.occurredOn());
        enrolments.refuseSecond(enrolment);
        command.undo(enrolment.lastFirst().subList(0, 1), situation);
    }

    @CommandHandler
    void handle(AdmitHousehold command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        if (admissions.on(command.householdId(), day).isPresent()) {
            return;
        }
        admissions.refuseBackwards(command.householdId(), day);
        Grounds grounds = grounds(situation, day, null, command.householdId()).whileProgrammeInForce();
        admission(situation, command.householdId(), grounds.groupOf(command.householdId()), day);
    }

    @CommandHandler
    void handle(VoidAdmission command, Situation situation) {
        Admission admission = admissions.named(command.householdId(), command.admissionId());
        situation.dayOf(admission.beginning().day(), command.occurredOn());
        roster.refuseLinksOfAdmission(command.householdId(), admission.id());
        command.undo(admission.lastFirst(), situation);
    }

    @CommandHandler
    void handle(DismissHousehold command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        admissions.refuseBackwards(command.householdId(), day);
        List<Admission> ending = admissions.endingOn(command.householdId(), day);
        for (Admission admission : ending) {
            roster.refuseDismissalBeforeLinksEnd(admission, day);
        }
        ending.forEach(
                admission -> situation.apply(site().dismissed(admission, command.reason(), command.reasonCode(), day)));
    }

    @CommandHandler
    void handle(VoidDismissal command, Situation situation) {
        List<Step<HouseholdDismissed>> steps = admissions.dismissals(command.householdId(), command.admissionId());
        situation.dayOf(steps.getFirst().day(), command.occurredOn());
        command.undo(steps, situation);
    }

    @CommandHandler
    void handle(AssignCadreToHousehold command, Situation situation) {
        UUID householdId = command.householdId();
        UUID cadreId = command.cadreId();
        LocalDate day = day(command.occurredOn(), situation);
        Grounds grounds = grounds(situation, day, cadreId, householdId).whileProgrammeInForce();
        Judged judged = judge(householdId, cadreId, day, grounds, Set.of());
        UUID admissionId = admission(situation, householdId, judged.group(), day);
        situation.apply(id -> site().assigned(judged.terms(id, admissionId), day));
    }

    @CommandHandler
    void handle(HandOverHousehold command, Situation situation) {
        UUID householdId = command.householdId();
        UUID cadreId = command.toCadreId();
        LocalDate day = day(command.occurredOn(), situation);
        Link former = roster.openLink(householdId, command.fromCadreId(), "/fromCadreId");
        Grounds grounds = grounds(situation, day, cadreId, householdId).whileProgrammeInForce();
        refuseBefore(former.lastDay(), day);
        if (cadreId.equals(former.terms().cadreId())) {
            return;
        }
        Judged judged = judge(householdId, cadreId, day, grounds, Set.of(former.id()));
        UUID admissionId = former.terms().admissionId();
        situation.apply(id ->
                site().handedOver(former, judged.terms(id, admissionId), command.reason(), command.reasonCode(), day));
    }

    @CommandHandler
    void handle(ReleaseHousehold command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        Link link = roster.openLink(command.householdId(), command.cadreId(), "/cadreId");
        roster.refuseBackwards(
                command.householdId(), link.terms().cadreId(), link.terms().mode(), day);
        situation.apply(site().released(link, command.reason(), command.reasonCode(), day));
    }

    @CommandHandler
    void handle(VoidLink command, Situation situation) {
        Link link = roster.linkNamed(command.householdId(), command.linkId());
        situation.dayOf(link.from(), command.occurredOn());
        List<Link> chain = roster.chainFrom(link);
        Set<UUID> never = chain.stream().map(Link::id).collect(Collectors.toSet());
        link.former().map(roster::link).ifPresent(former -> refuseGoingOn(former, never, situation));
        command.undo(
                chain.reversed().stream()
                        .flatMap(each -> each.lastFirst().stream())
                        .toList(),
                situation);
    }

    @CommandHandler
    void handle(VoidRelease command, Situation situation) {
        Link link = roster.releasedLink(command.householdId(), command.linkId());
        situation.dayOf(link.to(), command.occurredOn());
        refuseGoingOn(link, Set.of(), situation);
        command.undo(link.lastFirst().subList(0, 1), situation);
    }

    @CommandHandler
    void handle(IssueLiaisonCard command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        Link link = roster.openLink(command.householdId(), command.cadreId(), "/cadreId");
        Card card = link.cardInForce();
        if (card != null) {
            refuseBefore(card.issue().day(), day);
            return;
        }
        refuseBefore(link.lastDay(), day);
        situation.apply(id -> site().cardIssued(id, link.terms(), day));
    }

    @CommandHandler
    void handle(ConfirmCardDelivery command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        Link link = roster.openLink(command.householdId(), command.cadreId(), "/cadreId");
        Card card = link.requireCardInForce();
        refuseBefore(card.lastDay(), day);
        if (!card.delivered()) {
            situation.apply(site().cardDelivered(card, link.terms(), day));
        }
    }

    @CommandHandler
    void handle(RevokeLiaisonCard command, Situation situation) {
        LocalDate day = day(command.occurredOn(), situation);
        Link link = roster.openLink(command.householdId(), command.cadreId(), "/cadreId");
        Card card = link.requireCardInForce();
        refuseBefore(card.lastDay(), day);
        situation.apply(site().cardRevoked(card, link.terms(), command.reason(), command.reasonCode(), day));
    }

    @CommandHandler
    void handle(VoidCardIssue command, Situation situation) {
        Card card = roster.cardNamed(command.householdId(), command.cardId());
        situation.dayOf(card.issue().day(), command.occurredOn());
        roster.link(card.linkId()).refuseEnded();
        command.undo(card.lastFirst(), situation);
    }

    @CommandHandler
    void handle(VoidCardDelivery command, Situation situation) {
        Card card = roster.cardNamed(command.householdId(), command.cardId());
        Step<CardDeliveryConfirmed> delivery = card.requireDelivery();
        situation.dayOf(delivery.day(), command.occurredOn());
        Link link = roster.link(card.linkId());
        link.refuseEnded();
        link.refuseReplaced(card);
        command.undo(card.revocation() == null ? List.of(delivery) : List.of(card.revocation(), delivery), situation);
    }

    @CommandHandler
    void handle(VoidCardRevocation command, Situation situation) {
        Card card = roster.cardNamed(command.householdId(), command.cardId());
        Step<LiaisonCardRevoked> revocation = card.requireRevocation();
        situation.dayOf(revocation.day(), command.occurredOn());
        Link link = roster.link(card.linkId());
        link.refuseEnded();
        link.refuseReplaced(card);
        command.undo(List.of(revocation), situation);
    }

    private Step<LinkPointDesignated> standing() {
        if (designation == null) {
            throw Refusal.conflict("link-point-voided");
        }
        return designation;
    }

    private Site site() {
        return Site.of(standing().event());
    }

    /** The day of a step here: not ahead of today, not before the link point was one. */
    private LocalDate day(@Nullable LocalDate occurredOn, Situation situation) {
        LocalDate day = situation.day(occurredOn);
        LocalDate first = standing().day();
        if (day.isBefore(first)) {
            throw Refusal.conflict("link-point-not-in-force", first);
        }
        return day;
    }

    private Grounds grounds(Situation situation, LocalDate day, @Nullable UUID cadreId, @Nullable UUID householdId) {
        return new Grounds(site(), day, situation, cadreId, householdId);
    }

    /** The guards of a new link, in the order in which refusals are given. */
    private Judged judge(UUID householdId, UUID cadreId, LocalDate day, Grounds grounds, Set<UUID> ending) {
        LinkMode mode = grounds.linkMode();
        roster.refuseSecondLink(householdId, cadreId, mode, ending);
        int group = grounds.groupOf(householdId);
        Standing by = grounds.standingOf(cadreId);
        Enrolment enrolment = enrolments.from(cadreId, day);
        admissions.refuseBackwards(householdId, day);
        roster.refuseBackwards(householdId, cadreId, mode, day);
        roster.refuseAboveQuota(cadreId, Grounds.quota(by), day, Set.of());
        return new Judged(group, householdId, enrolment.id(), cadreId, by, mode);
    }

    private static void refuseBefore(LocalDate last, LocalDate day) {
        if (day.isBefore(last)) {
            throw Refusal.outOfOrder(last);
        }
    }

    /** The admission of a household on the day, made now if there is none. */
    private UUID admission(Situation situation, UUID householdId, int group, LocalDate day) {
        if (admissions.on(householdId, day).isEmpty()) {
            situation.apply(id -> site().admitted(id, householdId, group, day));
        }
        return admissions.on(householdId, day).orElseThrow().id();
    }

    /**
     * A link whose end is voided goes on from that day: beside no other, by an enrolment that goes on, and within the
     * quota it was made by or the one of that day, whichever allows more, for it takes back what it had.
     */
    private void refuseGoingOn(Link link, Set<UUID> never, Situation situation) {
        Terms terms = link.terms();
        roster.refuseGoingOnBesideAnother(link, never);
        enrolments.refuseWithdrawn(terms.cadreId(), terms.enrolmentId());
        admissions.refuseDismissed(terms.householdId(), terms.admissionId());
        int then = terms.by().quota() == null ? 0 : terms.by().quota();
        int quota = grounds(situation, link.to(), terms.cadreId(), null)
                .quotaOf(terms.cadreId())
                .orElse(then);
        roster.refuseAboveQuota(terms.cadreId(), Math.max(then, quota), link.to(), never);
    }

    @EventSourcingHandler
    void on(LinkPointEvent event, @EventId UUID id) {
        stream = "LinkPoint-" + event.linkPointId();
        switch (event) {
            case LinkPointDesignated e -> designation = new Step<>(id, e);
            case LinkPointVoided e -> designation = null;
            case KeyVillageDesignated e -> keyVillage = new Step<>(id, e);
            case KeyVillageVoided e -> keyVillage = null;
            case CadreEnrolled e -> enrolments.add(new Enrolment(new Step<>(id, e)));
            case EnrolmentVoided e ->
                enrolments.remove(e.before().cadreId(), e.before().enrolmentId());
            case CadreWithdrawnFromLinkPoint e -> withdrawn(e, new Step<>(id, e));
            case WithdrawalVoided e -> withdrawn(e.before(), null);
            case HouseholdAdmitted e -> admissions.add(new Admission(new Step<>(id, e)));
            case AdmissionVoided e ->
                admissions.remove(e.before().householdId(), e.before().admissionId());
            case HouseholdDismissed e -> dismissed(e, new Step<>(id, e));
            case DismissalVoided e -> dismissed(e.before(), null);
            case CadreAssignedToHousehold e -> roster.add(Link.assigned(new Step<>(id, e)));
            case LinkVoided e -> roster.remove(e.before().linkId());
            case HouseholdHandedOver e -> {
                Step<HouseholdHandedOver> step = new Step<>(id, e);
                roster.change(e.formerLinkId(), link -> link.ended(step));
                roster.add(Link.handedOver(step));
            }
            case HandOverVoided e -> {
                roster.remove(e.before().linkId());
                roster.change(e.before().formerLinkId(), link -> link.ended(null));
            }
            case HouseholdReleased e -> roster.change(e.linkId(), link -> link.ended(new Step<>(id, e)));
            case ReleaseVoided e -> roster.change(e.before().linkId(), link -> link.ended(null));
            case LiaisonCardIssued e -> roster.change(e.linkId(), link -> link.issued(new Step<>(id, e)));
            case CardIssueVoided e ->
                roster.change(
                        e.before().linkId(), link -> link.neverIssued(e.before().cardId()));
            case CardDeliveryConfirmed e -> delivered(e, new Step<>(id, e));
            case CardDeliveryVoided e -> delivered(e.before(), null);
            case LiaisonCardRevoked e -> revoked(e, new Step<>(id, e));
            case CardRevocationVoided e -> revoked(e.before(), null);
        }
    }

    private void withdrawn(CadreWithdrawnFromLinkPoint e, @Nullable Step<CadreWithdrawnFromLinkPoint> step) {
        enrolments.change(e.cadreId(), e.enrolmentId(), enrolment -> enrolment.withdrawn(step));
    }

    private void dismissed(HouseholdDismissed e, @Nullable Step<HouseholdDismissed> step) {
        admissions.change(e.householdId(), e.admissionId(), admission -> admission.dismissed(step));
    }

    private void delivered(CardDeliveryConfirmed e, @Nullable Step<CardDeliveryConfirmed> step) {
        roster.change(e.linkId(), link -> link.card(e.cardId(), card -> card.delivered(step)));
    }

    private void revoked(LiaisonCardRevoked e, @Nullable Step<LiaisonCardRevoked> step) {
        roster.change(e.linkId(), link -> link.card(e.cardId(), card -> card.revoked(step)));
    }
}
