package org.minqing.query.platform.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Period;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Figures and their evidence. Both read {@link #evidence}: a figure is its measure's aggregation over its evidence and nothing
 * else. Call within a transaction with a snapshot.
 */
public class Figures {
    private static final int MOST_GROUPS = 1200;
    /** Facts behind a figure of which it is told what they rest on. */
    private static final int MOST_BEHIND = 5000;

    private static final int RATIO_SCALE = 4;
    private static final String MONEY = "CNY";
    private static final int MONEY_SCALE = 2;

    private final JdbcClient jdbc;
    private final Blocks blocks;

    public Figures(JdbcClient jdbc) {
        this(jdbc, Blocks.STANDARD);
    }

    /** @param blocks those by which the read models were written */
    public Figures(JdbcClient jdbc, Blocks blocks) {
        this.jdbc = jdbc;
        this.blocks = blocks;
    }

    /** One aggregated line: of a group, of a unit or kind; of a setting since the position of its first fact, else since 0. */
    record Line(
            @Nullable String group,
            @Nullable String part,
            BigDecimal number,
            Qualifier qualifier,
            @Nullable LocalDate day,
            long since) {
        /** With another of the same unit and qualifier. */
        Line plus(Line other) {
            return new Line(group, part, number.add(other.number), qualifier, day, since);
        }

        Line negated() {
            return new Line(group, part, number.negate(), qualifier, day, since);
        }
    }

    /** The figure. */
    public Figure figure(Selection selection) {
        return answer(selection).figure();
    }

    /** The figure, with how many reports it adds up. */
    public Answer answer(Selection selection) {
        return Objects.requireNonNull(answers(List.of(selection)).get(selection));
    }

    /** Added up from the facts, whatever the question: what every figure is held equal to. */
    public Figure plain(Selection selection) {
        return grouped(selection, null).getOrDefault(null, nothing(selection.measure()));
    }

    /** Many figures by one statement, each from the blocks if it stands there, else from its facts. */
    public Map<Selection, Answer> answers(Collection<Selection> selections) {
        List<Selection> asked = selections.stream().distinct().toList();
        JoinedStatement statement = statement(asked);
        Map<Integer, List<Line>> lines = new HashMap<>();
        ask(
                statement,
                row -> lines.computeIfAbsent(row.getInt("slot"), slot -> new ArrayList<>())
                        .add(line(row, 0)));
        Map<Selection, Answer> answers = new LinkedHashMap<>();
        for (int slot = 0; slot < asked.size(); slot++) {
            Selection s = asked.get(slot);
            answers.put(s, answer(s.measure(), lines.getOrDefault(slot, List.of())));
        }
        return answers;
    }

    /** Rows (slot, group, unit or part, number, weakness, day), the slot being the place in the list. */
    JoinedStatement statement(List<Selection> asked) {
        JoinedStatement statement = new JoinedStatement();
        SharedSelections shared = new SharedSelections(SharedSelections.ALL);
        Map<FlatFigures.Scope, Map<Integer, Selection>> flat = new LinkedHashMap<>();
        for (int slot = 0; slot < asked.size(); slot++) {
            Selection s = asked.get(slot);
            if (FlatFigures.answer(s) || FlatFigures.answerReports(s)) {
                flat.computeIfAbsent(FlatFigures.Scope.of(s), scope -> new LinkedHashMap<>())
                        .put(slot, s);
            }
            if (!FlatFigures.answer(s)) {
                shared.add(slot, s, LINES.formatted(aggregated(s.measure(), "slot::text")));
            }
            if (s.measure().addsReports() && !FlatFigures.answerReports(s)) {
                shared.add(slot, s, REPORTS.formatted(reported("slot::text")));
            }
        }
        shared.into(statement);
        flat.values().forEach(slots -> {
            Map<String, Object> parameters = new HashMap<>();
            statement.add(FlatFigures.sql(blocks, slots, parameters), parameters);
        });
        return statement;
    }

    private static final String LINES = """
            select grp::int as slot, null::text as grp, part, number, weakness, day, since from (%s) as found
            """;

    private static final String REPORTS = """
            select grp::int as slot, null::text as grp, 'REPORTS' as part, reports::numeric as number, 0 as weakness,
                   null::date as day, 0::bigint as since from (%s) as found
            """;

    private static Answer answer(Measure measure, List<Line> lines) {
        Map<Boolean, List<Line>> reports =
                lines.stream().collect(Collectors.partitioningBy(line -> Count.REPORTS.equals(line.part)));
        List<Line> figure = Objects.requireNonNull(reports.get(false));
        return new Answer(
                figure.isEmpty() ? nothing(measure) : figure(measure, figure),
                Objects.requireNonNull(reports.get(true)).stream()
                        .mapToInt(line -> line.number.intValueExact())
                        .sum());
    }

    /** Those of which there is any evidence. */
    public Set<Selection> evident(Collection<Selection> selections) {
        List<Selection> asked = selections.stream().distinct().toList();
        SharedSelections shared = new SharedSelections(SharedSelections.ANY);
        for (int slot = 0; slot < asked.size(); slot++) {
            shared.add(slot, asked.get(slot), "select slot from evidence");
        }
        Set<Selection> evident = new HashSet<>();
        ask(shared, row -> evident.add(asked.get(row.getInt("slot"))));
        return evident;
    }

    private void ask(SharedSelections shared, RowCallbackHandler each) {
        JoinedStatement statement = new JoinedStatement();
        shared.into(statement);
        ask(statement, each);
    }

    /**
     * By a plan made for what is asked: one that is kept for all takes few measures and facts for granted, and goes through all that is
     * found for each measure. It holds for the rest of the transaction.
     */
    private void ask(JoinedStatement statement, RowCallbackHandler each) {
        if (!statement.isEmpty()) {
            planned();
            jdbc.sql(statement.sql()).params(statement.parameters()).query(each);
        }
    }

    private void planned() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /** The figure by group, in the order of keys; facts without the dimension stand under null, last. */
    public Map<@Nullable String, Figure> groups(Selection selection, GroupBy by) {
        if (by == GroupBy.DIVISION) {
            return places(selection).orElseGet(() -> grouped(selection, by));
        }
        if (!by.time()) {
            return grouped(selection, by);
        }
        LocalDate from = selection.from() != null ? selection.from() : firstDay(selection);
        if (from == null) {
            return new LinkedHashMap<>();
        }
        Map<String, Selection> asked = new LinkedHashMap<>();
        for (Period group : limited(by.groups(from, selection.to()))) {
            LocalDate first = selection.stock() ? null : group.from().isBefore(from) ? from : group.from();
            asked.put(by.key(group.from()), selection.between(first, group.to()));
        }
        return asked.values().stream().allMatch(FlatFigures::answer) ? flat(asked) : summed(selection, by, asked);
    }

    /** By place from the blocks, if the figure stands there. */
    Optional<Map<@Nullable String, Figure>> places(Selection selection) {
        planned();
        return new PlaceFigures(jdbc, blocks, selection).lines().map(lines -> {
            Map<@Nullable String, Figure> figures = new LinkedHashMap<>();
            lines.forEach((place, found) -> figures.put(
                    place, found.isEmpty() ? nothing(selection.measure()) : figure(selection.measure(), found)));
            return figures;
        });
    }

    /** Each group from the blocks: all by one statement, in which a block is read once. */
    private Map<@Nullable String, Figure> flat(Map<String, Selection> asked) {
        Map<Selection, Answer> answers = answers(asked.values());
        Map<@Nullable String, Figure> groups = new LinkedHashMap<>();
        asked.forEach((key, each) ->
                groups.put(key, Objects.requireNonNull(answers.get(each)).figure()));
        return groups;
    }

    /** Each group from its facts. */
    private Map<@Nullable String, Figure> summed(Selection selection, GroupBy by, Map<String, Selection> asked) {
        if (selection.measure().aggregation() == Aggregation.LEVEL
                && selection.measure().key() == null) {
            return levels(selection, by, asked.keySet());
        }
        // of a ratio each group has a set of its own
        boolean ratio = selection.measure().aggregation() == Aggregation.RATIO;
        Map<String, Figure> found = selection.stock() || ratio ? Map.of() : strict(grouped(selection, by));
        Map<@Nullable String, Figure> groups = new LinkedHashMap<>();
        asked.forEach((key, each) -> groups.put(
                key,
                selection.stock() || ratio ? figure(each) : found.getOrDefault(key, nothing(selection.measure()))));
        return groups;
    }

    /** What came in each group, added up to each group's end: one pass over the evidence, however many groups there are. */
    private Map<@Nullable String, Figure> levels(Selection selection, GroupBy by, Collection<String> keys) {
        Map<@Nullable String, Figure> groups = new LinkedHashMap<>();
        Map<@Nullable String, List<Line>> came = lines(selection, by);
        Map<List<@Nullable Object>, Line> level = new HashMap<>();
        for (String key : keys) {
            for (Line line : came.getOrDefault(key, List.of())) {
                level.merge(Arrays.asList(line.part, line.qualifier), line, Line::plus);
            }
            groups.put(key, figure(selection.measure(), List.copyOf(level.values())));
        }
        return groups;
    }

    private static List<Period> limited(List<Period> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new TooManyGroups(MOST_GROUPS);
        }
        return groups;
    }

    private static Map<String, Figure> strict(Map<@Nullable String, Figure> groups) {
        Map<String, Figure> strict = new HashMap<>();
        groups.forEach((key, figure) -> strict.put(Objects.requireNonNull(key), figure));
        return strict;
    }

    /** More groups than anybody can read. */
    public static final class TooManyGroups extends RuntimeException {
        private final int most;

        TooManyGroups(int most) {
            super("more than " + most + " groups");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    private static Figure nothing(Measure measure) {
        return switch (measure.aggregation()) {
            case SUM, LEVEL, DISTINCT -> Figure.of(BigDecimal.ZERO, measure.unit(), Qualifier.EXACT);
            case SETTING -> Figure.of((BigDecimal) null, measure.unit(), Qualifier.EXACT);
            case DATE -> Figure.of((LocalDate) null, measure.unit());
            case RATIO -> ratio(measure, List.of());
        };
    }

    /** Added up from the facts, as {@link #plain}. */
    Map<@Nullable String, Figure> grouped(Selection selection, @Nullable GroupBy by) {
        Map<@Nullable String, Figure> figures = new LinkedHashMap<>();
        lines(selection, by).forEach((key, found) -> figures.put(key, figure(selection.measure(), found)));
        return figures;
    }

    /** What is aggregated by group and unit, groups in the order of their keys. */
    Map<@Nullable String, List<Line>> lines(Selection selection, @Nullable GroupBy by) {
        Map<String, Object> parameters = new HashMap<>();
        String group = by == null ? "null::text" : by.sql;
        String sql = "with " + FactSelection.sql(selection, parameters) + aggregated(selection.measure(), group);
        Map<@Nullable String, List<Line>> lines = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        jdbc.sql(sql)
                .params(parameters)
                .query(Figures::line)
                .list()
                .forEach(line -> lines.computeIfAbsent(line.group, key -> new ArrayList<>())
                        .add(line));
        return lines;
    }

    static Line line(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Line(
                row.getString("grp"),
                row.getString("part"),
                row.getBigDecimal("number"),
                Qualifier.values()[row.getInt("weakness")],
                row.getObject("day", LocalDate.class),
                row.getLong("since"));
    }

    private static final String WEAKNESS = "case qualifier when 'EXACT' then 0 when 'AT_LEAST' then 1 else 2 end";

    /** Columns: group, unit or kind, number, weakness of the qualifier, day, first position. */
    private static String aggregated(Measure measure, String group) {
        return switch (counted(measure)) {
            case SUM, LEVEL -> """
                select %s as grp, unit as part, sum(quantity) as number, %s as weakness, null::date as day, 0::bigint as since
                from evidence group by 1, 2, 4
                """.formatted(group, WEAKNESS);
            case DISTINCT -> """
                select grp, null::text as part, count(*)::numeric as number, max(weakness) as weakness, null::date as day, 0::bigint as since
                from (
                    select grp, key, max(weakness) filter (where added <> 0) as weakness from (
                        select %s as grp, %s as key, %s as weakness, sum(quantity) as added
                        from evidence group by 1, 2, 3) as by_qualifier
                    where key is not null group by grp, key having sum(added) > 0) as keys
                group by grp
                """.formatted(group, key(measure), WEAKNESS);
            case DATE -> """
                select grp, null::text as part, 0::numeric as number, 0 as weakness, min(valid_on) as day, 0::bigint as since
                from (
                    select %s as grp, valid_on from evidence group by 1, 2 having sum(quantity) > 0) as days
                group by grp
                """.formatted(group);
            case SETTING -> """
                select distinct on (grp, programme, kind) grp, null::text as part, value as number, weakness, valid_on as day,
                       since
                from (
                    select %s as grp, programme, kind, subject, valid_on, min(position) as since,
                           sum(quantity) as value, max(%s) as weakness
                    from evidence group by 1, 2, 3, 4, 5 having sum(quantity) <> 0) as settings
                order by grp, programme, kind, valid_on desc, since desc
                """.formatted(group, WEAKNESS);
            case RATIO -> """
                select %s as grp, kind as part, sum(quantity) as number, %s as weakness, null::date as day, 0::bigint as since
                from evidence group by 1, 2, 4
                """.formatted(group, WEAKNESS);
        };
    }

    /** A stock of keys is counted as keys are. */
    static Aggregation counted(Measure measure) {
        return measure.key() == null ? measure.aggregation() : Aggregation.DISTINCT;
    }

    static String key(Measure measure) {
        return switch (Objects.requireNonNull(measure.key())) {
            case HOUSEHOLD -> "household::text";
            case CADRE -> "cadre::text";
            case ORGANISATION -> "organisation::text";
            case DIVISION -> "division";
            case KIND -> "kind";
            case SUBJECT -> "subject";
        };
    }

    private static Figure figure(Measure measure, List<Line> lines) {
        return switch (counted(measure)) {
            case SUM, LEVEL -> sum(measure, lines);
            case DISTINCT -> distinct(measure, lines);
            case SETTING -> setting(measure, lines);
            case DATE -> Figure.of(lines.getFirst().day, measure.unit());
            case RATIO -> ratio(measure, lines);
        };
    }

    private static Figure distinct(Measure measure, List<Line> lines) {
        BigDecimal number = BigDecimal.ZERO;
        Qualifier qualifier = Qualifier.EXACT;
        for (Line line : lines) {
            number = number.add(line.number);
            qualifier = line.number.signum() == 0 ? qualifier : qualifier.weakest(line.qualifier);
        }
        return Figure.of(number, measure.unit(), qualifier);
    }

    /** No more digits behind the point than are needed, of money two: a difference of sums is written as a sum is. */
    private static BigDecimal written(BigDecimal number, String unit) {
        BigDecimal stripped = number.stripTrailingZeros();
        int least = unit.equals(MONEY) ? MONEY_SCALE : 0;
        return stripped.scale() < least ? stripped.setScale(least) : stripped;
    }

    /** One number where all that is in force says the same; else none, and each of those there are, in the order they came. */
    private static Figure setting(Measure measure, List<Line> lines) {
        Map<BigDecimal, Figure> each = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparingLong(Line::since))
                .forEach(line -> each.putIfAbsent(
                        line.number.stripTrailingZeros(), Figure.of(line.number, measure.unit(), line.qualifier)));
        List<Figure> all = List.copyOf(each.values());
        return all.size() == 1
                ? all.getFirst()
                : new Figure(null, null, measure.unit(), Qualifier.EXACT, all, Map.of());
    }

    /** Units never add: those that net to zero are dropped; where the measure's own is not left, the first by its name leads. */
    private static Figure sum(Measure measure, List<Line> lines) {
        Map<String, BigDecimal> byUnit = new TreeMap<>();
        Map<String, Qualifier> weakest = new HashMap<>();
        for (Line line : lines) {
            String unit = Objects.requireNonNull(line.part);
            byUnit.merge(unit, line.number, BigDecimal::add);
            if (line.number.signum() != 0) {
                weakest.merge(unit, line.qualifier, Qualifier::weakest);
            }
        }
        byUnit.values().removeIf(number -> number.signum() == 0);
        byUnit.replaceAll((unit, number) -> written(number, unit));
        if (byUnit.isEmpty()) {
            return nothing(measure);
        }
        String unit = byUnit.containsKey(measure.unit())
                ? measure.unit()
                : byUnit.keySet().iterator().next();
        BigDecimal number = Objects.requireNonNull(byUnit.remove(unit));
        List<Figure> other = new ArrayList<>();
        byUnit.forEach((each, left) -> other.add(Figure.of(left, each, weakest.getOrDefault(each, Qualifier.EXACT))));
        return new Figure(
                number, null, unit, weakest.getOrDefault(unit, Qualifier.EXACT), List.copyOf(other), Map.of());
    }

    private static Figure ratio(Measure measure, List<Line> lines) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal owed = BigDecimal.ZERO;
        Qualifier qualifier = Qualifier.EXACT;
        for (Line line : lines) {
            done = Aggregation.NUMERATOR.equals(line.part) ? done.add(line.number) : done;
            owed = Aggregation.DENOMINATOR.equals(line.part) ? owed.add(line.number) : owed;
            qualifier = line.number.signum() == 0 ? qualifier : qualifier.weakest(line.qualifier);
        }
        BigDecimal value = owed.signum() == 0 ? null : done.divide(owed, RATIO_SCALE, RoundingMode.HALF_UP);
        return new Figure(
                value,
                null,
                measure.unit(),
                qualifier,
                List.of(),
                Map.of(
                        Aggregation.NUMERATOR,
                        written(done, measure.unit()),
                        Aggregation.DENOMINATOR,
                        written(owed, measure.unit())));
    }

    /** The facts behind the figure, in the order of the log, after a place in it. */
    public List<Evidence> evidence(Selection selection, long afterPosition, int afterOrdinal, int limit) {
        String key = counted(selection.measure()) == Aggregation.DISTINCT ? key(selection.measure()) : "null::text";
        planned();
        return new EvidencePages(jdbc, selection, key, afterPosition, afterOrdinal, limit).page();
    }

    /** Ids of the programmes of which the organisation has facts. */
    public List<String> programmes(UUID organisation, LocalDate to, long knownAt) {
        return jdbc.sql("""
                        select distinct programme::text from read.fact
                        where organisation = ? and programme is not null and valid_on <= ? and position <= ? order by 1
                        """)
                .params(organisation, to, knownAt)
                .query(String.class)
                .list();
    }

    /**
     * How many reports that stand a figure adds up, by group. Where there are two or more, the same persons or households may be in
     * more than one of them, see {@link Measure#addsReports}.
     *
     * @param by null: all together, under null
     */
    public Map<@Nullable String, Integer> reports(Selection selection, @Nullable GroupBy by) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = "with " + FactSelection.sql(selection, parameters) + reported(by == null ? "null::text" : by.sql);
        Map<@Nullable String, Integer> reports = new HashMap<>();
        jdbc.sql(sql).params(parameters).query(row -> {
            reports.put(row.getString(1), row.getInt(2));
        });
        return reports;
    }

    private static String reported(String group) {
        return """
                select grp, count(*) as reports from (
                    select %s as grp, subject from evidence group by 1, 2 having sum(quantity) > 0) as standing
                group by grp
                """.formatted(group);
    }

    /** What the events behind the figure rest on; nothing where there are more than anybody goes through. */
    public Optional<Authorities> authorities(Selection selection) {
        Map<String, Object> parameters = new HashMap<>();
        planned();
        String evidence = "with " + FactSelection.sql(selection, parameters);
        long behind = jdbc.sql(
                        evidence + "select count(*) from (select from evidence limit " + (MOST_BEHIND + 1) + ") f")
                .params(parameters)
                .query(Long.class)
                .single();
        return behind > MOST_BEHIND ? Optional.empty() : Optional.of(authorities(evidence, parameters));
    }

    private Authorities authorities(String evidence, Map<String, Object> parameters) {
        String sql = evidence + """
                , standing as (
                    select v.authority from read.event v
                    where v.position in (select position from evidence) and v.voids is null
                      and not exists (select from read.event x where x.voids = v.event_id and x.position <= :knownAt)
                      and not exists (
                          select from read.event x
                          where x.corrects in (v.event_id, v.corrects) and x.position > v.position and x.position <= :knownAt
                            and not exists (select from read.event y where y.voids = x.event_id and y.position <= :knownAt)))
                select null::text as authority, count(*) as events from standing
                union all
                (select authority, count(*) from standing where authority is not null
                 group by 1 order by 2 desc, 1 limit 20)
                """;
        List<Counted> counted =
                jdbc.sql(sql).params(parameters).query(Counted.class).list();
        long events = 0;
        List<Authorities.Authority> authorities = new ArrayList<>();
        for (Counted each : counted) {
            if (each.authority == null) {
                events = each.events;
            } else {
                authorities.add(new Authorities.Authority(each.authority, each.events));
            }
        }
        return new Authorities(events, authorities);
    }

    /** @param authority null: all there are */
    private record Counted(@Nullable String authority, long events) {}

    /**
     * The corrections behind each figure, oldest first, 20 at most of each: what they took back and gave instead.
     */
    public Map<Selection, List<Correction>> corrections(Collection<Selection> selections) {
        List<Selection> asked = selections.stream().distinct().toList();
        Map<Selection, List<Correction>> corrections = new LinkedHashMap<>();
        SharedSelections shared = new SharedSelections(SharedSelections.CORRECTED);
        for (int slot = 0; slot < asked.size(); slot++) {
            corrections.put(asked.get(slot), new ArrayList<>());
            shared.add(slot, asked.get(slot), CORRECTIONS);
        }
        var mapper = new DataClassRowMapper<>(Correction.class);
        ask(
                shared,
                row -> Objects.requireNonNull(corrections.get(asked.get(row.getInt("slot"))))
                        .add(mapper.mapRow(row, 0)));
        corrections.values().forEach(each -> each.sort(Comparator.comparingLong(Correction::position)));
        return corrections;
    }

    private static final String CORRECTIONS = """
            select * from (
                select e.slot, row_number() over (partition by e.slot order by e.position) as number, e.position, (v.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on, v.event_id,
                       min(e.unit) filter (where e.quantity < 0) as former_unit,
                       -sum(e.quantity) filter (where e.quantity < 0) as former,
                       min(e.unit) filter (where e.quantity > 0) as unit,
                       sum(e.quantity) filter (where e.quantity > 0) as quantity
                from evidence e
                join read.event v on v.position = e.position and v.corrects is not null
                group by e.slot, e.position, recorded_on, v.event_id
                having coalesce(min(e.unit) filter (where e.quantity < 0), '') <> coalesce(min(e.unit) filter (where e.quantity > 0), '')
                    or sum(e.quantity) <> 0) as found
            where number <= 20
            """;

    /**
     * What one correction changed in a figure's evidence; no number where it took nothing back or gave nothing instead.
     *
     * @param recordedOn in Asia/Shanghai
     */
    public record Correction(
            long position,
            LocalDate recordedOn,
            UUID eventId,
            @Nullable String formerUnit,
            @Nullable BigDecimal former,
            @Nullable String unit,
            @Nullable BigDecimal quantity) {}

    @Nullable
    LocalDate firstDay(Selection selection) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = "with " + FactSelection.sql(selection, parameters) + "select min(valid_on) from evidence";
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> new Day(row.getObject(1, LocalDate.class)))
                .single()
                .day;
    }

    private record Day(@Nullable LocalDate day) {}
}
