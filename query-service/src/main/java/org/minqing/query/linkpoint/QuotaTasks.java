package org.minqing.query.linkpoint;

import java.util.Set;
import org.minqing.query.platform.register.RosterOfDay;
import org.minqing.query.platform.view.TaskRule;

/**
 * Who links more households than the quota allows since a rank or the quota changed: the roster is to be looked over within 30 days.
 */
final class QuotaTasks {
    private static final String CONCERNED = """
            select id, position, day from changed where type = 'Enrolment'
            union all
            select e.id, c.position, c.day from changed c
            join read.register e on e.type = 'Enrolment' and e.cadres @> array[c.id::uuid] and e.known @> c.position
            where c.type = 'Cadre'
            union all
            select e.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.id = c.id
            join read.register e on e.type = 'Enrolment' and e.cadres @> l.cadres and e.known @> c.position
            where c.type = 'Link'
            union all
            select e.id, c.position, c.day from changed c
            join read.register e on e.type = 'Enrolment' and e.programme = c.id::uuid and e.known @> c.position
            where c.type = 'Programme'
            """;

    private static final String DAYS = """
            select c.id, c.position, d.day from concerned c
            cross join lateral (
                select e.cadres, e.programme, e.valid from read.register e
                where e.type = 'Enrolment' and e.id = c.id and e.known @> c.position) e
            cross join lateral (
                select unnest(array[lower(e.valid), upper(e.valid)])
                union
                select unnest(array[lower(s.valid), upper(s.valid)]) from read.register s
                where s.type = 'Cadre' and s.id = e.cadres[1]::text and s.known @> c.position
                union
                select unnest(array[lower(p.valid), upper(p.valid)]) from read.register p
                where p.type = 'Programme' and p.id = e.programme::text and p.known @> c.position
                union
                select unnest(array[lower(l.valid), upper(l.valid)]) from read.register l
                where l.type = 'Link' and l.cadres @> e.cadres and l.known @> c.position) d (day)
            """;

    private static final String TOLD = """
            select 'review-quota' as name, greatest(r.rank_since, r.quota_since) + 30 as due_on, null::date as told_from,
                   r.programme, r.division, r.organisation, r.cadre, null::uuid as household
            from (%s) r
            where r.quota < (
                select count(*) from read.register l
                where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided and l.cadres @> array[r.cadre]
                  and l.state ->> 'linkPointId' = r.link_point and l.valid @> m.day and l.known @> m.position)
            """.formatted(RosterOfDay.of("m.id", "m.day", "m.position"));

    static final TaskRule RULE = new TaskRule(
            "Enrolment",
            Set.of("review-quota"),
            Set.of("Enrolment", "Cadre", "Link", "Programme"),
            Set.of(),
            CONCERNED,
            DAYS,
            TOLD);

    private QuotaTasks() {}
}
