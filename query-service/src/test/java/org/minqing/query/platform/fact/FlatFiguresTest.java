package org.minqing.query.platform.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;
import org.minqing.events.Voided;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.Seeds;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.sample.FactEvent.FactsGiven;
import org.minqing.query.platform.sample.FactView;
import org.minqing.query.platform.sample.ThingEvent;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Period;

/**
 * Every figure that stands in blocks against the plain sum over the facts: at random places, days, positions and programmes, over
 * random logs of two programmes with late, voided and corrected events, launches that change and places of every level.
 */
class FlatFiguresTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 10, 1);
    private static final int DAYS = 900;
    private static final int EVENTS = 50;
    private static final int QUESTIONS = 6;
    private static @Nullable ReadSide side;
    private static int provinces = 9;

    @BeforeAll
    static void start() {
        side = ReadSide.of(new FactView());
        side.projection(side.views, 7).start();
    }

    @AfterAll
    static void stop() {
        side().close();
    }

    private static ReadSide side() {
        return Objects.requireNonNull(side);
    }

    @Test
    void every_figure_is_the_plain_sum_over_its_facts_however_the_batches_were_cut_and_after_a_rebuild()
            throws InterruptedException {
        List<Log> logs = new ArrayList<>();
        Seeds.each(4, random -> {
            Log log = new Log(random);
            log.write();
            long head = side().settled();
            log.hold(head, QUESTIONS);
            log.holdEverywhere(head);
            logs.add(log);
        });
        assertThat(side().rebuild().run(2).differences())
                .as("cut otherwise")
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        long head = side().settled();
        logs.forEach(log -> log.hold(head, 2));
        assertThat(logs.stream().mapToInt(log -> log.corrected).sum()).isPositive();
        assertThat(logs.stream().flatMap(log -> log.read.stream()).distinct())
                .as("told from blocks")
                .hasSizeGreaterThan(4);
    }

    /** One random history. */
    private static final class Log {
        private final Random random;
        private final String province = "%02d".formatted(++provinces);
        private final List<UUID> programmes;
        private final List<UUID> people;
        private final List<Given> given = new ArrayList<>();
        private final long before = side().log.log().head();
        private final Set<String> read = new HashSet<>();
        private int corrected;

        private record Given(FactsGiven event, Appended at) {}

        Log(Random random) {
            this.random = random;
            this.programmes = List.of(id(), id());
            this.people = List.of(id(), id(), id(), id());
        }

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private boolean once(int in) {
            return random.nextInt(in) == 0;
        }

        private LocalDate day() {
            return once(4)
                    ? LocalDate.of(2012, one(List.of(1, 6, 7, 12)), one(List.of(1, 30)))
                    : FIRST.plusDays(random.nextInt(DAYS));
        }

        // -------------------------------------------------------------- events

        void write() {
            for (int i = 0; i < EVENTS; i++) {
                String stream = "Fact-" + UUID.randomUUID();
                if (!given.isEmpty() && once(5)) {
                    Given target = given.remove(random.nextInt(given.size()));
                    side().append(target.at.stream(), amended(target));
                } else {
                    FactsGiven event = facts(1 + random.nextInt(12));
                    given.add(new Given(event, side().append(stream, event)));
                }
            }
        }

        private DomainEvent amended(Given target) {
            UUID of = target.at.eventId();
            FactsGiven instead = facts(2);
            return once(2)
                    ? new Voided<>(of, target.event, ThingEvent.REASON, null)
                    : new Corrected<>(
                            of,
                            target.event,
                            new FactsGiven(
                                    target.event.programmeId(),
                                    target.event.divisionId(),
                                    instead.facts(),
                                    target.event.occurredOn()),
                            ThingEvent.REASON,
                            null);
        }

        private FactsGiven facts(int count) {
            List<Fact> facts = new ArrayList<>();
            List<Measure> measures = List.copyOf(side().catalogue.all());
            for (int i = 0; i < count; i++) {
                facts.add(
                        once(30)
                                ? launch()
                                : fact(once(2) ? measure(one(List.of("M20", "M27", "M05", "M28"))) : one(measures)));
            }
            return new FactsGiven(one(programmes), province, facts, FIRST);
        }

        private Fact launch() {
            UUID programme = one(programmes);
            return new Fact(
                    Fact.LAUNCH,
                    day(),
                    new Fact.Place(programme, province, null),
                    new Fact.Facets(null, null, null, null),
                    programme.toString(),
                    new Fact.Amount(BigDecimal.ONE, null, Qualifier.EXACT));
        }

        private Fact fact(Measure measure) {
            boolean ratio = measure.aggregation() == Aggregation.RATIO;
            BigDecimal quantity = once(8) ? new BigDecimal("-1") : BigDecimal.ONE;
            boolean amount = measure.aggregation() == Aggregation.SUM && once(2);
            return new Fact(
                    measure.id(),
                    day(),
                    new Fact.Place(once(10) ? null : one(programmes), place(), once(2) ? null : one(people)),
                    new Fact.Facets(
                            once(9) ? null : one(people),
                            once(9) ? null : one(people),
                            null,
                            ratio && !once(20)
                                    ? one(List.of("OWED", "DONE"))
                                    : one(java.util.Arrays.asList("2011", "2012", null))),
                    "s" + random.nextInt(6),
                    new Fact.Amount(
                            amount ? BigDecimal.valueOf(random.nextInt(9000), random.nextInt(3)) : quantity,
                            amount && once(4) ? one(List.of("m3", "km", "CNY")) : null,
                            once(5) ? one(List.of(Qualifier.values())) : Qualifier.EXACT));
        }

        private @Nullable String place() {
            String village = village();
            return once(30) ? null : once(8) ? village.substring(0, one(Blocks.LEVELS)) : village;
        }

        private String village() {
            return province + "03" + one(List.of("21", "A2")) + one(List.of("100", "101")) + one(List.of("201", "A01"));
        }

        // -------------------------------------------------------------- questions

        /** All measures of one place, day and position, at one go. */
        void hold(long head, int questions) {
            for (int i = 0; i < questions; i++) {
                String place = village().substring(0, one(Blocks.LEVELS));
                UUID programme = once(2) ? null : one(programmes);
                LocalDate to = day();
                LocalDate from = once(3) ? to.withDayOfYear(1) : once(2) ? day() : null;
                long knownAt = once(5) ? head : before + random.nextInt((int) (head - before) + 1);
                List<Selection> board = side().catalogue.all().stream()
                        .map(measure -> selection(measure, place, programme, from, to, knownAt))
                        .toList();
                if (once(3)) {
                    holdNarrowed(board);
                }
                if (i == 0) {
                    holdBehind(board);
                }
                Map<Selection, Answer> answers = side().figures().answers(board);
                for (Selection s : board) {
                    Answer answer = Objects.requireNonNull(answers.get(s));
                    assertThat(answer.figure())
                            .as("%s", s)
                            .isEqualTo(side().figures().plain(s));
                    if (s.measure().addsReports()) {
                        assertThat(answer.reports())
                                .as("reports of %s", s)
                                .isEqualTo(side().figures().reports(s, null).getOrDefault(null, 0));
                    }
                    if (FlatFigures.answer(s)
                            && answer.figure().number() instanceof BigDecimal told
                            && told.signum() != 0) {
                        read.add(s.measure().id());
                    }
                }
            }
        }

        /** Evidence page by page, groups of days and of places, and corrections, against the facts themselves. */
        private void holdBehind(List<Selection> all) {
            List<Selection> board = all.stream().filter(s -> once(3)).toList();
            for (Selection s : board) {
                List<Evidence> evidence = plain(s);
                int limit = 1 + random.nextInt(4);
                List<Evidence> paged = new ArrayList<>();
                List<Evidence> page;
                do {
                    long position = paged.isEmpty() ? 0 : paged.getLast().position();
                    int ordinal = paged.isEmpty() ? 0 : paged.getLast().ordinal();
                    page = side().figures().evidence(s, position, ordinal, limit);
                    paged.addAll(page);
                } while (page.size() == limit);
                assertThat(paged).as("%s", s).isEqualTo(evidence);
                holdGroups(s);
            }
            Map<Selection, List<Figures.Correction>> corrections =
                    side().figures().corrections(board);
            for (Selection s : board) {
                assertThat(Objects.requireNonNull(corrections.get(s)).stream()
                                .map(each -> each.position() + " " + each.former() + " " + each.quantity())
                                .toList())
                        .as("%s", s)
                        .isEqualTo(corrected(s));
                corrected += Objects.requireNonNull(corrections.get(s)).size();
            }
        }

        private List<Evidence> plain(Selection s) {
            Map<String, Object> parameters = new HashMap<>();
            boolean keyed = Figures.counted(s.measure()) == Measure.Aggregation.DISTINCT;
            return side().jdbc
                    .sql("with " + FactSelection.sql(s, parameters)
                            + "select e.*, v.event_id, v.type, v.authority from (select *, "
                            + (keyed ? Figures.key(s.measure()) : "null::text") + " as counted_by from evidence) e"
                            + " join read.event v using (position) order by e.position, e.ordinal")
                    .params(parameters)
                    .query((row, n) -> new Evidence(
                            row.getLong("position"),
                            row.getInt("ordinal"),
                            row.getObject("event_id", UUID.class),
                            row.getString("type"),
                            row.getObject("valid_on", LocalDate.class),
                            row.getBigDecimal("quantity"),
                            row.getString("unit"),
                            Qualifier.valueOf(row.getString("qualifier")),
                            row.getString("counted_by"),
                            row.getObject("programme", UUID.class),
                            row.getString("division"),
                            row.getObject("organisation", UUID.class),
                            row.getObject("cadre", UUID.class),
                            row.getObject("household", UUID.class),
                            row.getString("task"),
                            row.getString("kind"),
                            row.getString("subject"),
                            row.getString("authority")))
                    .list();
        }

        private List<String> corrected(Selection s) {
            Map<String, Object> parameters = new HashMap<>();
            return side().jdbc
                    .sql("with " + FactSelection.sql(s, parameters) + """
                            select position || ' ' || coalesce((-sum(quantity) filter (where quantity < 0))::text, 'null') || ' '
                                   || coalesce((sum(quantity) filter (where quantity > 0))::text, 'null')
                            from evidence where position in (select position from read.event where corrects is not null)
                            group by position
                            having coalesce(min(unit) filter (where quantity < 0), '') <> coalesce(min(unit) filter (where quantity > 0), '')
                                or sum(quantity) <> 0
                            order by position limit 20
                            """)
                    .params(parameters)
                    .query(String.class)
                    .list();
        }

        private void holdGroups(Selection s) {
            for (GroupBy by : List.of(GroupBy.MONTH, GroupBy.YEAR)) {
                LocalDate from = s.from() != null ? s.from() : side().figures().firstDay(s);
                Map<String, Figure> wanted = new LinkedHashMap<>();
                for (Period group : from == null ? List.<Period>of() : by.groups(from, s.to())) {
                    LocalDate first = Selection.stock(s.measure())
                            ? null
                            : group.from().isBefore(Objects.requireNonNull(from)) ? from : group.from();
                    wanted.put(by.key(group.from()), side().figures().plain(s.between(first, group.to())));
                }
                assertThat(side().figures().groups(s, by)).as("%s by %s", s, by).isEqualTo(wanted);
            }
            assertThat(side().figures().groups(s, GroupBy.DIVISION))
                    .as("%s", s)
                    .isEqualTo(side().figures().grouped(s, GroupBy.DIVISION));
        }

        /** The same of one organisation, cadre or kind: these are added up from the facts, many measures together. */
        private void holdNarrowed(List<Selection> board) {
            UUID organisation = once(2) ? one(people) : null;
            UUID scope = once(3) ? one(people) : null;
            UUID cadre = once(3) ? one(people) : null;
            String kind = once(3) ? "2012" : null;
            List<Selection> narrowed = board.stream()
                    .map(s -> new Selection(
                            s.measure(),
                            s.division(),
                            s.programme(),
                            organisation,
                            scope,
                            cadre,
                            null,
                            null,
                            kind,
                            s.from(),
                            s.sinceLaunch(),
                            s.to(),
                            s.knownAt()))
                    .toList();
            holdBehind(narrowed);
            Map<Selection, Answer> answers = side().figures().answers(narrowed);
            Set<Selection> evident = side().figures().evident(narrowed);
            for (Selection s : narrowed) {
                assertThat(Objects.requireNonNull(answers.get(s)).figure())
                        .as("%s", s)
                        .isEqualTo(side().figures().plain(s));
                assertThat(evident.contains(s))
                        .as("evidence of %s", s)
                        .isEqualTo(side().figures().firstDay(s) != null);
            }
        }

        /** At every position, and so at both ends of every block. */
        void holdEverywhere(long head) {
            LocalDate to = FIRST.plusDays(DAYS);
            List<Selection> all = new ArrayList<>();
            for (String place : List.of(province, village())) {
                for (String measure : List.of("M20", "M20b", "M27")) {
                    for (long knownAt = before; knownAt <= head; knownAt++) {
                        all.add(selection(measure(measure), place, null, null, to, knownAt));
                    }
                }
            }
            for (Selection s : all) {
                assertThat(side().figures().figure(s))
                        .as("%s", s)
                        .isEqualTo(side().figures().plain(s));
            }
        }

        private Selection selection(
                Measure measure,
                String place,
                @Nullable UUID programme,
                @Nullable LocalDate from,
                LocalDate to,
                long knownAt) {
            boolean stock = Selection.stock(measure);
            LocalDate first = stock
                    ? null
                    : from == null && measure.window() == Window.IN_PERIOD
                            ? to.withDayOfMonth(1).withMonth(to.getMonthValue() < 7 ? 1 : 7)
                            : from;
            boolean since = !stock && first == null;
            return new Selection(
                    measure, place, programme, null, null, null, null, null, null, first, since, to, knownAt);
        }
    }

    private static Measure measure(String id) {
        return side().catalogue.find(id).orElseThrow();
    }
}
