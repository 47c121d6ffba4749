package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.linkpoint.Scene.ORGANISATION;
import static org.minqing.command.linkpoint.Scene.POINT;
import static org.minqing.command.linkpoint.Scene.PROGRAMME;
import static org.minqing.command.linkpoint.Scene.SITE;
import static org.minqing.command.linkpoint.Scene.SPHERE;
import static org.minqing.command.linkpoint.Scene.VILLAGE;
import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.linkpoint.LinkPointCommand.AdmitHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.AssignCadreToHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.ConfirmCardDelivery;
import org.minqing.command.linkpoint.LinkPointCommand.EnrolCadre;
import org.minqing.command.linkpoint.LinkPointCommand.HandOverHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.IssueLiaisonCard;
import org.minqing.command.linkpoint.LinkPointCommand.ReleaseHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.RevokeLiaisonCard;
import org.minqing.command.linkpoint.LinkPointCommand.WithdrawFromLinkPoint;
import org.minqing.command.linkpoint.NaiveRoster.Span;
import org.minqing.command.platform.StreamRun;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
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
        ISSUE(12),
        DELIVER(14),
        REVOKE(5),
        ENROL(2),
        WITHDRAW(2),
        ADMIT(1),
        RANK(2),
        QUOTA(2),
        VOID(8),
        VOID_WITH_FOLLOWING(6),
        CORRECT(8),
        CORRECT_WITH_FOLLOWING(3),
        VOID_CORRECTION(4);

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
     * @param back which event is voided or corrected, from the last that stands
     */
    record Act(Kind kind, int cadre, int household, int late, int n, int other, int back) {}

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
                        random.nextInt(-6, CADRES + 1),
                        random.nextInt(1 + random.nextInt(LENGTH))))
                .limit(random.nextInt(LENGTH / 2, LENGTH + 1))
                .toList();
    }

    @Test
    void one_cadre_a_household_and_never_above_the_quota() {
        Set<String> answers = new HashSet<>();
        Seeds.each(150, random -> new History(LinkMode.EXACTLY_ONE, answers).play(acts(random)));
        met(answers, "ASSIGN household-already-linked", "ASSIGN out-of-order");
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
                        "VOID accepted",
                        "VOID relied-on",
                        "VOID_WITH_FOLLOWING accepted",
                        "CORRECT accepted",
                        "CORRECT relied-on",
                        "CORRECT quota-exceeded",
                        "CORRECT_WITH_FOLLOWING accepted",
                        "VOID_CORRECTION accepted")
                .contains(more);
    }

    /** The two told the same story. */
    private static final class History implements NaiveRoster.Quotas, NaiveRoster.Numbers {
        private final LinkMode mode;
        private final Set<String> answers;
        private final StreamRun run =
                new StreamRun(LinkPoint.class, "LinkPoint-" + POINT, new LinkPointDesignated(SITE, null, DAY_0));
        private final NaiveRoster naive;
        private final List<DomainEvent> events = new ArrayList<>();
        private final List<UUID> corrections = new ArrayList<>();
        private final int[][] ofHousehold = new int[HOUSEHOLDS + 1][NaiveRoster.EVER_AFTER + 1];
        private final int[][] ofCadre = new int[CADRES + 1][NaiveRoster.EVER_AFTER + 1];
        private final int[] cardsInHand = new int[NaiveRoster.EVER_AFTER + 1];
        private final List<int[]> ranks = new ArrayList<>();
        private final List<int[]> quotas = new ArrayList<>();

        History(LinkMode mode, Set<String> answers) {
            this.mode = mode;
            this.answers = answers;
            this.naive = new NaiveRoster(mode, this);
            run.known("Programme", PROGRAMME, new ProgrammeLaunched(SPHERE, "活动", mode, DAY_0));
            for (int c = 1; c <= CADRES; c++) {
                run.known("Cadre", Scene.cadre(c), registered(Scene.cadre(c), RANKS.get(c % 2)));
                ranks.add(new int[] {c, 0, c % 2});
            }
            for (int h = 1; h <= HOUSEHOLDS; h++) {
                Person head = new Person(Scene.household(h), why(), null, null, null, null, null);
                run.known(
                        "Household",
                        Scene.household(h),
                        new HouseholdRegistered(
                                new Residence(Scene.household(h), VILLAGE, h), "1", head, List.of(), null, DAY_0));
            }
            quota(0, 3, 0);
            quota(1, 2, 0);
            for (int c = 1; c <= CADRES; c++) {
                play(new Act(Kind.ENROL, c, 1, 0, 0, 0, 0), 0);
            }
        }

        private static CadreRegistered registered(UUID id, String rank) {
            return new CadreRegistered(
                    new Membership(id, ORGANISATION, "5303"), null, why(), "1", rank, null, null, null, DAY_0);
        }

        private void quota(int rank, int households, int day) {
            UUID id = Ids.named("quota", quotas.size());
            run.known(
                    "Programme",
                    PROGRAMME,
                    new LinkQuotaDefined(
                            SPHERE, id, "band " + rank, List.of(RANKS.get(rank)), households, DAY_0.plusDays(day)));
            quotas.add(new int[] {rank, day, households});
        }

        private void rank(int cadre, int rank, int day) {
            run.known(
                    "Cadre",
                    Scene.cadre(cadre),
                    new CadreRankChanged(
                            new Membership(Scene.cadre(cadre), ORGANISATION, "5303"),
                            "150",
                            RANKS.get(rank),
                            DAY_0.plusDays(day)));
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
            boolean linked = act.kind != Kind.ASSIGN;
            List<Integer> fit = IntStream.rangeClosed(1, HOUSEHOLDS)
                    .filter(h -> naive.linked(h) == linked)
                    .boxed()
                    .toList();
            if (act.n == 0 || fit.isEmpty()) {
                return act;
            }
            int household = fit.get(act.household % fit.size());
            return new Act(act.kind, act.cadre, household, act.late, act.n, act.other, act.back);
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
            if (act.kind.ordinal() >= Kind.VOID.ordinal()) {
                amend(act);
                return;
            }
            StreamRun.Outcome outcome = run.send(command(act), DAY_0.plusDays(day));
            assertThat(answer(act, outcome))
                    .as("%s on day %s after %s", act, day, events)
                    .isEqualTo(expected(act, day));
            check(act, day, told(outcome));
        }

        private @Nullable String answer(Act act, StreamRun.Outcome outcome) {
            String refusal =
                    outcome.refusal() == null ? null : outcome.refusal().code();
            answers.add(act.kind + " " + (refusal == null ? "accepted" : refusal));
            return refusal;
        }

        private List<DomainEvent> told(StreamRun.Outcome outcome) {
            List<DomainEvent> now =
                    outcome.events().stream().map(StreamEntry::event).toList();
            events.addAll(now);
            now.forEach(event -> add(event, 1));
            return now;
        }

        // -- voids and corrections: whatever is answered, what stands could have been entered so

        private void amend(Act act) {
            List<StreamEntry<DomainEvent>> standing = run.standing();
            boolean correct = act.kind == Kind.CORRECT || act.kind == Kind.CORRECT_WITH_FOLLOWING;
            List<StreamEntry<DomainEvent>> targets = standing.stream()
                    .skip(1) // the designation
                    .filter(entry -> !correct || !changes(entry.event(), act).equals("{}"))
                    .toList();
            if (targets.isEmpty()) {
                return;
            }
            StreamEntry<DomainEvent> target = targets.get(targets.size() - 1 - act.back % targets.size());
            StreamRun.Outcome outcome = switch (act.kind) {
                case VOID -> run.voided(target.id(), false);
                case VOID_WITH_FOLLOWING -> withFollowing(following -> run.voided(target.id(), following));
                case VOID_CORRECTION ->
                    corrections.isEmpty()
                            ? new StreamRun.Outcome(List.of(), null)
                            : run.voided(corrections.get(act.back % corrections.size()), act.n > 1);
                case CORRECT -> run.corrected(target.id(), changes(target.event(), act), false);
                case CORRECT_WITH_FOLLOWING ->
                    withFollowing(following -> run.corrected(target.id(), changes(target.event(), act), following));
                default -> throw new IllegalArgumentException();
            };
            if (outcome.events().isEmpty() && outcome.refusal() == null) {
                return;
            }
            String refusal = answer(act, outcome);
            told(outcome);
            outcome.events().stream()
                    .filter(each -> each.event() instanceof Corrected<?>)
                    .forEach(each -> corrections.add(each.id()));
            assertThat(run.standing())
                    .as("%s of %s: %s", act, target, refusal)
                    .hasSize(standing.size() - gone(outcome));
            run.checkAgain();
            naive.retell(
                    run.standing().stream()
                            .map(entry -> (LinkPointEvent) entry.event())
                            .toList(),
                    this);
            checkEveryDay();
        }

        /** What relies on the event is named first, one by one, and nothing is told; then all of it goes with it. */
        private StreamRun.Outcome withFollowing(Function<Boolean, StreamRun.Outcome> amendment) {
            StreamRun.Outcome without = amendment.apply(false);
            if (without.refusal() == null || !without.refusal().code().equals("relied-on")) {
                return without;
            }
            StreamRun.Outcome with = amendment.apply(true);
            int fallen = without.refusal().errors().size();
            assertThat(with.events().subList(0, fallen))
                    .allSatisfy(each -> assertThat(each.event()).isInstanceOf(Voided.class));
            assertThat(with.events().subList(fallen + 1, with.events().size()))
                    .allSatisfy(each -> assertThat(each.event()).isInstanceOf(Corrected.class));
            return with;
        }

        private static int gone(StreamRun.Outcome outcome) {
            return (int) outcome.events().stream()
                    .filter(entry -> entry.event() instanceof Voided<?> v && !(v.before() instanceof Corrected<?>))
                    .count();
        }

        /** Another cadre or household, where the event has one. */
        private static String changes(DomainEvent event, Act act) {
            String cadre = "\"" + Scene.cadre(act.cadre) + "\"}";
            String household = "{\"householdId\": \"" + Scene.household(act.household) + "\"}";
            return switch (event) {
                case CadreAssignedToHousehold e when act.n == 0 -> household;
                case CadreAssignedToHousehold e -> "{\"cadreId\": " + cadre;
                case CadreEnrolled e -> "{\"cadreId\": " + cadre;
                case HouseholdHandedOver e -> "{\"toCadreId\": " + cadre;
                case HouseholdAdmitted e -> household;
                default -> "{}";
            };
        }

        @Override
        public int cadre(UUID id) {
            return number(CADRES, Scene::cadre, id);
        }

        @Override
        public int household(UUID id) {
            return number(HOUSEHOLDS, Scene::household, id);
        }

        @Override
        public int day(LocalDate day) {
            return (int) ChronoUnit.DAYS.between(DAY_0, day);
        }

        private static @Nullable Integer named(Act act) {
            return act.other < 1 ? null : Integer.valueOf(act.other);
        }

        private static Object command(Act act) {
            UUID c = Scene.cadre(act.cadre);
            UUID h = Scene.household(act.household);
            UUID named = act.other < 1 ? null : Scene.cadre(act.other);
            return switch (act.kind) {
                case ASSIGN -> new AssignCadreToHousehold(POINT, c, h);
                case HAND_OVER -> new HandOverHousehold(POINT, h, c, named, why(), null);
                case RELEASE -> new ReleaseHousehold(POINT, h, named, why(), null);
                case ISSUE -> new IssueLiaisonCard(POINT, h, named);
                case DELIVER -> new ConfirmCardDelivery(POINT, h, named);
                case REVOKE -> new RevokeLiaisonCard(POINT, h, named, null, null);
                case ENROL -> new EnrolCadre(POINT, c);
                case WITHDRAW -> new WithdrawFromLinkPoint(POINT, c, null, null);
                case ADMIT -> new AdmitHousehold(POINT, h);
                default -> throw new IllegalArgumentException();
            };
        }

        private @Nullable String expected(Act act, int day) {
            return switch (act.kind) {
                case ASSIGN -> naive.assign(act.household, act.cadre, day);
                case HAND_OVER -> naive.handOver(act.household, act.cadre, named(act), day);
                case RELEASE -> naive.release(act.household, named(act), day);
                case ISSUE -> naive.issue(act.household, named(act), day);
                case DELIVER -> naive.deliver(act.household, named(act), day);
                case REVOKE -> naive.revoke(act.household, named(act), day);
                case ENROL -> naive.enrol(act.cadre, day);
                case WITHDRAW -> naive.withdraw(act.cadre, day);
                case ADMIT -> naive.admit(act.household, day);
                default -> throw new IllegalArgumentException();
            };
        }

        // -- what must be true whatever was answered, from the events alone

        private void check(Act act, int from, List<DomainEvent> now) {
            if (now.isEmpty()) {
                return;
            }
            checkEveryDay();
            if (act.kind == Kind.ASSIGN || act.kind == Kind.HAND_OVER) {
                int quota = of(act.cadre, from).orElseThrow();
                assertThat(quota).isEqualTo(quotaOf(now.getLast()));
                assertThat(Arrays.stream(ofCadre[act.cadre]).skip(from).boxed()).allMatch(held -> held <= quota);
            }
        }

        private void checkEveryDay() {
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
                            .isEqualTo(count(links, l -> l.cadre() == cadre && l.on(day)))
                            .isLessThanOrEqualTo(links.stream()
                                    .filter(l -> l.cadre() == cadre && l.on(day))
                                    .mapToInt(Span::quota)
                                    .max()
                                    .orElse(0));
                }
                assertThat(cardsInHand[day])
                        .as("cards delivered on day %s", day)
                        .isEqualTo(count(delivered, c -> c.on(day)))
                        .isLessThanOrEqualTo(count(links, l -> l.on(day)));
                assertThat(links).allMatch(l -> count(cards, c -> c.link() == l.link() && c.on(day)) <= 1);
            }
        }

        private static int count(List<Span> spans, Predicate<Span> which) {
            return (int) spans.stream().filter(which).count();
        }

        /** What an event adds to every day from its own on; a void takes back what its target added. */
        private void add(DomainEvent event, int by) {
            int day = day(event.occurredOn());
            switch (event) {
                case Voided<?> e -> add(e.before(), -by);
                case Corrected<?> e -> {
                    add(e.before(), -by);
                    add(e.after(), by);
                }
                case CadreAssignedToHousehold e ->
                    link(e.link().householdId(), e.link().cadreId(), day, by);
                case HouseholdReleased e -> {
                    link(e.link().householdId(), e.link().cadreId(), day, -by);
                    card(e.cardDelivered(), day, -by);
                }
                case HouseholdHandedOver e -> {
                    link(e.link().householdId(), e.former().formerCadreId(), day, -by);
                    link(e.link().householdId(), e.link().cadreId(), day, by);
                    card(e.former().formerCardDelivered(), day, -by);
                }
                case CardDeliveryConfirmed e -> card(true, day, by);
                case LiaisonCardRevoked e -> card(e.delivered(), day, -by);
                default -> {}
            }
        }

        private void link(UUID householdId, UUID cadreId, int day, int by) {
            int h = household(householdId);
            int c = cadre(cadreId);
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

        private static @Nullable Integer quotaOf(DomainEvent event) {
            return event instanceof HouseholdHandedOver e
                    ? e.link().quota()
                    : ((CadreAssignedToHousehold) event).link().quota();
        }
    }
}
