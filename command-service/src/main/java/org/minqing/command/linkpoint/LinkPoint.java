package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.linkpoint.Evidence.Rank;
import org.minqing.command.linkpoint.Memberships.Membership;
import org.minqing.command.linkpoint.Roster.HeldCard;
import org.minqing.command.linkpoint.Roster.HeldLink;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
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
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/**
 * A link point 联系点: the roster of one programme in one village. It alone judges who may be linked to whom, so that two
 * cadres can never hold one household where one only is meant, and none can hold more than the quota.
 *
 * <p>What is asked again from the same day or a later one and stands already is a no-op; asked from an earlier day it is
 * refused, for a wrong day is voided and entered anew. What ends a link, an enrolment or an admission, and what is done with
 * a card, must say of it what stands: where that was voided or corrected, it no longer holds.
 */
class LinkPoint implements StreamAggregate<LinkPointEvent> {
    private final Beginning<LinkPointDesignated> designation = new Beginning<>("LinkPoint");
    private @Nullable LocalDate keyVillageSince;
    private final Memberships<Enrolment> enrolments = new Memberships<>();
    private final Memberships<Admission> admissions = new Memberships<>();
    private final Roster roster = new Roster();

    // -- what is asked for

    void handle(LinkPointCommand.DesignateLinkPoint command, DecisionContext situation) {
        Site site = command.site(situation);
        designation.refuseSecond(site.linkPointId());
        new Evidence(site, situation, null, null);
        InForce.organisation(situation, site.organisationId(), situation.day());
        situation.enter(new LinkPointDesignated(site, command.totalHouseholds(), situation.day()));
    }

    void handle(LinkPointCommand.DesignateKeyVillage command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        situation.enter(id -> new KeyVillageDesignated(site, id, day));
    }

    void handle(LinkPointCommand.EnrolCadre command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        UUID cadreId = command.cadreId();
        enrolments.lastStep(cadreId).ifPresent(last -> Refusal.refuseBefore(last, day));
        if (enrolments.open(cadreId).findAny().isEmpty()) {
            Rank rank = new Evidence(site, situation, cadreId, null).rankOf(cadreId);
            situation.enter(id -> new CadreEnrolled(
                    site, new Enrolment(id, cadreId, rank.rankCode(), rank.band(), rank.quota()), day));
        }
    }

    void handle(LinkPointCommand.WithdrawFromLinkPoint command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        situation.enter(new CadreWithdrawnFromLinkPoint(
                site, enrolled(command.cadreId()), command.reason(), command.reasonCode(), day));
    }

    void handle(LinkPointCommand.AdmitHousehold command, DecisionContext situation) {
        Site site = site();
        UUID householdId = command.householdId();
        if (admissions.on(householdId, situation.day()).findAny().isEmpty()) {
            refuseDismissedAfter(householdId, situation.day());
            int group = new Evidence(site, situation, null, householdId).groupOf(householdId);
            admit(site, householdId, group, situation);
        }
    }

    void handle(LinkPointCommand.DismissHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        UUID householdId = command.householdId();
        refuseDismissedAfter(householdId, day);
        List<Admission> ending = admissions
                .open(householdId)
                .filter(each -> each.on(day))
                .map(Membership::terms)
                .toList();
        if (ending.isEmpty() && admissions.lastEnd(householdId).isEmpty()) {
            throw notAdmitted(householdId);
        }
        ending.forEach(each ->
                situation.enter(new HouseholdDismissed(site, each, command.reason(), command.reasonCode(), day)));
    }

    void handle(LinkPointCommand.AssignCadreToHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        UUID householdId = command.householdId();
        UUID cadreId = command.cadreId();
        Evidence evidence = new Evidence(site, situation, cadreId, householdId);
        LinkMode mode = evidence.linkMode();
        roster.refuseSecond(householdId, cadreId, mode, null);
        int group = evidence.groupOf(householdId);
        Rank rank = evidence.rankOf(cadreId);
        Enrolment enrolment = enrolled(cadreId);
        if (admissions.on(householdId, day).findAny().isEmpty()) {
            admit(site, householdId, group, situation);
        }
        UUID admissionId = admissions
                .on(householdId, day)
                .findFirst()
                .orElseThrow()
                .terms()
                .admissionId();
        situation.enter(id -> new CadreAssignedToHousehold(
                site, link(id, admissionId, group, householdId, enrolment, rank), mode, day));
    }

    void handle(LinkPointCommand.HandOverHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        UUID householdId = command.householdId();
        UUID cadreId = command.toCadreId();
        HeldLink former = roster.open(householdId, command.fromCadreId(), "/fromCadreId");
        Evidence evidence = new Evidence(site, situation, cadreId, householdId);
        former.refuseBackwards(day);
        if (cadreId.equals(former.link().cadreId())) {
            return;
        }
        LinkMode mode = evidence.linkMode();
        roster.refuseSecond(householdId, cadreId, mode, former.link().linkId());
        int group = evidence.groupOf(householdId);
        Rank rank = evidence.rankOf(cadreId);
        Enrolment enrolment = enrolled(cadreId);
        situation.enter(id -> new HouseholdHandedOver(
                site,
                FormerLink.of(former.link(), former.cardId(), former.cardDelivered()),
                link(id, former.link().admissionId(), group, householdId, enrolment, rank),
                mode,
                command.reason(),
                command.reasonCode(),
                day));
    }

    void handle(LinkPointCommand.ReleaseHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        HeldLink held = roster.open(command.householdId(), command.cadreId(), "/cadreId");
        situation.enter(new HouseholdReleased(
                site, held.link(), held.cardId(), held.cardDelivered(), command.reason(), command.reasonCode(), day));
    }

    void handle(LinkPointCommand.IssueLiaisonCard command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        HeldLink held = roster.open(command.householdId(), command.cadreId(), "/cadreId");
        situation.enter(id -> new LiaisonCardIssued(site, held.cardNamed(id), day));
    }

    void handle(LinkPointCommand.ConfirmCardDelivery command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        HeldLink held = roster.open(command.householdId(), command.cadreId(), "/cadreId");
        situation.enter(new CardDeliveryConfirmed(
                site, held.cardNamed(held.requireCard().id()), day));
    }

    void handle(LinkPointCommand.RevokeLiaisonCard command, DecisionContext situation) {
        LocalDate day = situation.day();
        Site site = site();
        HeldLink held = roster.open(command.householdId(), command.cadreId(), "/cadreId");
        HeldCard card = held.requireCard();
        situation.enter(new LiaisonCardRevoked(
                site, held.cardNamed(card.id()), card.delivered(), command.reason(), command.reasonCode(), day));
    }

    private void admit(Site site, UUID householdId, int group, DecisionContext situation) {
        situation.enter(id -> new HouseholdAdmitted(site, new Admission(id, group, householdId), situation.day()));
    }

    private static Link link(UUID id, UUID admissionId, int group, UUID householdId, Enrolment enrolment, Rank rank) {
        return new Link(
                id,
                admissionId,
                group,
                householdId,
                enrolment.enrolmentId(),
                enrolment.cadreId(),
                rank.rankCode(),
                rank.band(),
                rank.quota());
    }

    /** The enrolment of a cadre that nobody has ended; 409 {@code cadre-not-enrolled}. */
    private Enrolment enrolled(UUID cadreId) {
        return enrolments.open(cadreId).findFirst().map(Membership::terms).orElseThrow(() -> notEnrolled(cadreId));
    }

    /** Rank and quota of a link that ends, and the group of whatever goes by a link, are those of the link as it stands. */
    @Override
    public LinkPointEvent retold(LinkPointEvent event) {
        return switch (event) {
            case HouseholdHandedOver e ->
                roster.find(e.former().formerLinkId())
                        .map(HeldLink::link)
                        .filter(link -> link.cadreId().equals(e.former().formerCadreId()))
                        .<LinkPointEvent>map(link -> new HouseholdHandedOver(
                                e.of(),
                                FormerLink.of(
                                        link,
                                        e.former().formerCardId(),
                                        e.former().formerCardDelivered()),
                                e.link(),
                                e.linkMode(),
                                e.reason(),
                                e.reasonCode(),
                                e.occurredOn()))
                        .orElse(e);
            case LiaisonCardIssued e -> new LiaisonCardIssued(e.of(), retold(e.card()), e.occurredOn());
            case CardDeliveryConfirmed e -> new CardDeliveryConfirmed(e.of(), retold(e.card()), e.occurredOn());
            case LiaisonCardRevoked e ->
                new LiaisonCardRevoked(
                        e.of(), retold(e.card()), e.delivered(), e.reason(), e.reasonCode(), e.occurredOn());
            case LinkPointDesignated e -> e;
            case KeyVillageDesignated e -> e;
            case CadreEnrolled e -> e;
            case CadreWithdrawnFromLinkPoint e -> e;
            case HouseholdAdmitted e -> e;
            case HouseholdDismissed e -> e;
            case CadreAssignedToHousehold e -> e;
            case HouseholdReleased e -> e;
        };
    }

    private Card retold(Card card) {
        return new Card(
                card.cardId(),
                card.linkId(),
                roster.find(card.linkId()).map(held -> held.link().group()).orElse(card.group()),
                card.householdId(),
                card.cadreId());
    }

    // -- what may follow what stands

    @Override
    public boolean repeats(LinkPointEvent event) {
        LocalDate day = event.occurredOn();
        return switch (event) {
            case KeyVillageDesignated e -> keyVillageSince != null && !day.isBefore(keyVillageSince);
            case LiaisonCardIssued e ->
                card(e.card()).filter(card -> !day.isBefore(card.issuedOn())).isPresent();
            case CardDeliveryConfirmed e ->
                card(e.card()).filter(HeldCard::delivered).isPresent()
                        && !day.isBefore(held(e.card()).last());
            case LinkPointDesignated e -> false;
            case CadreEnrolled e -> false;
            case CadreWithdrawnFromLinkPoint e -> false;
            case HouseholdAdmitted e -> false;
            case HouseholdDismissed e -> false;
            case CadreAssignedToHousehold e -> false;
            case HouseholdHandedOver e -> false;
            case HouseholdReleased e -> false;
            case LiaisonCardRevoked e -> false;
        };
    }

    @Override
    public void check(StreamEntry<LinkPointEvent> entry) {
        LinkPointEvent event = entry.event();
        LocalDate day = event.occurredOn();
        if (event instanceof LinkPointDesignated e) {
            designation.refuseSecond(e.of().linkPointId());
            return;
        }
        requireSame(site(), event.of());
        switch (event) {
            case LinkPointDesignated e -> {}
            case KeyVillageDesignated e -> {
                if (keyVillageSince != null) {
                    throw Refusal.outOfOrder(keyVillageSince);
                }
            }
            case CadreEnrolled e -> check(e);
            case CadreWithdrawnFromLinkPoint e -> check(e);
            case HouseholdAdmitted e -> refuseDismissedAfter(e.admission().householdId(), day);
            case HouseholdDismissed e -> check(e);
            case CadreAssignedToHousehold e -> check(e.link(), e.linkMode(), null, day);
            case HouseholdHandedOver e -> {
                HeldLink former =
                        roster.open(e.former().formerLinkId(), e.link().householdId());
                former.refuseBackwards(day);
                requireSame(FormerLink.of(former.link(), former.cardId(), former.cardDelivered()), e.former());
                check(e.link(), e.linkMode(), former, day);
            }
            case HouseholdReleased e -> check(e);
            case LiaisonCardIssued e -> {
                HeldLink held = held(e.card());
                requireSame(held.cardNamed(e.card().cardId()), e.card());
                held.refuseBackwards(day);
                if (held.card() != null) {
                    throw Refusal.conflict("card-in-force", held.card().id());
                }
            }
            case CardDeliveryConfirmed e -> checkCard(e.card(), day);
            case LiaisonCardRevoked e -> requireSame(checkCard(e.card(), day).delivered(), e.delivered());
        }
    }

    private void check(CadreEnrolled event) {
        UUID cadreId = event.enrolment().cadreId();
        enrolments.lastStep(cadreId).ifPresent(last -> Refusal.refuseBefore(last, event.occurredOn()));
        if (enrolments.open(cadreId).findAny().isPresent()) {
            throw Refusal.conflict("cadre-already-enrolled", cadreId);
        }
    }

    private void check(CadreWithdrawnFromLinkPoint event) {
        UUID cadreId = event.enrolment().cadreId();
        requireSame(open(enrolments, event.enrolment().enrolmentId(), notEnrolled(cadreId)), event.enrolment());
        enrolments.lastStep(cadreId).ifPresent(last -> Refusal.refuseBefore(last, event.occurredOn()));
        roster.refuseLinked(cadreId, event.occurredOn());
    }

    private void check(HouseholdDismissed event) {
        UUID householdId = event.admission().householdId();
        UUID admissionId = event.admission().admissionId();
        requireSame(open(admissions, admissionId, notAdmitted(householdId)), event.admission());
        admissions.find(admissionId).ifPresent(each -> Refusal.refuseBefore(each.from(), event.occurredOn()));
        refuseDismissedAfter(householdId, event.occurredOn());
        roster.refuseLinked(householdId, admissionId, event.occurredOn());
    }

    private static <T> T open(Memberships<T> memberships, UUID id, Refusal none) {
        return memberships
                .find(id)
                .filter(Membership::open)
                .map(Membership::terms)
                .orElseThrow(() -> none);
    }

    /** The guards of a new link, in the order in which refusals are given. */
    private void check(Link link, LinkMode mode, @Nullable HeldLink ending, LocalDate day) {
        UUID householdId = link.householdId();
        UUID cadreId = link.cadreId();
        roster.refuseSecond(
                householdId,
                cadreId,
                mode,
                ending == null ? null : ending.link().linkId());
        enrolments
                .find(link.enrolmentId())
                .filter(each -> each.open() && each.on(day) && each.member().equals(cadreId))
                .orElseThrow(() -> notEnrolled(cadreId));
        refuseDismissedAfter(householdId, day);
        admissions
                .find(link.admissionId())
                .filter(each -> each.on(day) && each.member().equals(householdId))
                .orElseThrow(() -> notAdmitted(householdId));
        roster.refuseBackwards(householdId, cadreId, mode, day);
        roster.refuseAboveQuota(link, day);
    }

    private void check(HouseholdReleased event) {
        Link link = event.link();
        HeldLink held = roster.open(link.linkId(), link.householdId());
        roster.refuseBackwards(link.householdId(), link.cadreId(), held.mode(), event.occurredOn());
        requireSame(held.link(), link);
        requireSame(Optional.ofNullable(held.cardId()), Optional.ofNullable(event.cardId()));
        requireSame(held.cardDelivered(), event.cardDelivered());
    }

    /** The card, which is in force and says what it was issued with. */
    private HeldCard checkCard(Card card, LocalDate day) {
        HeldLink held = held(card);
        HeldCard inForce = held.requireCard();
        requireSame(held.cardNamed(inForce.id()), card);
        held.refuseBackwards(day);
        return inForce;
    }

    private HeldLink held(Card card) {
        return roster.open(card.linkId(), card.householdId());
    }

    private Optional<HeldCard> card(Card card) {
        return Optional.ofNullable(held(card).card());
    }

    /** Where the link point is, which stands. */
    private Site site() {
        return designation.standing().of();
    }

    /** Once dismissed, a household comes back from that day on and not from an earlier one. */
    private void refuseDismissedAfter(UUID householdId, LocalDate day) {
        admissions.lastEnd(householdId).ifPresent(last -> Refusal.refuseBefore(last, day));
    }

    private static <T> void requireSame(T standing, T said) {
        if (!standing.equals(said)) {
            throw Refusal.conflict("stands-otherwise");
        }
    }

    private static Refusal notEnrolled(UUID cadreId) {
        return Refusal.conflict("cadre-not-enrolled", cadreId);
    }

    private static Refusal notAdmitted(UUID householdId) {
        return Refusal.conflict("household-not-admitted", householdId);
    }

    // -- what stands

    @Override
    public void on(StreamEntry<LinkPointEvent> entry) {
        LocalDate day = entry.event().occurredOn();
        switch (entry.event()) {
            case LinkPointDesignated e -> designation.on(e);
            case KeyVillageDesignated e -> keyVillageSince = day;
            case CadreEnrolled e ->
                enrolments.begin(e.enrolment().enrolmentId(), e.enrolment().cadreId(), e.enrolment(), day);
            case CadreWithdrawnFromLinkPoint e -> enrolments.end(e.enrolment().enrolmentId(), day);
            case HouseholdAdmitted e ->
                admissions.begin(e.admission().admissionId(), e.admission().householdId(), e.admission(), day);
            case HouseholdDismissed e -> admissions.end(e.admission().admissionId(), day);
            case CadreAssignedToHousehold e -> roster.begin(e.link(), e.linkMode(), day);
            case HouseholdHandedOver e -> {
                roster.end(e.former().formerLinkId(), day);
                roster.begin(e.link(), e.linkMode(), day);
            }
            case HouseholdReleased e -> roster.end(e.link().linkId(), day);
            case LiaisonCardIssued e -> card(e.card(), false, day);
            case CardDeliveryConfirmed e -> card(e.card(), true, day);
            case LiaisonCardRevoked e -> roster.card(e.card().linkId(), null, day);
        }
    }

    private void card(Card card, boolean delivered, LocalDate day) {
        LocalDate issuedOn = delivered ? card(card).orElseThrow().issuedOn() : day;
        roster.card(card.linkId(), new HeldCard(card.cardId(), issuedOn, delivered), day);
    }
}
