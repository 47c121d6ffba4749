package org.minqing.query.platform.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.fact.Figures.Line;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A figure by place, out of closed blocks: what it costs grows with the places and not with what was recorded of them. A block of a
 * place holds those below it too, so that of a sum they are taken off; what is counted by key is told only where no place of those
 * with facts lies in another.
 */
final class PlaceFigures {
    /** The places in which a measure ever had a fact, each looked for behind the one before. */
    static final String PLACES = """
            with recursive below (division) as (
                select min(division) from read.fact where measure = :measure and division between :division and :divisionEnd
                union all
                select (select min(f.division) from read.fact f
                        where f.measure = :measure and f.division > b.division and f.division <= :divisionEnd)
                from below b where b.division is not null)
            select division from below where division is not null
            """;

    private static final String SQL = "with " + FactSelection.LAUNCH + """
            block as materialized (select * from unnest(:shifts::smallint[], :blocks::int[]) as b (shift, block))
            select grp, unit as part, sum(quantity) as number,
                   case qualifier when 'EXACT' then 0 when 'AT_LEAST' then 1 else 2 end as weakness, null::date as day,
                   0::bigint as since
            from (
                select r.place as grp, r.unit, r.qualifier,
                       coalesce(r.sums[nullif(width_bucket(:to::date, r.days), 0)], 0)
                       - case when greatest(:first::date, l.day) is null then 0
                              else coalesce(r.sums[nullif(width_bucket(least(:to::date, greatest(:first::date, l.day) - 1), r.days), 0)], 0)
                         end as quantity
                from block b
                cross join unnest(:places::text[]) as p (place)
                cross join lateral (
                    select * from read.roll o
                    where o.shift = b.shift and o.block = b.block and o.place = p.place and o.anchor = :anchor::date
                      and o.measure = :measure and o.part = '' offset 0) as r
                left join launch l on :since and l.programme = r.programme
                where (:programme::uuid is null or r.programme in (:programme, :none))
                union all
                %s) as found
            group by 1, 2, 4 having sum(quantity) <> 0
            """;

    private static final String FACTS = """
            select left(f.division, :level), f.unit, f.qualifier, f.quantity from read.fact f
            left join launch l on :since and l.programme = f.programme
            where f.measure = :measure and f.position between :rest and :knownAt and f.valid_on <= :to
              and left(f.division, :level) = any (:places::text[])
              and (greatest(:first::date, l.day) is null or f.valid_on >= greatest(:first::date, l.day))
              and (:programme::uuid is null or f.programme is null or f.programme = :programme)
            """;

    private static final String COUNTED = """
            select left(r.place, :level), '', r.qualifier, r.quantity from read.stock r
            where r.measure = :measure and r.part = '' and r.anchor = :anchor::date and r.position between :rest and :knownAt
              and r.valid_on <= :to and left(r.place, :level) = any (:places::text[]) and r.top <= :level
              and (:programme::uuid is null or r.programme in (:programme, :none))
            """;

    private final JdbcClient jdbc;
    private final Blocks blocks;
    private final Selection selection;
    private final @Nullable Count count;

    PlaceFigures(JdbcClient jdbc, Blocks blocks, Selection selection) {
        this.jdbc = jdbc;
        this.blocks = blocks;
        this.selection = selection;
        this.count = Count.of(selection.measure())
                .filter(each -> each.rule() != Count.Rule.REPORTED)
                .orElse(null);
    }

    /** By place; nothing where it does not stand in blocks. */
    Optional<Map<String, List<Line>>> lines() {
        if (!FlatFigures.answer(selection) || selection.measure().aggregation() == Aggregation.RATIO) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new HashMap<>();
        String one = FactSelection.one(selection.anywhere(), parameters);
        parameters.put("division", selection.division());
        parameters.put("divisionEnd", selection.division() + "~");
        List<String> places =
                jdbc.sql(PLACES).params(parameters).query(String.class).list();
        if (!places.stream().allMatch(place -> Blocks.LEVELS.contains(place.length()))
                || count != null && nested(places)) {
            return Optional.empty();
        }
        Map<String, List<Line>> lines = new TreeMap<>();
        places.forEach(place -> lines.put(place, new ArrayList<>()));
        places.stream()
                .collect(Collectors.groupingBy(String::length))
                .forEach((level, same) -> flat(level, same)
                        .forEach(line -> Objects.requireNonNull(lines.get(Objects.requireNonNull(line.group())))
                                .add(line)));
        Map<String, List<Line>> own = nested(places) ? own(lines) : lines;
        if (count == null) {
            own.keySet().retainAll(evident(places, one, parameters));
        } else {
            own.values().removeIf(List::isEmpty);
        }
        return Optional.of(own);
    }

    /** Those of which there is any fact, though what they add up to be nothing. */
    private Set<String> evident(List<String> places, String one, Map<String, Object> parameters) {
        parameters.put("places", places.toArray(String[]::new));
        return Set.copyOf(jdbc.sql("with " + FactSelection.launched(selection)
                        + "places as (select unnest(:places::text[]) as division)"
                        + " select p.division from places p where exists"
                        + " (select from read.fact f where f.division = p.division" + one + ")")
                .params(parameters)
                .query(String.class)
                .list());
    }

    /** In their order a place stands before those in it. */
    private static boolean nested(List<String> places) {
        return IntStream.range(1, places.size()).anyMatch(i -> places.get(i).startsWith(places.get(i - 1)));
    }

    private List<Line> flat(int level, List<String> places) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("measure", selection.measure().id());
        parameters.put("places", places.toArray(String[]::new));
        parameters.put("level", level);
        parameters.put("to", selection.to());
        parameters.put("knownAt", selection.knownAt());
        parameters.put("rest", blocks.rest(level, selection.knownAt()));
        parameters.put("none", StockRow.NONE);
        parameters.put("programme", new SqlParameterValue(java.sql.Types.OTHER, selection.programme()));
        List<Blocks.Block> until = blocks.until(level, selection.knownAt());
        parameters.put("shifts", until.stream().map(Blocks.Block::shift).toArray(Integer[]::new));
        parameters.put("blocks", until.stream().map(Blocks.Block::number).toArray(Long[]::new));
        parameters.put("since", count == null && selection.sinceLaunch());
        parameters.put(
                "first",
                new SqlParameterValue(
                        java.sql.Types.VARCHAR,
                        count == null && selection.from() != null
                                ? selection.from().toString()
                                : null));
        parameters.put(
                "anchor",
                FlatFigures.text(count == null ? Count.ALWAYS : Objects.requireNonNull(count.anchor(selection))));
        return jdbc.sql(SQL.formatted(count == null ? FACTS : COUNTED))
                .params(parameters)
                .query(Figures::line)
                .list();
    }

    /** Without what lies in another of the places: the deepest are told first. */
    private static Map<String, List<Line>> own(Map<String, List<Line>> lines) {
        Map<String, Map<List<@Nullable Object>, Line>> left = new HashMap<>();
        lines.forEach((place, whole) -> {
            Map<List<@Nullable Object>, Line> parts = new HashMap<>();
            whole.forEach(line -> parts.put(Arrays.asList(line.part(), line.qualifier()), line));
            left.put(place, parts);
        });
        Map<String, List<Line>> own = new TreeMap<>();
        lines.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(place -> {
                    Map<List<@Nullable Object>, Line> parts = Objects.requireNonNull(left.get(place));
                    own.put(place, List.copyOf(parts.values()));
                    Blocks.above(place).stream()
                            .filter(above -> !above.equals(place) && left.containsKey(above))
                            .forEach(above -> parts.forEach((part, line) ->
                                    Objects.requireNonNull(left.get(above)).merge(part, line.negated(), Line::plus)));
                });
        return own;
    }
}
