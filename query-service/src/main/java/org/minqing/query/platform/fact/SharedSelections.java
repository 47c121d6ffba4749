package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * Selections whose facts are looked for together: those that differ in their measure and first day alone are one question, so that
 * what is planned does not grow with the number of measures. Of a ratio each is one of its own.
 */
final class SharedSelections {
    private final String ending;
    private final Map<Common, Map<String, List<Asked>>> shared = new LinkedHashMap<>();
    private final List<Alone> alone = new ArrayList<>();

    /** What selections have in common. */
    private record Common(
            boolean wide,
            @Nullable String division,
            @Nullable UUID programme,
            @Nullable UUID organisation,
            @Nullable UUID scope,
            @Nullable UUID cadre,
            @Nullable UUID household,
            @Nullable String task,
            @Nullable String kind,
            LocalDate to,
            long knownAt) {
        static Common of(Selection s) {
            return new Common(
                    s.measure().wide(),
                    s.division(),
                    s.programme(),
                    s.organisation(),
                    s.scope(),
                    s.cadre(),
                    s.household(),
                    s.task(),
                    s.kind(),
                    s.to(),
                    s.knownAt());
        }
    }

    private record Asked(int slot, Selection selection) {}

    private record Alone(int slot, Selection selection, String sql) {}

    /** @param ending of the search for the facts of one selection: {@link #ALL}, {@link #ANY} or {@link #CORRECTED} */
    SharedSelections(String ending) {
        this.ending = ending;
    }

    /** Keeps the search a loop over the selections, each by an index. */
    static final String ALL = "offset 0";
    /** One fact tells that there are some. */
    static final String ANY = "limit 1";
    /** Only what corrections took back or gave, which are found first, and then those that belong to each selection. */
    static final String CORRECTED = "";

    /** @param sql the answer out of {@code evidence}, which are the facts with the slot of the selection they belong to */
    void add(int slot, Selection s, String sql) {
        if (s.measure().aggregation() == Aggregation.RATIO) {
            alone.add(new Alone(slot, s, sql));
        } else {
            shared.computeIfAbsent(Common.of(s), common -> new LinkedHashMap<>())
                    .computeIfAbsent(sql, same -> new ArrayList<>())
                    .add(new Asked(slot, s));
        }
    }

    void into(JoinedStatement statement) {
        shared.values().forEach(arms -> {
            Map<String, Object> parameters = new HashMap<>();
            statement.add(together(arms, parameters), parameters);
        });
        for (Alone each : alone) {
            Map<String, Object> parameters = new HashMap<>();
            String evidence = corrected()
                    ? FactSelection.launched(each.selection) + FactSelection.corrected(each.selection, parameters)
                            + ", evidence as (select f.* from corrected f where true"
                            + FactSelection.one(each.selection, parameters) + ") "
                    : FactSelection.sql(each.selection, parameters);
            statement.add(
                    "with " + evidence + "select * from (with evidence as (select " + each.slot
                            + " as slot, f.* from evidence f) " + each.sql + ") as one",
                    parameters);
        }
    }

    private boolean corrected() {
        return ending.equals(CORRECTED);
    }

    private String together(Map<String, List<Asked>> arms, Map<String, Object> parameters) {
        List<Asked> all = arms.values().stream().flatMap(List::stream).toList();
        Selection first = all.getFirst().selection;
        String facts = FactSelection.each(first, corrected() ? "corrected" : "read.fact", parameters) + " " + ending;
        StringBuilder sql = new StringBuilder("with ").append(FactSelection.before(first));
        if (corrected()) {
            sql.append(FactSelection.corrected(first, parameters)).append(",\n");
        }
        sql.append("""
                asked as materialized (
                    select * from unnest(:slots::int[], :arms::int[], :measures::text[], :firsts::date[], :sinces::boolean[])
                        as a (slot, arm, measure, first, since))
                """);
        List<Integer> numbers = new ArrayList<>();
        int arm = 0;
        for (Map.Entry<String, List<Asked>> each : arms.entrySet()) {
            numbers.addAll(Collections.nCopies(each.getValue().size(), arm));
            sql.append(arm == 0 ? "" : " union all ")
                    .append("select * from (with evidence as (select a.slot, f.* from asked a cross join lateral (")
                    .append(facts)
                    .append(") as f where a.arm = ")
                    .append(arm)
                    .append(") ")
                    .append(each.getKey())
                    .append(") as arm")
                    .append(arm);
            arm++;
        }
        parameters.put("slots", all.stream().map(Asked::slot).toArray(Integer[]::new));
        parameters.put("arms", numbers.toArray(Integer[]::new));
        parameters.put("measures", each(all).map(s -> s.measure().id()).toArray(String[]::new));
        parameters.put(
                "firsts",
                each(all).map(s -> Objects.toString(s.from(), "-infinity")).toArray(String[]::new));
        parameters.put("sinces", each(all).map(Selection::sinceLaunch).toArray(Boolean[]::new));
        return sql.toString();
    }

    private static Stream<Selection> each(List<Asked> asked) {
        return asked.stream().map(Asked::selection);
    }
}
