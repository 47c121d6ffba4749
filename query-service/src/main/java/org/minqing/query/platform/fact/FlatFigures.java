package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * Figures out of closed blocks, as SQL: what it costs does not grow with the log. All of one place, programme and position are
 * one question.
 */
final class FlatFigures {
    /** Any other condition may be turned into a plan that reads every block of the place: this one is asked block by block. */
    private static final String SQL = """
            launch as materialized (select programme, min(valid_on) as day from (
                select programme, valid_on from read.fact where measure = '%1$s' and position <= :knownAt
                group by 1, 2 having sum(quantity) > 0) as days group by programme),
            block as materialized (select * from unnest(:shifts::smallint[], :blocks::int[]) as b (shift, block)),
            asked as materialized (
                select * from unnest(:slots::int[], :measures::text[], :parts::text[], :counted::boolean[], :anchors::date[],
                                     :since::boolean[], :froms::date[], :tos::date[])
                    as a (slot, measure, part, counted, anchor, since, first, last))
            select slot, null::text as grp, case part when '' then unit else part end as part, sum(quantity) as number,
                   case qualifier when 'EXACT' then 0 when 'AT_LEAST' then 1 else 2 end as weakness, null::date as day,
                   0::bigint as since
            from (
                select a.slot, r.part, r.unit, r.qualifier,
                       coalesce(r.sums[nullif(width_bucket(a.last, r.days), 0)], 0)
                       - case when greatest(a.first, l.day) is null then 0
                              else coalesce(r.sums[nullif(width_bucket(least(a.last, greatest(a.first, l.day) - 1), r.days), 0)], 0)
                         end as quantity
                from block b
                cross join lateral (
                    select * from read.roll o
                    where o.shift = b.shift and o.block = b.block and o.place = :place
                      and o.anchor = any (:anchorSet::date[])%2$s offset 0) as r
                join asked a on a.measure = r.measure and a.part = r.part and a.anchor = r.anchor
                left join launch l on a.since and l.programme = r.programme
                where %3$s
                union all
                select a.slot, '', f.unit, f.qualifier, f.quantity
                from %4$s as f
                join asked a on a.measure = f.measure and not a.counted
                left join launch l on a.since and l.programme = f.programme
                where f.valid_on <= a.last and (greatest(a.first, l.day) is null or f.valid_on >= greatest(a.first, l.day))
                  and (:programme::uuid is null or f.programme is null or f.programme = :programme)
                union all
                select a.slot, r.part, '', r.qualifier, r.quantity
                from %5$s as r
                join asked a on a.measure = r.measure and a.part = r.part and a.anchor = r.anchor and a.counted
                where r.valid_on <= a.last and %3$s) as found
            group by 1, 3, 5 having sum(quantity) <> 0
            """;

    /** The facts of the open rest at high places, where most of what was recorded meanwhile is theirs. */
    private static final String BY_POSITION = """
            (select * from read.fact
             where position between :rest and :knownAt and division between :place and :placeEnd offset 0)
            """;

    /** At the others: division after division, and of each what was recorded meanwhile. */
    private static final String BY_DIVISION = """
            (select r.* from below b
             cross join lateral (
                select * from read.fact where division = b.division and position between :rest and :knownAt offset 0) as r)
            """;

    private static final String BELOW = """
            below (division) as (
                select min(division) from read.fact where division between :place and :placeEnd
                union all
                select (select min(f.division) from read.fact f where f.division > b.division and f.division <= :placeEnd)
                from below b where b.division is not null),
            counting (place) as (
                select min(place) from read.stock where place between :place and :placeEnd
                union all
                select (select min(s.place) from read.stock s where s.place > c.place and s.place <= :placeEnd)
                from counting c where c.place is not null),
            """;

    /** What is counted of it in the open rest, which stands where it was recorded, with how far up it holds. */
    private static final String COUNTED_BY_POSITION = """
            (select * from read.stock
             where position between :rest and :knownAt and place between :place and :placeEnd and top <= :level offset 0)
            """;

    private static final String COUNTED_BY_PLACE = """
            (select r.* from counting c
             cross join lateral (
                select * from read.stock
                where place = c.place and position between :rest and :knownAt and top <= :level offset 0) as r)
            """;

    /** Length of a county's divisionId. */
    private static final int COUNTY = 6;

    private static final String OF_PROGRAMME = "(:programme::uuid is null or r.programme in (:programme, :none))";

    private FlatFigures() {}

    /** Whether a figure stands in blocks, by the type of the question alone. */
    static boolean answer(Selection s) {
        return placed(s)
                && Count.of(s.measure())
                        .filter(count -> count.rule() != Count.Rule.REPORTED)
                        .map(count -> count.anchor(s) != null)
                        .orElseGet(() -> s.measure().aggregation() == Aggregation.SUM
                                || s.measure().aggregation() == Aggregation.LEVEL);
    }

    /** Whether the number of reports that the figure adds up does. */
    static boolean answerReports(Selection s) {
        return placed(s) && reports(s).map(count -> count.anchor(s) != null).orElse(false);
    }

    private static boolean placed(Selection s) {
        return s.division() != null
                && Blocks.LEVELS.contains(s.division().length())
                && !s.measure().wide()
                && s.organisation() == null
                && s.scope() == null
                && s.cadre() == null
                && s.household() == null
                && s.task() == null
                && s.kind() == null;
    }

    private static Optional<Count> reports(Selection s) {
        return Count.of(s.measure()).filter(count -> count.rule() == Count.Rule.REPORTED);
    }

    /** What is asked in one question. */
    record Scope(String place, @Nullable UUID programme, long knownAt) {
        static Scope of(Selection s) {
            return new Scope(Objects.requireNonNull(s.division()), s.programme(), s.knownAt());
        }
    }

    /**
     * Rows (slot, null, unit or part, number, weakness, null).
     *
     * @param slots the selections of one {@link Scope}, by the number under which their rows are answered
     */
    static String sql(Blocks blocks, Map<Integer, Selection> slots, Map<String, Object> parameters) {
        Scope scope = Scope.of(slots.values().iterator().next());
        List<Asked> asked = new ArrayList<>();
        slots.forEach((slot, s) -> {
            if (answer(s)) {
                Optional<Count> count = Count.of(s.measure()).filter(c -> c.rule() != Count.Rule.REPORTED);
                count.ifPresentOrElse(c -> asked.addAll(Asked.of(slot, c, s)), () -> asked.add(Asked.of(slot, s)));
            }
            if (answerReports(s)) {
                reports(s).ifPresent(c -> asked.addAll(Asked.of(slot, c, s)));
            }
        });
        int level = scope.place.length();
        List<Blocks.Block> until = blocks.until(level, scope.knownAt);
        parameters.put("knownAt", scope.knownAt);
        parameters.put("place", scope.place);
        parameters.put("placeEnd", scope.place + "~");
        parameters.put("level", level);
        parameters.put("rest", blocks.rest(level, scope.knownAt));
        parameters.put("none", StockRow.NONE);
        parameters.put(
                "programme",
                new org.springframework.jdbc.core.SqlParameterValue(java.sql.Types.OTHER, scope.programme));
        parameters.put("shifts", until.stream().map(Blocks.Block::shift).toArray(Integer[]::new));
        parameters.put("blocks", until.stream().map(Blocks.Block::number).toArray(Long[]::new));
        parameters.put("slots", asked.stream().map(Asked::slot).toArray(Integer[]::new));
        parameters.put("measures", asked.stream().map(Asked::measure).toArray(String[]::new));
        parameters.put("parts", asked.stream().map(Asked::part).toArray(String[]::new));
        parameters.put("counted", asked.stream().map(Asked::counted).toArray(Boolean[]::new));
        parameters.put("anchors", asked.stream().map(a -> text(a.anchor)).toArray(String[]::new));
        parameters.put("since", asked.stream().map(Asked::since).toArray(Boolean[]::new));
        parameters.put(
                "froms",
                asked.stream()
                        .map(a -> a.from == null ? null : a.from.toString())
                        .toArray(String[]::new));
        parameters.put("tos", asked.stream().map(a -> a.to.toString()).toArray(String[]::new));
        TreeSet<String> anchors = new TreeSet<>();
        TreeSet<String> measures = new TreeSet<>();
        asked.forEach(a -> {
            anchors.add(text(a.anchor));
            measures.add(a.measure);
        });
        parameters.put("anchorSet", anchors.toArray(String[]::new));
        parameters.put("measureSet", measures.toArray(String[]::new));
        boolean high = level < COUNTY;
        return (high ? "with " : "with recursive " + BELOW)
                + SQL.formatted(
                        Fact.LAUNCH,
                        measures.size() > FEW ? "" : OF_MEASURES,
                        OF_PROGRAMME,
                        high ? BY_POSITION : BY_DIVISION,
                        high ? COUNTED_BY_POSITION : COUNTED_BY_PLACE);
    }

    /** Up to so many measures are looked for one by one; of more all of a block are read. */
    private static final int FEW = 8;

    private static final String OF_MEASURES = " and o.measure = any (:measureSet::text[])";

    static String text(LocalDate anchor) {
        return anchor.equals(Count.ALWAYS) ? "-infinity" : anchor.toString();
    }

    /** One part of a measure. */
    private record Asked(
            int slot,
            String measure,
            String part,
            boolean counted,
            LocalDate anchor,
            boolean since,
            @Nullable LocalDate from,
            LocalDate to) {
        static Asked of(int slot, Selection s) {
            return new Asked(slot, s.measure().id(), "", false, Count.ALWAYS, s.sinceLaunch(), s.from(), s.to());
        }

        static List<Asked> of(int slot, Count count, Selection s) {
            LocalDate anchor = Objects.requireNonNull(count.anchor(s));
            return count.parts().stream()
                    .map(part -> new Asked(slot, count.measure(), part, true, anchor, false, null, s.to()))
                    .toList();
        }
    }
}
