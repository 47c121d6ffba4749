package org.minqing.query.platform.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure.Aggregation;

/** The one selection of facts, as SQL. */
final class FactSelection {
    /** The day from which on SINCE_LAUNCH runs, by programme. */
    static final String LAUNCH = """
            launch as materialized (select programme, min(valid_on) as day from (
                select programme, valid_on from read.fact where measure = '%s' and position <= :knownAt
                group by 1, 2 having sum(quantity) > 0) as days group by programme),
            """.formatted(Fact.LAUNCH);

    /**
     * What holds programme-wide holds wherever the programme works: where any other fact of it stands. Which programmes those are is
     * asked once for each programme, never for each fact.
     */
    private static final String WORKS = """
            works as materialized (
                select p.programme from (
                    select distinct programme from read.fact
                    where measure = %s and position <= :knownAt and valid_on <= :to and programme is not null
                      and (division is null or division not between :division and :divisionEnd)) as p
                where exists (
                    select from read.fact w
                    where w.programme = p.programme and w.division between :division and :divisionEnd
                      and w.position <= :knownAt and w.valid_on <= :to and w.quantity > 0
                      and (select sum(v.quantity) from read.fact v
                           where v.subject = w.subject and v.measure = w.measure and v.valid_on = w.valid_on
                             and v.division = w.division and v.position <= :knownAt) > 0)),
            """;

    private FactSelection() {}

    /** {@code evidence}, a common table expression, behind what it needs. */
    static String sql(Selection s, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(launched(s));
        if (s.measure().wide() && s.division() != null) {
            sql.append(WORKS.formatted(":measure"));
        }
        parameters.put("knownAt", s.knownAt());
        parameters.put("to", s.to());
        if (s.from() != null) {
            parameters.put("from", s.from());
        }
        sql.append("evidence as (select f.* from read.fact f where f.position <= :knownAt and f.valid_on <= :to");
        sql.append(s.measure().aggregation() == Aggregation.RATIO ? sameSet(s) : begun(s, "f"));
        return sql.append(of(s, parameters)).append(") ").toString();
    }

    /** Common table expressions that {@link #each} needs, of {@code :measures}. */
    static String before(Selection s) {
        return s.measure().wide() && s.division() != null
                ? LAUNCH + WORKS.formatted("any (:measures::text[])")
                : LAUNCH;
    }

    /**
     * The facts of each row a (measure, first, since), {@code f}; what else is selected is alike for all of them.
     *
     * @param facts table
     */
    static String each(Selection s, String facts, Map<String, Object> parameters) {
        parameters.put("knownAt", s.knownAt());
        parameters.put("to", s.to());
        return """
                select f.* from %s f
                where f.position <= :knownAt and f.valid_on <= :to and f.measure = a.measure and f.valid_on >= a.first
                  and (not a.since
                       or f.valid_on >= coalesce((select l.day from launch l where l.programme = f.programme), '-infinity'))
                """.formatted(facts) + alike(s, parameters);
    }

    /** {@code corrected}, a common table expression: the facts of corrections there are where a selection looks, of whatever measure. */
    static String corrected(Selection s, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("""
                corrected as materialized (
                    select f.* from read.event c join read.fact f on f.position = c.position
                    where c.corrects is not null and c.position <= :knownAt
                """);
        if (!s.measure().wide()) {
            place(s, sql, parameters);
        }
        return sql.append(")").toString();
    }

    /** What stands before the common table expressions that need it. */
    static String launched(Selection s) {
        return s.sinceLaunch() ? LAUNCH : "";
    }

    /** What makes a fact {@code f} one of the selection, judged of each for itself; {@link #LAUNCH} stands before where it is needed. */
    static String one(Selection s, Map<String, Object> parameters) {
        parameters.put("knownAt", s.knownAt());
        parameters.put("to", s.to());
        if (s.from() != null) {
            parameters.put("from", s.from());
        }
        String alike = of(s, parameters);
        return " and f.position <= :knownAt and f.valid_on <= :to"
                + (s.measure().aggregation() == Aggregation.RATIO ? sameSubject(s) : begun(s, "f")) + alike;
    }

    /** As {@link #sameSet}, of one fact. */
    private static String sameSubject(Selection s) {
        return """
                 and (f.kind = '%1$s'%3$s or f.kind = '%2$s' and (
                    select sum(o.quantity) from read.fact o
                    where o.subject = f.subject and o.measure = :measure and o.kind = '%1$s' and o.position <= :knownAt
                      and o.valid_on <= :to%4$s) > 0)
                """.formatted(Aggregation.DENOMINATOR, Aggregation.NUMERATOR, begun(s, "f"), begun(s, "o"));
    }

    /** From the first day on. */
    private static String begun(Selection s, String fact) {
        return (s.sinceLaunch()
                        ? " and %1$s.valid_on >= coalesce((select l.day from launch l where l.programme = %1$s.programme), '-infinity')"
                                .formatted(fact)
                        : "")
                + (s.from() == null ? "" : " and " + fact + ".valid_on >= :from");
    }

    /** Of a ratio, what was owed in these days, and of that, and nothing else, what was done until the last of them. */
    private static String sameSet(Selection s) {
        return """
                 and (f.kind = '%1$s'%3$s or f.kind = '%2$s' and f.subject in (
                    select o.subject from read.fact o
                    where o.measure = :measure and o.kind = '%1$s' and o.position <= :knownAt and o.valid_on <= :to%4$s
                    group by o.subject having sum(o.quantity) > 0))
                """.formatted(Aggregation.DENOMINATOR, Aggregation.NUMERATOR, begun(s, "f"), begun(s, "o"));
    }

    /** What of {@code f} is selected, whatever its day and position. */
    static String of(Selection s, Map<String, Object> parameters) {
        parameters.put("measure", s.measure().id());
        return " and f.measure = :measure" + alike(s, parameters);
    }

    private static String alike(Selection s, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder();
        place(s, sql, parameters);
        narrow(sql, parameters, "f.programme = :programme or f.programme is null", "programme", s.programme());
        if (!s.measure().wide()) {
            narrow(sql, parameters, "f.organisation = :scope or f.organisation is null", "scope", s.scope());
        }
        narrow(
                sql,
                parameters,
                "f.organisation = :organisation or f.organisation is null",
                "organisation",
                s.organisation());
        narrow(sql, parameters, "f.cadre = :cadre", "cadre", s.cadre());
        narrow(sql, parameters, "f.household = :household", "household", s.household());
        narrow(sql, parameters, "f.task = :task", "task", s.task());
        narrow(sql, parameters, "f.kind = :kind", "kind", s.kind());
        return sql.toString();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and (").append(condition).append(')');
            parameters.put(name, value);
        }
    }

    /** There and below. */
    private static void place(Selection s, StringBuilder sql, Map<String, Object> parameters) {
        if (s.division() == null) {
            return;
        }
        parameters.put("division", s.division());
        parameters.put("divisionEnd", s.division() + "~");
        sql.append(" and (f.division between :division and :divisionEnd");
        if (s.measure().wide()) {
            sql.append(" or f.programme in (select programme from works)");
        }
        sql.append(')');
    }
}
