package org.minqing.query.dataquality;

import org.minqing.query.platform.register.RosterOfDay;

/**
 * What every rule reads, with the parameters :programme, :organisation, :division (each may be null), :from, :to and :knownAt.
 *
 * <ul>
 *   <li>{@code standing}: entities as they stood on the last day, wherever; {@code begun} is their first day and {@code since} the
 *       one from which on they had the status of the last
 *   <li>{@code own}: those of them that were asked for
 *   <li>{@code roster}: the cadres enrolled on the last day wherever, see {@link RosterOfDay}
 *   <li>{@code done}: facts in force of the days asked for, wherever and by whomever
 *   <li>{@code counted}: those of them that were asked for
 *   <li>{@code happened}: events in force up to the last day, without those that correct
 * </ul>
 */
final class Prelude {
    private static final String ASKED_FOR = """
            (:programme::uuid is null or programme = :programme::uuid)
                  and (:organisation::uuid is null or organisation = :organisation::uuid)
                  and (:division::text is null or division between :division::text and :division::text || '~')\
            """;

    static final String SQL = """
            with standing as not materialized (
                select r.type, r.id, r.state, r.programme, r.division, r.organisation, r.cadres, r.household, r.status, r.kinds,
                       (select min(lower(s.valid)) from read.register s
                        where s.type = r.type and s.id = r.id and not s.voided and s.known @> :knownAt::int8) as begun,
                       (select coalesce(
                            max(upper(s.valid)) filter (
                                where upper(s.valid) <= :to::date and (s.voided or s.status is distinct from r.status)),
                            min(lower(s.valid)))
                        from read.register s
                        where s.type = r.type and s.id = r.id and s.known @> :knownAt::int8) as since
                from read.register r
                where not r.voided and r.valid @> :to::date and r.known @> :knownAt::int8),
            own as not materialized (
                select * from standing
                where %1$s),
            %2$s,
            done as not materialized (
                select measure, subject, programme, division, organisation, cadre, household, valid_on from read.fact
                where position <= :knownAt and valid_on between :from::date and :to::date
                group by measure, subject, programme, division, organisation, cadre, household, valid_on
                having sum(quantity) > 0),
            counted as not materialized (
                select * from done
                where %1$s),
            happened as not materialized (
                select e.* from read.event e
                where e.position <= :knownAt and e.occurred_on <= :to::date and e.voids is null and e.corrects is null
                  and e.programme is not null
                  and not exists (select from read.event v where v.voids = e.event_id and v.position <= :knownAt)
                  and %1$s)
            """.formatted(ASKED_FOR, RosterOfDay.sql("to"));

    private Prelude() {}
}
