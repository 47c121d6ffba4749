package org.minqing.query.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.fund.Payee;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;
import org.minqing.query.histories.HistoryOracle.Known;

/**
 * Rosters of two villages and of a second programme, postings, visits, concerns, study, sponsors, beneficiaries of projects and a
 * fund, in which everything happens that may: out of order, taken back, set right, made again; the same cadres, households, groups
 * and places everywhere.
 */
final class RandomHistory {
    static final LocalDate FIRST = Village.LAUNCH.minusDays(3);
    static final int DAYS = 20;

    final Village village = new Village(QueryServer.shared());
    final List<Known> events = new ArrayList<>();
    final UUID fund = village.id("fund");
    /** The position from which on there is the fund. */
    final long opened;

    private final Account money = new Account(fund, village.programme, village.office, village.id, "饮水");
    private final Roster roster = Roster.of(village);
    private final Random random;
    final UUID second = village.id("second programme");
    private final List<Roster> rosters = List.of(
            roster,
            new Roster(village.id("other point"), village.programme, village.office, village.other, village.reason()),
            new Roster(village.id("second point"), second, village.office, village.id, village.reason()));
    private final List<UUID> households = new ArrayList<>();
    private final List<UUID> cadres = new ArrayList<>();
    private final Map<Life, Deque<Step>> links = new LinkedHashMap<>();
    private final Map<Life, Deque<Made>> enrolments = new LinkedHashMap<>();
    private final List<Made> postings = new ArrayList<>();
    private final List<Made> visits = new ArrayList<>();
    private final List<Made> entries = new ArrayList<>();
    private final List<Made> reports = new ArrayList<>();

    /** Of a household or cadre at a link point. */
    private record Life(Roster at, UUID of) {}

    /** An event in force, and where it stands. */
    private record Made(Appended at, DomainEvent event) {}

    /** A step in the life of a household's link. @param card null: none, false: made out, true: delivered */
    private record Step(
            Made made, @Nullable Link link, @Nullable Boolean card) {}

    RandomHistory(Random random, int length) {
        this.random = random;
        for (int i = 0; i < 4; i++) {
            households.add(village.id("household " + i));
            cadres.add(village.id("cadre " + i));
        }
        Sphere wide = new Sphere(second, village.office, village.county);
        rosters.forEach(at -> put(at.stream(), at.designated(null, FIRST)));
        put("Programme-" + second, new ProgrammeLaunched(wide, "「挂包帮」", LinkMode.AT_LEAST_ONE, Village.LAUNCH));
        opened = put("Fund-" + fund, new FundOpened(money, null, FIRST)).at.position();
        while (events.size() < length) {
            switch (random.nextInt(9)) {
                case 7, 8 -> report();
                case 0 -> visit();
                case 1 -> money();
                case 2, 3 -> enrolment(any(rosters), any(cadres));
                case 4 -> posting();
                default -> link(any(rosters), any(households));
            }
        }
    }

    private Made put(String stream, DomainEvent event) {
        Made made = new Made(village.put(stream, event), event);
        events.add(new Known(event, made.at.eventId(), made.at.position()));
        return made;
    }

    private void voids(Made made) {
        put(made.at.stream(), new Voided<>(made.at.eventId(), made.event, roster.reason(), null));
    }

    private <V> V any(List<V> of) {
        return of.get(random.nextInt(of.size()));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** Not before another. */
    private LocalDate day(@Nullable LocalDate after) {
        return after == null ? day() : after.plusDays(random.nextInt(5));
    }

    private void enrolment(Roster roster, UUID cadre) {
        Deque<Made> steps = enrolments.computeIfAbsent(new Life(roster, cadre), life -> new ArrayDeque<>());
        if (steps.isEmpty()) {
            steps.push(put(roster.stream(), roster.enrolled(cadre, day())));
        } else if (steps.size() == 1) {
            steps.push(put(
                    roster.stream(),
                    roster.withdrawn(cadre, day(steps.element().event.occurredOn()))));
        } else {
            voids(steps.pop());
        }
    }

    /** Begun, or ended on a later day, or what was done last taken back. */
    private void posting() {
        Made last = postings.isEmpty() ? null : postings.getLast();
        if (last == null || random.nextInt(3) > 0) {
            UUID id = village.id("posting " + events.size());
            Roster at = any(rosters);
            postings.add(put(
                    "Posting-" + id,
                    new PostingBegun(
                            new Assignment(id, at.programme(), at.organisation(), at.village()),
                            any(List.of(PostingKind.values())),
                            any(cadres),
                            List.of(),
                            null,
                            null,
                            null,
                            day())));
        } else if (last.event instanceof PostingBegun begun && random.nextBoolean()) {
            postings.add(put(
                    last.at.stream(),
                    new PostingEnded(begun.of(), begun.kind(), begun.cadreId(), null, day(begun.occurredOn()))));
        } else {
            voids(postings.removeLast());
        }
    }

    private void link(Roster roster, UUID household) {
        Deque<Step> steps = links.computeIfAbsent(new Life(roster, household), life -> new ArrayDeque<>());
        Step last = steps.peek();
        if (last != null && random.nextInt(3) == 0) {
            voids(steps.pop().made);
            return;
        }
        LocalDate day = day(last == null ? null : last.made.event.occurredOn());
        Link link = last == null ? null : last.link;
        Boolean card = last == null ? null : last.card;
        Link next = Link.of(household, any(cadres), "link " + events.size());
        if (link == null) {
            steps.push(new Step(put(roster.stream(), roster.assigned(next, day)), next, null));
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> steps.push(new Step(put(roster.stream(), roster.handedOver(link, card, next, day)), next, null));
            case 1 -> steps.push(new Step(put(roster.stream(), roster.released(link, card, day)), null, null));
            default -> steps.push(card(roster, link, card, day));
        }
    }

    private Step card(Roster roster, Link link, @Nullable Boolean card, LocalDate day) {
        if (card == null) {
            Link named = new Link(link.id(), link.household(), link.cadre(), village.id("card " + events.size()));
            return new Step(put(roster.stream(), roster.issued(named, day)), named, false);
        }
        return card
                ? new Step(put(roster.stream(), roster.revoked(link, true, day)), link, null)
                : new Step(put(roster.stream(), roster.delivered(link, day)), link, true);
    }

    private void visit() {
        int which = visits.isEmpty() ? 0 : random.nextInt(4);
        if (which < 2) {
            UUID id = village.id("visit " + events.size());
            visits.add(put("Visit-" + id, visited(account(id), day())));
            return;
        }
        Made made = visits.remove(random.nextInt(visits.size()));
        if (which == 2) {
            voids(made);
            return;
        }
        VisitRecorded before = (VisitRecorded) made.event;
        VisitRecorded after = visited(before.of(), before.occurredOn());
        Made correction =
                put(made.at.stream(), new Corrected<>(made.at.eventId(), before, after, roster.reason(), null));
        if (random.nextInt(3) == 0) {
            voids(correction);
            visits.add(made);
        } else {
            visits.add(new Made(made.at, after));
        }
    }

    private VisitEvent.Account account(UUID id) {
        Roster at = any(rosters);
        return new VisitEvent.Account(id, at.programme(), at.organisation(), at.village(), null, null);
    }

    private VisitRecorded visited(VisitEvent.Account of, LocalDate day) {
        List<UUID> went = cadres.subList(0, 1 + random.nextInt(3));
        Sealed diary = random.nextBoolean() ? roster.reason() : null;
        return new VisitRecorded(
                of,
                new Home(7, any(households)),
                null,
                went,
                VisitKind.DISPERSED,
                null,
                null,
                null,
                diary,
                diary == null ? null : went.getLast(),
                day);
    }

    /** What one event counts, in one of the villages and programmes. */
    private void report() {
        if (!reports.isEmpty() && random.nextInt(4) == 0) {
            voids(reports.remove(random.nextInt(reports.size())));
            return;
        }
        UUID id = village.id("report " + events.size());
        Roster at = any(rosters);
        reports.add(
                switch (random.nextInt(4)) {
                    case 0 ->
                        put(
                                "Concern-" + id,
                                new ConcernRaised(
                                        new Topic(
                                                id,
                                                at.programme(),
                                                at.organisation(),
                                                at.village(),
                                                null,
                                                null,
                                                any(List.of(ConcernKind.values()))),
                                        List.of(1 + random.nextInt(3), 4 + random.nextInt(2)),
                                        null,
                                        any(cadres),
                                        null,
                                        roster.reason(),
                                        day(),
                                        day()));
                    case 1 ->
                        put(
                                "Activity-" + id,
                                new ActivityRecorded(
                                        new Place(id, at.programme(), at.organisation(), at.village()),
                                        new Occasion(
                                                ActivityKind.STUDY,
                                                StudyMode.COLLECTIVE,
                                                "群众路线",
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                cadres.subList(0, 1 + random.nextInt(3))),
                                        null,
                                        day()));
                    case 2 ->
                        put(
                                "Programme-" + at.programme(),
                                new SponsorAssigned(
                                        new Sphere(
                                                at.programme(),
                                                at.organisation(),
                                                any(List.of(at.village(), village.county + "202"))),
                                        id,
                                        any(cadres),
                                        null,
                                        null,
                                        day()));
                    default -> {
                        BeneficiaryKind kind = any(List.of(BeneficiaryKind.values()));
                        yield put(
                                "Project-" + id,
                                new BeneficiariesRecorded(
                                        new Undertaking(id, at.programme(), at.organisation(), at.village()),
                                        new Classification(null, null),
                                        id,
                                        kind,
                                        new Quantity(
                                                BigDecimal.valueOf(1 + random.nextInt(300)),
                                                kind == BeneficiaryKind.HOUSEHOLDS ? "households" : "persons",
                                                Qualifier.EXACT,
                                                null),
                                        random.nextBoolean(),
                                        day()));
                    }
                });
    }

    private void money() {
        if (!entries.isEmpty() && random.nextInt(4) == 0) {
            voids(entries.remove(random.nextInt(entries.size())));
            return;
        }
        entries.add(put("Fund-" + fund, entry(village.id("entry " + events.size()), day())));
    }

    private DomainEvent entry(UUID id, LocalDate day) {
        Entry entry = new Entry(id, null, null);
        Money yuan = Money.yuan(BigDecimal.valueOf(1 + random.nextInt(100_000), 2));
        Donor donor = random.nextBoolean()
                ? new Donor(DonorKind.CADRE, any(cadres), null)
                : new Donor(DonorKind.PERSON, null, null);
        UUID o = village.office;
        String v = village.id;
        return switch (random.nextInt(7)) {
            case 0 -> new UnitContributionRecorded(money, entry, o, yuan, day);
            case 1 -> new InKindDonationRecorded(money, entry, donor, List.of(), yuan, day);
            case 2 -> new FundsAllocated(money, entry, "水管", null, yuan, day);
            case 3 ->
                new PaidFromFund(
                        money,
                        entry,
                        new Withdrawal(null, "水管", null, null),
                        new Payee(village.id("payee"), roster.reason()),
                        yuan,
                        null,
                        day);
            case 4 -> new GrantRecorded(money, entry, v, "市财政局", null, yuan, day);
            case 5 -> new RefundedToFund(money, id, id, null, null, yuan, day);
            default -> new DonationRecorded(money, entry, donor, yuan, day);
        };
    }
}
