package org.minqing.query.linkpoint;

import java.util.Set;
import org.minqing.query.platform.view.TaskRule;

/**
 * What a link asks of somebody: a visit, or another cadre for the household of one who has left. A household is seen once in 90 days;
 * who is due is told 30 days before. A household is handed over within 30 days.
 */
final class LinkTasks {
    private static final String CONCERNED = """
            select id, position, day from changed where type = 'Link'
            union all
            select l.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.cadres @> array[c.id::uuid]
            where c.type = 'Cadre'
            union all
            select l.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.household = c.id::uuid
            where c.type = 'M20b'
            """;

    private static final String DAYS = """
            select c.id, c.position, d.day from concerned c
            cross join lateral (
                select unnest(array[lower(l.valid), upper(l.valid)]) from read.register l
                where l.type = 'Link' and l.id = c.id and l.known @> c.position
                union
                select unnest(array[lower(s.valid), upper(s.valid)]) from read.register l
                join read.register s on s.type = 'Cadre' and s.id = l.cadres[1]::text and s.known @> c.position
                where l.type = 'Link' and l.id = c.id and l.known @> c.position
                union
                select f.valid_on from read.register l
                join read.fact f on f.household = l.household and f.measure = 'M20b' and f.valid_on > c.day
                 and f.position <= c.position
                where l.type = 'Link' and l.id = c.id and l.known @> c.position) d (day)
            """;

    /**
     * {@code since} in force, {@code seen} last up to the day, {@code left} since its cadre no longer serves who links. Each is looked up
     * once: an inner question that may be drawn into the outer one is asked again wherever its answer stands.
     */
    private static final String TOLD = """
            select case when s."left" is null then 'visit-household' else 'hand-over-household' end as name,
                   coalesce(s."left" + 30, greatest(s.since, s.seen) + 90) as due_on,
                   case when s."left" is null then greatest(s.since, s.seen) + 60 end as told_from,
                   s.programme, s.division, s.organisation, s.cadre, s.household
            from (
                select l.programme, l.division, l.organisation, l.cadres[1] as cadre, l.household,
                       since.day as since, seen.day as seen, gone.day as "left"
                from read.register l
                cross join lateral (
                    select min(lower(b.valid)) as day from read.register b
                    where b.type = 'Link' and b.id = l.id and b.status = 'ACTIVE' and b.known @> m.position offset 0) since
                left join lateral (
                    select v.valid_on as day from read.fact v
                    cross join lateral (
                        select min(f.valid_on) as day from read.fact f
                        where f.subject = v.subject and f.measure = 'M20b' and f.household is not distinct from l.household
                          and f.position <= m.position and f.valid_on <= m.day
                        having sum(f.quantity) > 0) first
                    where v.measure = 'M20b' and v.household = l.household
                      and v.position <= m.position and v.valid_on <= m.day and first.day = v.valid_on
                    order by v.valid_on desc limit 1) seen on true
                cross join lateral (
                    select case when not bool_or(c.valid @> m.day) then max(upper(c.valid)) filter (where upper(c.valid) <= m.day)
                           end as day
                    from read.register c
                    where c.type = 'Cadre' and c.id = l.cadres[1]::text and c.known @> m.position
                      and c.status = 'IN_SERVICE' and c.organisation = l.organisation offset 0) gone
                where l.type = 'Link' and l.id = m.id and l.status = 'ACTIVE'
                  and l.valid @> m.day and l.known @> m.position offset 0) s
            """;

    static final TaskRule RULE = new TaskRule(
            "Link",
            Set.of("visit-household", "hand-over-household"),
            Set.of("Link", "Cadre"),
            Set.of("M20b"),
            CONCERNED,
            DAYS,
            TOLD);

    private LinkTasks() {}
}
