package org.minqing.query.platform.register;

/**
 * The cadres enrolled on a day as known at a position, with what is in force for each on that day: the one place that says which
 * rank a cadre holds and which band and quota go with it. What an enrolment or a link was judged by when it was made is another
 * matter, and stands in its event.
 *
 * <p>A common table expression {@code roster} for a question that has the parameter :knownAt.
 *
 * <ul>
 *   <li>{@code type, household}: an enrolment, which has no household, or a link
 *   <li>{@code id, first_position, programme, division, organisation, link_point}: the enrolment
 *   <li>{@code cadre, rank}: who, and the rank of the day; null for a cadre nobody registered
 *   <li>{@code band, quota}: those of that rank in the programme on the day; null where its quotas name no such rank
 *   <li>{@code rank_since, quota_since}: from which day on without a break
 * </ul>
 */
public final class RosterOfDay {
    private static final String SQL = """
                select e.type, e.id, e.household, e.first_position, e.programme, e.division, e.organisation, e.state ->> 'linkPointId' as link_point,
                       e.cadres[1] as cadre, c.state ->> 'rankCode' as rank, q.band, q.quota,
                       (select coalesce(
                            max(upper(b.valid)) filter (
                                where upper(b.valid) <= $DAY and (b.voided or b.state -> 'rankCode' <> c.state -> 'rankCode')),
                            min(lower(b.valid)))
                        from read.register b
                        where b.type = 'Cadre' and b.id = c.id and b.known @> $KNOWN) as rank_since,
                       (select coalesce(
                            max(upper(b.valid)) filter (
                                where upper(b.valid) <= $DAY and (b.voided or q.quota is distinct from (
                                    select (former ->> 'households')::int
                                    from jsonb_array_elements(b.state -> 'quotas') with ordinality defined (former, place)
                                    where former -> 'rankCodes' @> (c.state -> 'rankCode')
                                    order by place desc limit 1))),
                            min(lower(b.valid)))
                        from read.register b
                        where b.type = 'Programme' and b.id = e.programme::text and b.known @> $KNOWN) as quota_since
                from read.register e
                left join read.register c on c.type = 'Cadre' and c.id = e.cadres[1]::text and not c.voided
                    and c.valid @> $DAY and c.known @> $KNOWN
                left join lateral (
                    select quota ->> 'band' as band, (quota ->> 'households')::int as quota
                    from read.register p
                    cross join jsonb_array_elements(p.state -> 'quotas') with ordinality defined (quota, place)
                    where p.type = 'Programme' and p.id = e.programme::text and not p.voided
                      and p.valid @> $DAY and p.known @> $KNOWN
                      and quota -> 'rankCodes' @> (c.state -> 'rankCode')
                    order by place desc limit 1) q on true
                where $PLACE and not e.voided
                  and e.valid @> $DAY and e.known @> $KNOWN
            """;

    private RosterOfDay() {}

    /** @param parameter the one that names the day, {@code asOf} */
    public static String sql(String parameter) {
        return table(parameter, "e.type = 'Enrolment' and e.status = 'ENROLLED'");
    }

    /** The same of every enrolment and every link of the day, whatever has become of it. */
    public static String everPlaced(String parameter) {
        return table(parameter, "e.type in ('Enrolment', 'Link')");
    }

    /** The same as a subquery, of one enrolment: id, day and position are columns of a row beside. */
    public static String of(String id, String day, String position) {
        return rows(day, position, "e.type = 'Enrolment' and e.status = 'ENROLLED' and e.id = " + id);
    }

    private static String table(String parameter, String place) {
        return "roster as not materialized (\n" + rows(":" + parameter + "::date", ":knownAt::int8", place) + ")\n";
    }

    private static String rows(String day, String position, String place) {
        return SQL.replace("$DAY", day).replace("$KNOWN", position).replace("$PLACE", place);
    }
}
