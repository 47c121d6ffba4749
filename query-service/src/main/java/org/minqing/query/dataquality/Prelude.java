package org.minqing.query.dataquality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.query.platform.register.RosterOfDay;

/**
 * What every rule reads, with the parameters :programme, :organisation, :division (each may be null), :from, :to and :knownAt,
 * and :stoodLonger and :knownLonger (see {@link #LONGER}).
 *
 * <ul>
 *   <li>{@code standing}: entities as they stood on the last day, wherever; {@code day} is the first of the state, {@code begun} their
 *       first day and {@code since} the
 *       one from which on they had the status of the last
 *   <li>{@code own}: those of them that were asked for
 *   <li>{@code roster}: the cadres enrolled on the last day wherever, see {@link RosterOfDay}
 *   <li>{@code done}: facts in force of the days asked for, wherever and by whomever
 *   <li>{@code counted}: those of them that were asked for
 *   <li>{@code told}: what is to be done on the last day about what was asked for
 *   <li>{@code happened}: events in force up to the last day, without those that correct
 * </ul>
 */
final class Prelude {
    static final String ASKED_FOR = """
            (:programme::uuid is null or programme = :programme::uuid)
                  and (:organisation::uuid is null or organisation = :organisation::uuid)
                  and (:division::text is null or division between :division::text and :division::text || '~')\
            """;

    /**
     * The states there are on the day and at the position, looked for as a list looks for them: among the last ones, among those that
     * stood longer than to the day, and among those known longer than to the position. Of now there are none but the last, which
     * {@link #LONGER} tells before.
     */
    static final List<String> STOOD = Stream.of(
                    "r.last",
                    ":stoodLonger and not r.last and upper_inf(r.known) and upper(r.valid) > :to::date",
                    ":knownLonger and not r.last and not upper_inf(r.known) and upper(r.known) > :knownAt::int8")
            .map("not r.voided and r.valid @> :to::date and r.known @> :knownAt::int8 and %s"::formatted)
            .toList();

    private static final String STANDING =
            STOOD.stream().map("""
                    select r.type, r.id, r.first_position, r.state, r.programme, r.division, r.organisation, r.cadres, r.household, r.status, r.kinds,
                           lower(r.valid) as day,
                           (select min(lower(s.valid)) from read.register s
                            where s.type = r.type and s.id = r.id and not s.voided and s.known @> :knownAt::int8) as begun,
                           (select coalesce(
                                max(upper(s.valid)) filter (
                                    where upper(s.valid) <= :to::date and (s.voided or s.status is distinct from r.status)),
                                min(lower(s.valid)))
                            from read.register s
                            where s.type = r.type and s.id = r.id and s.known @> :knownAt::int8) as since
                    from read.register r
                    where %s
                    """::formatted).collect(Collectors.joining("union all\n"));

    /** Whether there are any that stood, and any that were known longer. */
    static final String LONGER = """
            with recursive types (type) as (
                select min(type) from read.register
                union all
                select (select min(r.type) from read.register r where r.type > t.type) from types t where t.type is not null)
            select coalesce(max(stood) > :to::date, false) as stood, coalesce(max(known) > :knownAt::int8, false) as known
            from types t
            cross join lateral (
                select (select max(upper(valid)) from read.register r
                        where r.type = t.type and not r.last and upper_inf(r.known)) as stood,
                       (select max(upper(known)) from read.register r
                        where r.type = t.type and not upper_inf(r.known)) as known) as longer
            """;

    private static final String NARROWED = """
            with standing as not materialized (
            %3$s),
            own as not materialized (
                select * from standing
                where %1$s$OWN),
            %2$s,
            done as not materialized (
                select measure, subject, programme, division, organisation, cadre, household, valid_on,
                       min(position) as position from read.fact
                where position <= :knownAt and valid_on between :from::date and :to::date
                group by measure, subject, programme, division, organisation, cadre, household, valid_on
                having sum(quantity) > 0),
            counted as not materialized (
                select * from done
                where %1$s$COUNTED),
            told as not materialized (
                select type, id, name, division from read.task
                where valid @> :to::date and known @> :knownAt::int8 and %1$s),
            happened as not materialized (
                select e.* from read.event e
                where e.position <= :knownAt and e.occurred_on <= :to::date and e.voids is null and e.corrects is null
                  and e.programme is not null
                  and not exists (select from read.event v where v.voids = e.event_id and v.position <= :knownAt)
                  and %1$s)
            """.formatted(ASKED_FOR, RosterOfDay.sql("to"), STANDING);

    static final String SQL = sql("", "");

    /** Of own entities and counted facts only those of which a condition holds. */
    static String sql(String own, String counted) {
        return NARROWED.replace("$OWN", own).replace("$COUNTED", counted);
    }

    /**
     * An entity that stands beside a row of a rule, looked up for it: joined with {@code standing} a row would be compared with all there
     * are of its type.
     */
    static String beside(String name, String condition) {
        return "cross join lateral (select * from standing %1$s where %2$s offset 0) %1$s".formatted(name, condition);
    }

    /** The days of {@code done} facts of a measure that meet a condition, looked up for each row beside. */
    static String done(String measure, String condition) {
        return days(measure, condition);
    }

    /** The same of {@code counted}. */
    static String counted(String measure, String condition) {
        return days(measure, condition + " and " + ASKED_FOR);
    }

    private static String days(String measure, String condition) {
        return """
                (select f.valid_on from read.fact f
                 where f.measure = '%s' and %s
                   and f.position <= :knownAt and f.valid_on between :from::date and :to::date
                 group by f.subject, f.programme, f.division, f.organisation, f.cadre, f.household, f.valid_on
                 having sum(f.quantity) > 0)\
                """.formatted(measure, condition);
    }

    private Prelude() {}
}
