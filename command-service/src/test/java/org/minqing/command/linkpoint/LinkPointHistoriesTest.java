package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.household;
import static org.minqing.command.linkpoint.Scene.why;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.NaiveRoster.Span;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Voids;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.log.Seeds;

/**
 * Random commands on random days, ranks and quotas changing meanwhile: the aggregate answers as the naive roster does, and
 * whatever it has answered, no household has two cadres where one is meant, no cadre more than the quota the link was
 * judged by, no link two cards; and what its events add up to, day by day, is what stands.
 */
class LinkPointHistoriesTest {
    private static final LocalDate DAY_0 = LocalDate.of(2012, 1, 1);
    private static final int DAYS = 15;
    private static final int LENGTH = 80;
    private static final int CADRES = 3;
    private static final int HOUSEHOLDS = 4;
    private static final List<String> RANKS = List.of("132", "142", "150");

    enum Kind {
        ASSIGN(14),
        HAND_OVER(6),
        RELEASE(5),
        VOID_LINK(2),
        VOID_RELEASE(6),
        ISSUE(12),
        DELIVER(14),
        REVOKE(5),
        VOID_ISSUE(1),
        VOID_DELIVERY(4),
        VOID_REVOCATION(4),
        ENROL(2),
        WITHDRAW(2),
        VOID_ENROLMENT(1),
        ADMIT(1),
        RANK(2),
        QUOTA(2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /**
     * Time goes on while a history is told; most of what is told is late by some days.
     *
     * @param late days from the day that has come to the day it is said to have happened
     * @param n a rank, a quota, or which link is meant
     * @param other which cadre is named, if any
     */
    record Act(Kind kind, int cadre, int household, int late, int n, int other) {}

    /** Kinds by their weights, everything else evenly. */
    private static List<Act> acts(Random random) {
        List<Kind> kinds = Stream.of(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList();
        return Stream.generate(() -> new Act(
                        kinds.get(random.nextInt(kinds.size())),
                        random.nextInt(1, CADRES + 1),
                        random.nextInt(1, HOUSEHOLDS + 1),
                        random.nextInt(-5, 4),
                        random.nextInt(4),
                        random.nextInt(-6, CADRES + 1)))
                .limit(random.nextInt(LENGTH / 2, LENGTH + 1))
                .toList();
    }

    @Test
    void one_cadre_a_household_and_never_above_the_quota() {
        Set<String> answers = new HashSet<>();
        Seeds.each(150, random -> new History(LinkMode.EXACTLY_ONE, answers).play(acts(random)));
        met(answers, "ASSIGN household-already-linked", "ASSIGN out-of-order", "VOID_DELIVERY accepted");
    }

    @Test
    void several_cadres_a_household_where_at_least_one_is_meant() {
        Set<String> answers = new HashSet<>();
        Seeds.each(75, random -> new History(LinkMode.AT_LEAST_ONE, answers).play(acts(random)));
        met(answers, "RELEASE invalid-field");
    }

    /** Random histories prove little where they never come near what is judged; a single one need not. */
    private static void met(Set<String> answers, String... more) {
        if (Seeds.named()) {
            return;
        }
        assertThat(answers)
                .contains(
                        "ASSIGN accepted",
                        "ASSIGN cadre-not-enrolled",
                        "ASSIGN quota-exceeded",
                        "ASSIGN quota-not-defined",
                        "HAND_OVER accepted",
                        "HAND_OVER quota-exceeded",
                        "VOID_LINK accepted",
                        "VOID_RELEASE accepted")
                .contains(more);
    }

    /** The two told the same story. */
    private static final class History implements NaiveRoster.Quotas {
        private final LinkMode mode;
        private final Set<String> answers;
        private final LinkPointRun run =
                new LinkPointRun(new LinkPointDesignated(POINT, PROGRAMME, ORGANISATION, VILLAGE, null, DAY_0));
        private final NaiveRoster naive;
        private final List<LinkPointEvent> events = new ArrayList<>();
        private final int[][] ofHousehold = new int[HOUSEHOLDS + 1][NaiveRoster.EVER_AFTER + 1];
        private final int[][] ofCadre = new int[CADRES + 1][NaiveRoster.EVER_AFTER + 1];
        private final int[] cardsInHand = new int[NaiveRoster.EVER_AFTER + 1];
        private final List<int[]> ranks = new ArrayList<>();
        private final List<int[]> quotas = new ArrayList<>();

        History(LinkMode mode, Set<String> answers) {
            this.mode = mode;
            this.answers = answers;
            this.naive = new NaiveRoster(mode, this);
            run.references.add(
                    "Programme", PROGRAMME, new ProgrammeLaunched(PROGRAMME, ORGANISATION, "5303", "活动", mode, DAY_0));
            for (int c = 1; c <= CADRES; c++) {
                run.references.add("Cadre", cadre(c), registered(cadre(c), RANKS.get(c % 2)));
                ranks.add(new int[] {c, 0, c % 2});
            }
            for (int h = 1; h <= HOUSEHOLDS; h++) {
                Person head = new Person(household(h), why(), null, null, null, null, null);
                run.references.add(
                        "Household",
                        household(h),
                        new HouseholdRegistered(household(h), VILLAGE, h, "1", head, List.of(), null, DAY_0));
            }
            quota(0, 3, 0);
            quota(1, 2, 0);
            for (int c = 1; c <= CADRES; c++) {
                play(new Act(Kind.ENROL, c, 1, 0, 0, 0), 0);
            }
        }

        private static CadreRegistered registered(UUID id, String rank) {
            return new CadreRegistered(id, ORGANISATION, "5303", null, why(), "1", rank, null, null, null, DAY_0);
        }

        private void quota(int rank, int households, int day) {
            UUID id = Ids.named("quota", quotas.size());
            run.references.add(
                    "Programme",
                    PROGRAMME,
                    new LinkQuotaDefined(
                            PROGRAMME,
                            ORGANISATION,
                            "5303",
                            id,
                            "band " + rank,
                            List.of(RANKS.get(rank)),
                            households,
                            DAY_0.plusDays(day)));
            quotas.add(new int[] {rank, day, households});
        }

        private void rank(int cadre, int rank, int day) {
            run.references.add(
                    "Cadre",
                    cadre(cadre),
                    new CadreRankChanged(
                            cadre(cadre), ORGANISATION, "5303", "150", RANKS.get(rank), DAY_0.plusDays(day)));
            ranks.add(new int[] {cadre, day, rank});
        }

        /** The last said of the latest day that is not after this one: rank of the cadre, then quota of the rank. */
        @Override
        public Optional<Integer> of(int cadre, int day) {
            return latest(ranks, cadre, day).flatMap(rank -> latest(quotas, rank, day));
        }

        private static Optional<Integer> latest(List<int[]> entries, int of, int day) {
            return entries.stream()
                    .filter(e -> e[0] == of && e[1] <= day)
                    .reduce((a, b) -> b[1] >= a[1] ? b : a)
                    .map(e -> e[2]);
        }

        void play(List<Act> acts) {
            for (int i = 0; i < acts.size(); i++) {
                int day = DAYS * i / LENGTH + acts.get(i).late;
                play(likely(acts.get(i)), Math.clamp(day, 0, DAYS));
            }
        }

        /** Three times in four the household is one with which the act can be done. */
        private Act likely(Act act) {
            boolean linked = act.kind != Kind.ASSIGN && act.kind != Kind.VOID_RELEASE;
            List<Integer> fit = IntStream.rangeClosed(1, HOUSEHOLDS)
                    .filter(h -> naive.linked(h) == linked)
                    .boxed()
                    .toList();
            if (act.n == 0 || fit.isEmpty()) {
                return act;
            }
            int household = fit.get(act.household % fit.size());
            return new Act(act.kind, act.cadre, household, act.late, act.n, act.other);
        }

        private void play(Act act, int day) {
            if (act.kind == Kind.RANK) {
                rank(act.cadre, act.n % RANKS.size(), day);
                return;
            }
            if (act.kind == Kind.QUOTA) {
                quota(act.household % 2, 1 + act.n, day);
                return;
            }
            Integer number = act.n < naive.linkCount(act.household) && act.cadre == 1 ? Integer.valueOf(act.n) : null;
            UUID linkId = number == null || act.kind != Kind.VOID_LINK
                    ? null
                    : linkIds(act.household).get(number);
            LinkPointRun.Outcome outcome = run.send(command(act, day, linkId));
            answers.add(act.kind + " " + (outcome.refusal() == null ? "accepted" : outcome.refusal()));
            assertThat(outcome.refusal())
                    .as("%s on day %s after %s", act, day, events)
                    .isEqualTo(expected(act, day, number));
            events.addAll(outcome.events());
            check(act, day, outcome.events());
        }

        /** Links of a household that nobody has voided, as the events tell. */
        private List<UUID> linkIds(int household) {
            List<UUID> ids = new ArrayList<>();
            for (LinkPointEvent event : events) {
                switch (event) {
                    case CadreAssignedToHousehold e
                    when e.householdId().equals(household(household)) -> ids.add(e.linkId());
                    case HouseholdHandedOver e when e.householdId().equals(household(household)) -> ids.add(e.linkId());
                    case Voids<?> e -> ids.remove(e.target());
                    default -> {}
                }
            }
            return ids;
        }

        private static @Nullable Integer named(Act act) {
            return act.other < 1 ? null : Integer.valueOf(act.other);
        }

        private static Object command(Act act, int day, @Nullable UUID linkId) {
            UUID c = cadre(act.cadre);
            UUID h = household(act.household);
            UUID named = act.other < 1 ? null : cadre(act.other);
            LocalDate on = DAY_0.plusDays(day);
            return switch (act.kind) {
                case ASSIGN -> new AssignCadreToHousehold(POINT, c, h, on);
                case HAND_OVER -> new HandOverHousehold(POINT, h, c, named, why(), null, on);
                case RELEASE -> new ReleaseHousehold(POINT, h, named, why(), null, on);
                case VOID_LINK -> new VoidLink(POINT, h, linkId, why(), null, null);
                case VOID_RELEASE -> new VoidRelease(POINT, h, null, why(), null, null);
                case ISSUE -> new IssueLiaisonCard(POINT, h, named, on);
                case DELIVER -> new ConfirmCardDelivery(POINT, h, named, on);
                case REVOKE -> new RevokeLiaisonCard(POINT, h, named, null, null, on);
                case VOID_ISSUE -> new VoidCardIssue(POINT, h, null, why(), null, null);
                case VOID_DELIVERY -> new VoidCardDelivery(POINT, h, null, why(), null, null);
                case VOID_REVOCATION -> new VoidCardRevocation(POINT, h, null, why(), null, null);
                case ENROL -> new EnrolCadre(POINT, c, on);
                case WITHDRAW -> new WithdrawFromLinkPoint(POINT, c, null, null, on);
                case VOID_ENROLMENT -> new VoidEnrolment(POINT, c, null, why(), null, null);
                case ADMIT -> new AdmitHousehold(POINT, h, on);
                case RANK, QUOTA -> throw new IllegalArgumentException();
            };
        }

        private @Nullable String expected(Act act, int day, @Nullable Integer number) {
            return switch (act.kind) {
                case ASSIGN -> naive.assign(act.household, act.cadre, day);
                case HAND_OVER -> naive.handOver(act.household, act.cadre, named(act), day);
                case RELEASE -> naive.release(act.household, named(act), day);
                case VOID_LINK -> naive.voidLink(act.household, number);
                case VOID_RELEASE -> naive.voidRelease(act.household);
                case ISSUE -> naive.issue(act.household, named(act), day);
                case DELIVER -> naive.deliver(act.household, named(act), day);
                case REVOKE -> naive.revoke(act.household, named(act), day);
                case VOID_ISSUE -> naive.voidCard(act.household, "issue");
                case VOID_DELIVERY -> naive.voidCard(act.household, "deliver");
                case VOID_REVOCATION -> naive.voidCard(act.household, "revoke");
                case ENROL -> naive.enrol(act.cadre, day);
                case WITHDRAW -> naive.withdraw(act.cadre, day);
                case VOID_ENROLMENT -> naive.voidEnrolment(act.cadre);
                case ADMIT -> naive.admit(act.household, day);
                case RANK, QUOTA -> null;
            };
        }

        // -- what must be true whatever was answered, from the events alone

        private void check(Act act, int from, List<LinkPointEvent> now) {
            if (now.isEmpty()) {
                return;
            }
            now.forEach(event -> add(event, 1));
            List<Span> links = naive.spans();
            List<Span> cards = naive.cardSpans("issue");
            List<Span> delivered = naive.cardSpans("deliver");
            for (int d = 0; d <= NaiveRoster.EVER_AFTER; d++) {
                int day = d;
                for (int h = 1; h <= HOUSEHOLDS; h++) {
                    int household = h;
                    assertThat(ofHousehold[h][day])
                            .as("links of household %s on day %s", h, day)
                            .isEqualTo(count(links, l -> l.household() == household && l.on(day)))
                            .isLessThanOrEqualTo(mode == LinkMode.EXACTLY_ONE ? 1 : CADRES);
                }
                for (int c = 1; c <= CADRES; c++) {
                    int cadre = c;
                    assertThat(ofCadre[c][day])
                            .as("links of cadre %s on day %s", c, day)
                            .isEqualTo(count(links, l -> l.cadre() == cadre && l.on(day)));
                }
                assertThat(cardsInHand[day])
                        .as("cards delivered on day %s", day)
                        .isEqualTo(count(delivered, c -> c.on(day)))
                        .isLessThanOrEqualTo(count(links, l -> l.on(day)));
                assertThat(links).allMatch(l -> count(cards, c -> c.link() == l.link() && c.on(day)) <= 1);
            }
            if (act.kind == Kind.ASSIGN || act.kind == Kind.HAND_OVER) {
                int quota = of(act.cadre, from).orElseThrow();
                assertThat(quota).isEqualTo(quotaOf(now.getLast()));
                assertThat(Arrays.stream(ofCadre[act.cadre]).skip(from).boxed()).allMatch(held -> held <= quota);
            }
        }

        private static int count(List<Span> spans, Predicate<Span> which) {
            return (int) spans.stream().filter(which).count();
        }

        /** What an event adds to every day from its own on; a void takes back what its target added. */
        private void add(LinkPointEvent event, int by) {
            int day = (int) ChronoUnit.DAYS.between(DAY_0, event.occurredOn());
            switch (event) {
                case Voids<?> e -> add((LinkPointEvent) e.before(), -by);
                case CadreAssignedToHousehold e -> link(e.householdId(), e.cadreId(), day, by);
                case HouseholdReleased e -> {
                    link(e.householdId(), e.cadreId(), day, -by);
                    card(e.cardDelivered(), day, -by);
                }
                case HouseholdHandedOver e -> {
                    link(e.householdId(), e.formerCadreId(), day, -by);
                    link(e.householdId(), e.cadreId(), day, by);
                    card(e.formerCardDelivered(), day, -by);
                }
                case CardDeliveryConfirmed e -> card(true, day, by);
                case LiaisonCardRevoked e -> card(e.delivered(), day, -by);
                default -> {}
            }
        }

        private void link(UUID householdId, UUID cadreId, int day, int by) {
            int h = number(HOUSEHOLDS, Scene::household, householdId);
            int c = number(CADRES, Scene::cadre, cadreId);
            for (int d = day; d <= NaiveRoster.EVER_AFTER; d++) {
                ofHousehold[h][d] += by;
                ofCadre[c][d] += by;
            }
        }

        private void card(boolean delivered, int day, int by) {
            for (int d = day; delivered && d <= NaiveRoster.EVER_AFTER; d++) {
                cardsInHand[d] += by;
            }
        }

        private static int number(int last, IntFunction<UUID> naming, UUID id) {
            return IntStream.rangeClosed(1, last)
                    .filter(i -> naming.apply(i).equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private static @Nullable Integer quotaOf(LinkPointEvent event) {
            return event instanceof HouseholdHandedOver e ? e.quota() : ((CadreAssignedToHousehold) event).quota();
        }
    }
}
