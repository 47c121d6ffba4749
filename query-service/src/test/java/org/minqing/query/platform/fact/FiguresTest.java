package org.minqing.query.platform.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.sample.FactEvent.FactsGiven;
import org.minqing.query.platform.sample.FactView;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;

class FiguresTest {
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final LocalDate END = LocalDate.of(2012, 12, 31);
    private static ReadSide side;
    private static Figures figures;
    private static int counties;
    private final UUID programme = UUID.randomUUID();
    private String county = "";
    private String village = "";

    @BeforeAll
    static void start() {
        side = ReadSide.of(new FactView()).tailing();
        figures = new Figures(side.jdbc);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @BeforeEach
    void place() {
        county = "5303%02d".formatted(++counties);
        village = county + "202207";
    }

    private Fact fact(String measure, String day, Object subject) {
        return new Fact(
                measure,
                LocalDate.parse(day),
                new Fact.Place(programme, village, null),
                new Fact.Facets(null, null, null, null),
                subject.toString(),
                new Fact.Amount(BigDecimal.ONE, null, Qualifier.EXACT));
    }

    private long give(Fact... facts) throws InterruptedException {
        var event = new FactsGiven(programme, village, List.of(facts), LAUNCH);
        side.append("Fact-" + UUID.randomUUID(), event);
        return side.settled();
    }

    private static Measure measure(String id) {
        return side.catalogue.find(id).orElseThrow();
    }

    private Selection selection(String measure) {
        return selection(measure, county, END, Long.MAX_VALUE);
    }

    private static Selection selection(String id, String division, LocalDate to, long knownAt) {
        Measure measure = measure(id);
        boolean since = measure.window() == Measure.Window.SINCE_LAUNCH && measure.aggregation() != Aggregation.LEVEL;
        return new Selection(measure, division, null, null, null, null, null, null, null, null, since, to, knownAt);
    }

    private @Nullable Object value(String measure) {
        Object value = figures.figure(selection(measure)).value();
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value;
    }

    @Test
    void every_measure_over_no_evidence_is_zero_or_nothing_and_never_fails() {
        for (Measure measure : side.catalogue.all()) {
            Object expected = switch (measure.aggregation()) {
                case SUM, LEVEL, DISTINCT -> "0";
                case DATE, SETTING, RATIO -> null;
            };
            assertThat(value(measure.id())).as(measure.id()).isEqualTo(expected);
            assertThat(figures.figure(selection(measure.id())).unit()).isEqualTo(measure.unit());
        }
    }

    @Test
    void the_catalogue_has_every_measure_of_the_programme_with_its_letters() {
        List<String> ids = side.catalogue.all().stream().map(Measure::id).toList();
        List<String> wanted = new ArrayList<>();
        for (int i = 1; i <= 35; i++) {
            wanted.add("M%02d".formatted(i));
        }
        wanted.addAll(List.of("M12P", "M16C", "M20b", "M20C", "M28a", "M28b", "M28c", "M28d"));
        for (int i = 1; i <= 33; i++) {
            wanted.add("A%02d".formatted(i));
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(side.catalogue.all())
                .allSatisfy(m -> assertThat(m.zh() + m.en()).doesNotContain("#"));
    }

    /** The walk: whatever its aggregation, a figure is that aggregation over the evidence that is listed for it. */
    @Test
    void every_figure_is_its_aggregation_over_its_evidence() throws InterruptedException {
        Random random = new Random(20111226);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(Fact.LAUNCH, "2011-12-26", programme));
        for (Measure measure : side.catalogue.all()) {
            for (int i = 0; i < 40; i++) {
                Fact fact = random(measure, random);
                facts.add(fact);
                if (random.nextInt(4) == 0) {
                    facts.add(fact.negated());
                }
            }
        }
        long head = give(facts.toArray(Fact[]::new));
        for (Measure measure : side.catalogue.all()) {
            for (LocalDate to : List.of(LAUNCH, LocalDate.of(2012, 6, 30), END)) {
                Selection selection = selection(measure.id(), county, to, head);
                List<Evidence> evidence = figures.evidence(selection, 0, 0, 10_000);
                Figure figure = figures.figure(selection);
                assertThat(measure.aggregation() == Aggregation.SETTING ? settings(figure) : shown(figure.value()))
                        .as("%s to %s", measure.id(), to)
                        .isEqualTo(recomputed(measure, evidence));
                assertThat(evidence).allSatisfy(e -> assertThat(e.validOn()).isBeforeOrEqualTo(to));
            }
        }
    }

    private static String settings(Figure figure) {
        return figure.other().isEmpty()
                ? shown(figure.value())
                : figure.other().stream()
                        .map(each -> shown(each.value()))
                        .sorted()
                        .toList()
                        .toString();
    }

    private Fact random(Measure measure, Random random) {
        UUID[] some = {
            UUID.nameUUIDFromBytes(new byte[] {1}),
            UUID.nameUUIDFromBytes(new byte[] {2}),
            UUID.nameUUIDFromBytes(new byte[] {3})
        };
        String day = LAUNCH.minusDays(20).plusDays(random.nextInt(380)).toString();
        String kind = measure.aggregation() == Aggregation.RATIO
                ? (random.nextBoolean() ? Aggregation.NUMERATOR : Aggregation.DENOMINATOR)
                : "kind " + random.nextInt(3);
        return fact(measure.id(), day, UUID.randomUUID())
                .quantity(BigDecimal.valueOf(1 + random.nextInt(500), 2))
                .division(county + "20220" + random.nextInt(9))
                .household(some[random.nextInt(3)])
                .cadre(some[random.nextInt(3)])
                .kind(kind);
    }

    private static String shown(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** From what a client gets, and nothing else. */
    private static String recomputed(Measure measure, List<Evidence> evidence) {
        return switch (measure.key() == null ? measure.aggregation() : Aggregation.DISTINCT) {
            case SUM, LEVEL ->
                shown(evidence.stream().map(Evidence::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
            case DISTINCT -> {
                Map<String, BigDecimal> keys = new HashMap<>();
                evidence.forEach(e -> keys.merge(Objects.requireNonNull(e.key()), e.quantity(), BigDecimal::add));
                yield String.valueOf(
                        keys.values().stream().filter(n -> n.signum() > 0).count());
            }
            case DATE -> {
                TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
                evidence.forEach(e -> days.merge(e.validOn(), e.quantity(), BigDecimal::add));
                days.values().removeIf(n -> n.signum() <= 0);
                yield days.isEmpty() ? "null" : days.firstKey().toString();
            }
            case SETTING -> {
                Map<String, List<Evidence>> subjects = new LinkedHashMap<>();
                evidence.forEach(e -> subjects.computeIfAbsent(e.subject(), s -> new ArrayList<>())
                        .add(e));
                subjects.values()
                        .removeIf(es -> es.stream()
                                        .map(Evidence::quantity)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .signum()
                                == 0);
                Map<String, List<List<Evidence>>> kinds = new HashMap<>();
                subjects.values()
                        .forEach(es -> kinds.computeIfAbsent(
                                        es.getFirst().programme() + " "
                                                + es.getFirst().kind(),
                                        k -> new ArrayList<>())
                                .add(es));
                List<String> last = kinds.values().stream()
                        .map(FiguresTest::last)
                        .distinct()
                        .sorted()
                        .toList();
                yield last.isEmpty() ? "null" : last.size() == 1 ? last.getFirst() : last.toString();
            }
            case RATIO -> {
                BigDecimal done = sum(evidence, Aggregation.NUMERATOR);
                BigDecimal owed = sum(evidence, Aggregation.DENOMINATOR);
                yield owed.signum() == 0 ? "null" : shown(done.divide(owed, 4, RoundingMode.HALF_UP));
            }
        };
    }

    private static String last(List<List<Evidence>> subjects) {
        return subjects.stream()
                .max((a, b) -> a.getFirst().validOn().equals(b.getFirst().validOn())
                        ? Long.compare(a.getFirst().ordinal(), b.getFirst().ordinal())
                        : a.getFirst().validOn().compareTo(b.getFirst().validOn()))
                .map(es -> shown(es.stream().map(Evidence::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .orElseThrow();
    }

    private static BigDecimal sum(List<Evidence> evidence, String kind) {
        return evidence.stream()
                .filter(e -> kind.equals(e.kind()))
                .map(Evidence::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_correction_of_the_unit_leaves_one_number_in_one_unit() throws InterruptedException {
        Fact printed = fact("M25", "2012-06-01", "road").quantity(new BigDecimal("14000"), "立方米", Qualifier.EXACT);
        long known = give(printed);
        give(printed.negated(), printed.quantity(new BigDecimal("14000"), "平方米", Qualifier.EXACT));

        Figure then = figures.figure(selection("M25", county, END, known));
        Figure now = figures.figure(selection("M25"));

        assertThat(shown(then.number()) + then.unit()).isEqualTo("14000m3");
        assertThat(shown(now.number()) + now.unit()).isEqualTo("14000m2");
        assertThat(now.other()).isEmpty();
    }

    @Test
    void different_units_never_add() throws InterruptedException {
        Fact cubic = fact("M25", "2012-06-01", "a").quantity(new BigDecimal("14000"), "立方米", Qualifier.EXACT);
        Fact square = fact("M25", "2012-06-01", "b").quantity(new BigDecimal("500"), "平方米", Qualifier.AT_LEAST);
        give(cubic, square);
        Figure figure = figures.figure(selection("M25"));
        assertThat(shown(figure.number()) + figure.unit()).isEqualTo("14000m3");
        assertThat(figure.other()).extracting(Figure::unit).containsExactly("m2");
        assertThat(figure.other()).extracting(Figure::qualifier).containsExactly(Qualifier.AT_LEAST);
        assertThat(figure.qualifier()).isEqualTo(Qualifier.EXACT);
    }

    @Test
    void other_units_stand_in_the_order_of_the_log_after_every_restart() throws InterruptedException {
        List<String> units = List.of("m3", "m2", "mu", "m", "km", "t", "kg");
        List<Fact> facts = new ArrayList<>();
        for (String unit : units) {
            facts.add(fact("M25", "2012-06-01", unit).quantity(BigDecimal.TEN, unit, Qualifier.EXACT));
        }
        for (Fact fact : facts) {
            give(fact);
        }
        Figure figure = figures.figure(selection("M25"));
        assertThat(figure.unit()).isEqualTo("m3");
        assertThat(figure.other()).extracting(Figure::unit).containsExactlyElementsOf(units.subList(1, 7));
    }

    @Test
    void a_sum_carries_the_weakest_qualifier_of_what_is_in_it() throws InterruptedException {
        Fact vague = fact("M12P", "2012-06-01", "a").quantity(new BigDecimal("800"), "人", Qualifier.AT_LEAST);
        give(vague, fact("M12P", "2012-06-02", "b").quantity(new BigDecimal("20"), "人", Qualifier.EXACT));
        assertThat(figures.figure(selection("M12P")).qualifier()).isEqualTo(Qualifier.AT_LEAST);

        give(vague.negated(), vague.quantity(new BigDecimal("812"), "人", Qualifier.EXACT));
        assertThat(figures.figure(selection("M12P")).qualifier()).isEqualTo(Qualifier.EXACT);
    }

    @Test
    void counts_a_household_once_however_often_it_is_visited_and_not_when_every_visit_is_voided()
            throws InterruptedException {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        Fact voided = fact("M20", "2012-03-02", "v3").household(b);
        give(
                fact("M20", "2012-03-01", "v1").household(a),
                fact("M20", "2012-04-01", "v2").household(a),
                voided,
                voided.negated());
        assertThat(value("M20")).isEqualTo("1");
        Selection april = selection("M20").between(LocalDate.of(2012, 4, 1), LocalDate.of(2012, 4, 30));
        assertThat(figures.figure(april).number()).isEqualTo("1");
    }

    @Test
    void runs_from_the_launch_of_each_facts_own_programme() throws InterruptedException {
        give(
                fact(Fact.LAUNCH, "2011-12-26", programme),
                fact("M18", "2011-12-25", "before"),
                fact("M18", "2011-12-26", "on the day"),
                fact("M18", "2011-12-25", "of no programme").programme(null));
        assertThat(value("M18")).isEqualTo("2");
    }

    @Test
    void a_level_grouped_by_month_is_the_level_at_each_months_end() throws InterruptedException {
        give(
                fact("M26", "2012-01-10", "a"),
                fact("M26", "2012-01-20", "b"),
                fact("M26", "2012-03-05", "a").negated());
        Selection toApril = selection("M26").between(null, LocalDate.of(2012, 4, 15));
        Map<@Nullable String, String> groups = new LinkedHashMap<>();
        figures.groups(toApril, GroupBy.MONTH).forEach((key, figure) -> groups.put(key, shown(figure.number())));
        assertThat(groups)
                .containsExactly(
                        Map.entry("2012-01", "2"),
                        Map.entry("2012-02", "2"),
                        Map.entry("2012-03", "1"),
                        Map.entry("2012-04", "1"));
    }

    @Test
    void every_level_by_month_and_quarter_is_the_figure_of_the_groups_last_day() throws InterruptedException {
        Random random = new Random(2012);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Fact fact = fact("M26", LAUNCH.plusDays(random.nextInt(370)).toString(), "link " + i)
                    .quantity(
                            BigDecimal.ONE,
                            i % 7 == 0 ? "cards" : "cadres",
                            i % 5 == 0 ? Qualifier.AT_LEAST : Qualifier.EXACT);
            facts.add(fact);
            if (random.nextBoolean()) {
                facts.add(fact.negated().on(fact.validOn().plusDays(random.nextInt(60))));
            }
        }
        give(facts.toArray(Fact[]::new));
        for (GroupBy by : List.of(GroupBy.MONTH, GroupBy.QUARTER, GroupBy.YEAR)) {
            Map<@Nullable String, Figure> groups = figures.groups(selection("M26"), by);
            for (var group : by.groups(LAUNCH, END)) {
                assertThat(groups.get(by.key(group.from())))
                        .as("%s to %s", by, group.to())
                        .isEqualTo(figures.figure(selection("M26").between(null, group.to())));
            }
        }
    }

    @Test
    void a_sum_grouped_by_quarter_has_every_quarter_and_adds_up() throws InterruptedException {
        give(fact("M18", "2012-01-10", "a"), fact("M18", "2012-02-20", "b"), fact("M18", "2012-07-05", "c"));
        Map<@Nullable String, Figure> groups = figures.groups(selection("M18"), GroupBy.QUARTER);
        assertThat(groups.keySet()).containsExactly("2012-Q1", "2012-Q2", "2012-Q3", "2012-Q4");
        assertThat(groups.values().stream().map(f -> shown(f.number()))).containsExactly("2", "0", "1", "0");
    }

    @Test
    void groups_by_division_cadre_task_and_kind_with_what_has_none_last() throws InterruptedException {
        UUID cadre = UUID.randomUUID();
        give(
                fact("M21", "2012-01-10", "a").cadre(cadre).task("T1").kind("OPINION"),
                fact("M21", "2012-01-11", "b").task("T2"));
        assertThat(figures.groups(selection("M21"), GroupBy.CADRE).keySet()).containsExactly(cadre.toString(), null);
        assertThat(figures.groups(selection("M21"), GroupBy.TASK).keySet()).containsExactly("T1", "T2");
        assertThat(figures.groups(selection("M21"), GroupBy.KIND).keySet()).containsExactly("OPINION", null);
        assertThat(figures.groups(selection("M21"), GroupBy.DIVISION).keySet()).containsExactly(village);
    }

    @Test
    void refuses_more_groups_than_anybody_can_read() throws InterruptedException {
        give(fact("M18", "1812-01-10", "a"));
        assertThatThrownBy(() -> figures.groups(selection("M18"), GroupBy.MONTH))
                .isInstanceOf(Figures.TooManyGroups.class);
    }

    @Test
    void date_setting_and_rounds_hold_wherever_the_programme_works_and_nowhere_else() throws InterruptedException {
        String office = county.substring(0, 4);
        Fact visit = fact("M20b", "2012-03-01", "visit");
        give(
                fact("M01", "2011-12-26", "group").division(office),
                fact("M02", "2011-12-26", "quota").division(office).quantity(new BigDecimal("5")),
                fact("M07", "2012-02-01", "round").division(office).kind("round"),
                visit);
        LocalDate end = END;
        for (String place : List.of(office, county, village)) {
            assertThat(figures.figure(selection("M07", place, end, Long.MAX_VALUE))
                            .number())
                    .as(place)
                    .isGreaterThanOrEqualTo(BigDecimal.ONE);
        }
        assertThat(figures.figure(selection("M01", village, end, Long.MAX_VALUE))
                        .date())
                .isEqualTo(LocalDate.of(2011, 12, 26));
        assertThat(shown(figures.figure(selection("M02", village, end, Long.MAX_VALUE))
                        .number()))
                .isEqualTo("5");
        String elsewhere = county + "999";
        assertThat(figures.figure(selection("M01", elsewhere, end, Long.MAX_VALUE))
                        .date())
                .isNull();
        assertThat(figures.figure(selection("M02", elsewhere, end, Long.MAX_VALUE))
                        .number())
                .isNull();

        // a programme whose only fact in the village is taken back never worked there
        give(visit.negated());
        assertThat(figures.figure(selection("M01", village, end, Long.MAX_VALUE))
                        .date())
                .isNull();
    }

    /** Of two programmes, or of two bands of one, none is the one that was defined last. */
    @Test
    void a_setting_of_two_programmes_or_kinds_is_none_of_theirs_and_each_is_told() throws InterruptedException {
        Fact first =
                fact("M02", "2011-12-26", "q1").quantity(new BigDecimal("5")).kind("处级");
        Fact same =
                fact("M02", "2012-01-26", "q2").quantity(new BigDecimal("5")).kind("厅级");
        give(first, same);
        assertThat(value("M02")).isEqualTo("5");
        Fact other = fact("M02", "2012-02-26", "q3")
                .quantity(new BigDecimal("4"))
                .kind("处级")
                .programme(UUID.randomUUID());
        give(other);
        assertThat(value("M02")).isNull();
        Figure both = figures.figure(selection("M02"));
        assertThat(both.other()).extracting(each -> shown(each.value())).containsExactly("5", "4");
        assertThat(both.unit()).isEqualTo("households per cadre");
        give(other.negated());
        assertThat(value("M02")).isEqualTo("5");
    }

    @Test
    void a_setting_is_the_last_one_in_force_on_the_day() throws InterruptedException {
        Fact first = fact("M03", "2011-12-26", "q1").quantity(new BigDecimal("3"));
        Fact second = fact("M03", "2012-06-01", "q2").quantity(new BigDecimal("4"));
        give(first, second);
        assertThat(shown(figures.figure(selection("M03", village, LocalDate.of(2012, 5, 31), Long.MAX_VALUE))
                        .number()))
                .isEqualTo("3");
        assertThat(value("M03")).isEqualTo("4");
        give(second.negated());
        assertThat(value("M03")).isEqualTo("3");
    }

    @Test
    void a_stock_of_keys_counts_each_once_however_often_it_is_held_and_is_the_level_at_each_groups_end()
            throws InterruptedException {
        UUID one = UUID.randomUUID();
        give(
                fact(Fact.LAUNCH, "2011-12-26", programme),
                fact("M05", "2012-01-10", "a").household(one),
                fact("M05", "2012-01-20", "b").household(one),
                fact("M05", "2012-02-20", "c").household(UUID.randomUUID()),
                fact("M05", "2012-02-25", "a").household(one).negated(),
                fact("M05", "2012-03-05", "b").household(one).negated());
        assertThat(figures.groups(selection("M05").between(null, LocalDate.of(2012, 3, 15)), GroupBy.MONTH)
                        .values())
                .extracting(figure -> shown(figure.value()))
                .containsExactly("1", "2", "1");
        assertThat(value("M05")).isEqualTo("1");
    }

    @Test
    void an_organisation_is_asked_for_with_what_belongs_to_none() throws InterruptedException {
        UUID office = UUID.randomUUID();
        give(
                fact(Fact.LAUNCH, "2011-12-26", programme),
                fact("M34", "2012-01-10", "a").organisation(office),
                fact("M34", "2012-01-10", "b").organisation(UUID.randomUUID()),
                fact("M34", "2012-01-10", "c").organisation(null));
        Selection all = selection("M34");
        Selection its = new Selection(
                all.measure(), county, null, office, null, null, null, null, null, null, true, END, Long.MAX_VALUE);
        assertThat(shown(figures.figure(its).value())).isEqualTo("2");
    }
}
