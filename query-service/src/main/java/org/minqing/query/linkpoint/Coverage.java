package org.minqing.query.linkpoint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.register.RosterOfDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who at a link point is linked, and who has been visited: on a day, as known at a position. */
@Component
class Coverage {
    /**
     * The day of a visit in force: the first it was ever told for. Looked up for each visit, instead of comparing each household
     * with the visits of all.
     */
    private static final String FIRST = """
            select min(f.valid_on) as day from read.fact f
            where f.subject = v.subject and f.measure = 'M20b' and f.household = a.household
              and f.position <= :knownAt and f.valid_on <= :asOf
            having sum(f.quantity) > 0 offset 0""";

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One household that is to be linked.
     *
     * @param group the household lives in on the day
     * @param linked whether it has a link in force
     * @param visits between the days asked for
     * @param lastVisit the last visit up to the day, if there was one
     */
    record Admitted(
            UUID householdId,
            int group,
            boolean linked,
            long visits,
            @Nullable LocalDate lastVisit) {
        /** Not seen for so many days on this day. */
        boolean unseen(LocalDate day, int days) {
            return lastVisit == null || lastVisit.isBefore(day.minusDays(days));
        }
    }

    /**
     * The cadres of one band: that of the rank each holds on the day, with the quota of the day.
     *
     * @param capacity households they may link together; null where a cadre's band has no quota
     * @param links in force
     */
    record Band(
            @Nullable String band,
            @Nullable Integer quota,
            long cadres,
            @Nullable Long capacity,
            long links) {}

    List<Admitted> admitted(UUID linkPoint, LocalDate asOf, long knownAt, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                with admitted as (
                    select distinct on (a.household) a.household,
                           coalesce((h.state ->> 'group')::int, (a.state ->> 'group')::int) as "group"
                    from read.register a
                    left join read.register h on h.type = 'Household' and h.id = a.household::text and not h.voided
                        and h.valid @> :asOf::date and h.known @> :knownAt::int8
                    where a.type = 'Admission' and a.status = 'ADMITTED' and not a.voided
                      and a.state ->> 'linkPointId' = :linkPoint and a.valid @> :asOf::date and a.known @> :knownAt::int8
                    order by a.household, a.first_position)
                select a.household as household_id, a."group",
                       exists (select from read.register l
                               where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided
                                 and l.household = a.household and l.state ->> 'linkPointId' = :linkPoint
                                 and l.valid @> :asOf::date and l.known @> :knownAt::int8)
                           as linked,
                       (select count(*) from (
                            select distinct v.subject from read.fact v
                            where v.measure = 'M20b' and v.household = a.household
                              and v.position <= :knownAt and v.valid_on between :from and least(:to::date, :asOf::date)) v
                        cross join lateral (%1$s) first
                        where first.day between :from and :to) as visits,
                       (select v.valid_on from read.fact v
                        cross join lateral (%1$s) first
                        where v.measure = 'M20b' and v.household = a.household
                          and v.position <= :knownAt and v.valid_on <= :asOf and first.day = v.valid_on
                        order by v.valid_on desc limit 1) as last_visit
                from admitted a order by 2, 1
                """.formatted(FIRST))
                .param("linkPoint", linkPoint.toString())
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .param("from", from)
                .param("to", to)
                .query(Admitted.class)
                .list();
    }

    List<Band> bands(UUID linkPoint, LocalDate asOf, long knownAt) {
        return jdbc.sql("""
                with %s,
                link as (
                    select cadres[1] as cadre, count(*) as links from read.register
                    where type = 'Link' and status = 'ACTIVE' and not voided
                      and state ->> 'linkPointId' = :linkPoint and valid @> :asOf::date and known @> :knownAt::int8
                    group by 1)
                select r.band, r.quota, count(*) as cadres, case when count(r.quota) = count(*) then sum(r.quota) end as capacity,
                       coalesce(sum(l.links), 0) as links
                from roster r left join link l using (cadre)
                where r.link_point = :linkPoint
                group by r.band, r.quota order by r.quota desc nulls last, r.band
                """.formatted(RosterOfDay.sql("asOf")))
                .param("linkPoint", linkPoint.toString())
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .query(Band.class)
                .list();
    }

    /** Part of a whole with four decimals; null of nothing. */
    static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.DOWN);
    }
}
