package org.minqing.query.dataquality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which order a rule may go through what it looks at, so that no more of it is looked at than a page shows: entities by place and
 * first position, facts by place and day. Both orders are those of an index. What a rule finds in one of them it must find whatever
 * else it looks at.
 *
 * @param types of entities, one after the other
 * @param measure of facts, where it goes through facts
 * @param condition of an entity that can be found, as SQL; what is not so is not counted
 * @param few whether an index tells which are so
 * @param same where several of them may be found as one record: which others would be, as SQL over the ids :records
 */
record Walk(
        List<String> types,
        @Nullable String measure,
        String condition,
        boolean few,
        @Nullable String same) {
    static Walk entities(String... types) {
        return new Walk(List.of(types), null, "true", false, null);
    }

    static Walk facts(String measure) {
        return new Walk(List.of(measure), measure, "true", false, null);
    }

    Walk in(String... statuses) {
        return where(Stream.of(statuses).collect(Collectors.joining("', '", "status in ('", "')")));
    }

    Walk where(String condition) {
        return new Walk(types, measure, condition, false, same);
    }

    /** As {@link #where}, of what has an index of its own. */
    Walk few(String condition) {
        return new Walk(types, measure, condition, true, same);
    }

    /** Of several entities of one household the household is found. */
    Walk byHousehold() {
        return new Walk(
                types,
                measure,
                condition,
                few,
                "(household = any (:records::uuid[]) or type = 'Household' and id = any (:records::text[]))");
    }

    /** Of several entities of one cadre the cadre is found. */
    Walk byCadre() {
        return new Walk(types, measure, condition, few, "cadres && :records::uuid[]");
    }

    /**
     * A place on the walk.
     *
     * @param key first position of an entity, day of a fact
     * @param id of an entity
     */
    record Place(String division, String key, String id) {}

    /**
     * A stretch of it.
     *
     * @param part place in {@link #types}
     * @param after where it begins; null: with the first of its part
     * @param most how many it counts
     */
    record Stretch(int part, @Nullable Place after, int most) {}

    /** Condition of what lies on the stretch up to a place; null: up to the end of its part. */
    String on(Stretch stretch, @Nullable Place last) {
        return (measure == null ? " and type = :walked" : "")
                + (stretch.after == null
                        ? ""
                        : " and division >= :afterDivision and " + place() + " > " + place("after"))
                + (last == null ? "" : " and division <= :lastDivision and " + place() + " <= " + place("last"));
    }

    /** Condition of the entities before the stretch that would be found as the same records. */
    String before(Stretch stretch) {
        return " and " + same + " and (type = any (:gone::text[])"
                + (stretch.after == null ? ")" : " or type = :walked and " + place() + " <= " + place("after") + ")");
    }

    /** The last place of a stretch, if anything comes after it: of the entities that stand now as many are looked at as it counts. */
    String last(Stretch stretch) {
        String columns = measure == null ? "division, first_position, id" : "division, valid_on";
        String order = " order by " + columns;
        String from = measure == null
                ? Prelude.STOOD.stream()
                        .map(stood ->
                                "(select " + columns + " from read.register r where " + stood + " and " + condition
                                        + asked(stretch)
                                        + (few ? " offset 0" : order + " limit :most::int + 1") + ")")
                        .collect(Collectors.joining(" union all "))
                : "select " + columns + " from read.fact where measure = :walked and position <= :knownAt"
                        + " and valid_on between :from::date and :to::date" + asked(stretch);
        return "select * from (" + from + ") walked" + order + " limit 1 offset :most::int";
    }

    private String asked(Stretch stretch) {
        return " and " + Prelude.ASKED_FOR + on(stretch, null) + " and division is not null";
    }

    private String place() {
        return measure == null ? "(division, first_position, id)" : "(division, valid_on)";
    }

    private String place(String name) {
        return measure == null
                ? "(:%1$sDivision, :%1$sKey::bigint, :%1$sId)".formatted(name)
                : "(:%1$sDivision, :%1$sKey::date)".formatted(name);
    }
}
