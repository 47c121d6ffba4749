package org.minqing.query.dataquality;

import java.util.List;

/** Link points, and the cadres on their rosters. */
final class LinkPointRules {
    static final List<Rule> ALL = List.of(
            // A cadre is enrolled at two link points of one programme.
            Rule.warning("DQ09", """
                    select 'Cadre', r.cadres[1]::text, r.division from own r
                    where r.type = 'Enrolment' and r.status = 'ENROLLED'
                      and exists (select from standing e where e.type = 'Enrolment' and e.status = 'ENROLLED'
                                  and e.cadres @> r.cadres and e.cadres[1] = r.cadres[1] and e.programme = r.programme
                                  and e.state ->> 'linkPointId' <> r.state ->> 'linkPointId' offset 0)
                    """)
                    .through(Walk.entities("Enrolment").in("ENROLLED").byCadre()),
            // A cadre is linked with more households than the quota of the rank held on the last day.
            Rule.error("DQ10", """
                    select 'Enrolment', t.id, t.division from told t
                    where t.type = 'Enrolment' and t.name = 'review-quota'
                    """),
            // Nobody said how many households the village of a link point has, so its coverage cannot be computed.
            Rule.warning("DQ11", """
                    select 'LinkPoint', r.id, r.division from own r
                    where r.type = 'LinkPoint' and r.state ->> 'totalHouseholds' is null
                    """).through(Walk.entities("LinkPoint").where("state ->> 'totalHouseholds' is null")),
            // More households stand on the roster of a link point than its village is said to have.
            Rule.error("DQ12", """
                    select 'LinkPoint', r.id, r.division from own r
                    where r.type = 'LinkPoint'
                      and (r.state ->> 'totalHouseholds')::int < (
                          select count(distinct a.household) from standing a where a.type = 'Admission' and a.status = 'ADMITTED'
                          and a.division = r.division and a.state ->> 'linkPointId' = r.id offset 0)
                    """).through(Walk.entities("LinkPoint")),
            // The village of a link point has no standing secretary.
            Rule.warning("DQ13", """
                    select 'LinkPoint', r.id, r.division from own r
                    where r.type = 'LinkPoint'
                      and not exists (select from standing p where p.type = 'Posting' and p.division = r.division
                                      and p.kinds @> array['STANDING_SECRETARY'] and coalesce(p.status, '') not in ('ENDED', 'RECALLED') offset 0)
                    """).through(Walk.entities("LinkPoint")),
            // The village of a link point has no correspondent.
            Rule.warning("DQ14", """
                    select 'LinkPoint', r.id, r.division from own r
                    where r.type = 'LinkPoint'
                      and not exists (select from standing p where p.type = 'Posting' and p.division = r.division
                                      and p.kinds @> array['CORRESPONDENT'] and coalesce(p.status, '') not in ('ENDED', 'RECALLED') offset 0)
                    """).through(Walk.entities("LinkPoint")));

    private LinkPointRules() {}
}
