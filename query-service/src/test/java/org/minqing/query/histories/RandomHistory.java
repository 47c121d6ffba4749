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
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
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

/** A roster, visits and a fund in which everything happens that may: out of order, taken back, set right, made again. */
final class RandomHistory {
    static final LocalDate FIRST = Village.LAUNCH.minusDays(3);
    static final int DAYS = 20;

    final Village village = new Village(QueryServer.shared());
    final List<Known> events = new ArrayList<>();
    final UUID fund = village.id("fund");
    private final Account money = new Account(fund, village.programme, village.office, village.id, "饮水");
    private final Roster roster = Roster.of(village);
    private final Random random;
    private final Map<UUID, Deque<Step>> households = new LinkedHashMap<>();
    private final Map<UUID, Deque<Made>> cadres = new LinkedHashMap<>();
    private final List<Made> visits = new ArrayList<>();
    private final List<Made> entries = new ArrayList<>();

    /** An event in force, and where it stands. */
    private record Made(Appended at, DomainEvent event) {}

    /** A step in the life of a household's link. @param card null: none, false: made out, true: delivered */
    private record Step(
            Made made, @Nullable Link link, @Nullable Boolean card) {}

    RandomHistory(Random random, int length) {
        this.random = random;
        for (int i = 0; i < 4; i++) {
            households.put(village.id("household " + i), new ArrayDeque<>());
            cadres.put(village.id("cadre " + i), new ArrayDeque<>());
        }
        put(roster.stream(), roster.designated(null, FIRST));
        put("Fund-" + fund, new FundOpened(money, null, FIRST));
        while (events.size() < length) {
            switch (random.nextInt(5)) {
                case 0 -> visit();
                case 1 -> money();
                case 2 -> enrolment(any(cadres));
                default -> link(any(households));
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

    private <V> UUID any(Map<UUID, V> of) {
        return List.copyOf(of.keySet()).get(random.nextInt(of.size()));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** Not before another. */
    private LocalDate day(@Nullable LocalDate after) {
        return after == null ? day() : after.plusDays(random.nextInt(5));
    }

    private void enrolment(UUID cadre) {
        Deque<Made> steps = cadres.getOrDefault(cadre, new ArrayDeque<>());
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

    private void link(UUID household) {
        Deque<Step> steps = households.getOrDefault(household, new ArrayDeque<>());
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
            default -> steps.push(card(link, card, day));
        }
    }

    private Step card(Link link, @Nullable Boolean card, LocalDate day) {
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
            visits.add(put("Visit-" + id, visited(id, day())));
            return;
        }
        Made made = visits.remove(random.nextInt(visits.size()));
        if (which == 2) {
            voids(made);
            return;
        }
        VisitRecorded before = (VisitRecorded) made.event;
        VisitRecorded after = visited(before.of().visitId(), before.occurredOn());
        Made correction =
                put(made.at.stream(), new Corrected<>(made.at.eventId(), before, after, roster.reason(), null));
        if (random.nextInt(3) == 0) {
            voids(correction);
            visits.add(made);
        } else {
            visits.add(new Made(made.at, after));
        }
    }

    private VisitRecorded visited(UUID id, LocalDate day) {
        List<UUID> went = List.copyOf(cadres.keySet()).subList(0, 1 + random.nextInt(3));
        Sealed diary = random.nextBoolean() ? roster.reason() : null;
        return new VisitRecorded(
                new VisitEvent.Account(id, village.programme, village.office, village.id, null, null),
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
