package org.minqing.query.dataquality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.events.project.ProjectItem;

/** Projects: where and for whom they are, how far they and their money have come. */
final class ProjectRules {
    static final List<Rule> ALL = List.of(
            // Nobody said where a project is.
            Rule.warning("DQ35", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and r.status <> 'CANCELLED' and trim(coalesce(r.state ->> 'site', '')) = ''
                    """)
                    .through(Walk.entities("Project").few("trim(coalesce(state ->> 'site', '')) = ''")),
            // A project was completed, and nothing of it was measured.
            Rule.warning("DQ36", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and r.status in ('COMPLETED', 'ACCEPTED')
                      and jsonb_array_length(r.state -> 'quantities') = 0
                    """).through(Walk.entities("Project").in("COMPLETED", "ACCEPTED")),
            // A project was completed, and nobody counted whom it serves.
            Rule.warning("DQ37", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and r.status in ('COMPLETED', 'ACCEPTED')
                      and jsonb_array_length(r.state -> 'beneficiaries') = 0
                    """).through(Walk.entities("Project").in("COMPLETED", "ACCEPTED")),
            // Work on a project started, and nothing has been heard of it for more than 180 days.
            Rule.warning("DQ38", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and r.status = 'STARTED'
                      and greatest((r.state -> 'milestones' ->> 'startedOn')::date, (r.state -> 'progress' ->> 'reportedOn')::date)
                          < :to::date - 180
                    """).through(Walk.entities("Project").in("STARTED")),
            // A line of investment is still not paid one year after its project was completed.
            Rule.warning("DQ39", """
                    select 'InvestmentLine', r.id, r.division from own r
                    where r.type = 'InvestmentLine' and r.status = 'APPROVED'
                      and exists (select from standing p where p.type = 'Project' and p.id = r.state ->> 'projectId'
                                  and (p.state -> 'milestones' ->> 'completedOn')::date < :to::date - 365 offset 0)
                    """).through(Walk.entities("InvestmentLine").in("APPROVED")),
            // A project was approved by the very person who proposed it.
            Rule.error("DQ40", """
                    select 'Project', r.id, r.division from own r
                    join read.audit_entry x on x.subject_type = 'Project' and x.subject_id = r.id
                    join happened proposed on proposed.position = x.position and proposed.type = 'Project.ProjectProposed'
                    join read.audit_entry y on y.subject_type = 'Project' and y.subject_id = r.id
                    join happened approved on approved.position = y.position and approved.type = 'Project.ProjectApproved'
                    where r.type = 'Project' and approved.actor = proposed.actor
                    """).through(Walk.entities("Project")),
            // A project is said to serve more than ten persons for each household.
            Rule.warning("DQ41", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project'
                      and (select max((b -> 'quantity' ->> 'value')::numeric) from jsonb_array_elements(r.state -> 'beneficiaries') b
                           where b ->> 'kind' = 'PERSONS')
                          > 10 * (select sum((b -> 'quantity' ->> 'value')::numeric) from jsonb_array_elements(r.state -> 'beneficiaries') b
                                  where b ->> 'kind' = 'HOUSEHOLDS')
                    """).through(Walk.entities("Project")),
            // A project was cancelled, and what was invested, measured or counted for it still goes into the figures.
            Rule.warning("DQ50", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and r.status = 'CANCELLED'
                      and jsonb_array_length(r.state -> 'lines') + jsonb_array_length(r.state -> 'quantities')
                          + jsonb_array_length(r.state -> 'beneficiaries') > 0
                    """).through(Walk.entities("Project").in("CANCELLED")),
            // An item of a project was measured in a unit that is not one of its own, which somebody said is meant so.
            Rule.warning("DQ53", """
                    select 'Project', r.id, r.division from own r
                    where r.type = 'Project' and exists (
                        select from jsonb_array_elements(r.state -> 'quantities') q
                        where q ->> 'item' <> 'OTHER' and (q ->> 'item', q -> 'quantity' ->> 'unit') not in (values %s))
                    """.formatted(units())).through(Walk.entities("Project")));

    private static String units() {
        return Stream.of(ProjectItem.values())
                .filter(item -> item != ProjectItem.OTHER)
                .flatMap(item -> item.units().stream().map(unit -> "('" + item + "', '" + unit + "')"))
                .collect(Collectors.joining(", "));
    }

    private ProjectRules() {}
}
