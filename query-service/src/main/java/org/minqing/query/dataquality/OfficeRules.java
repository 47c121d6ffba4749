package org.minqing.query.dataquality;

import java.util.List;

/** What an office owes: documents, activities, and that things are recorded in time. */
final class OfficeRules {
    static final List<Rule> ALL = List.of(
            // A document is owed, and its last day is past.
            Rule.warning("DQ42", """
                    select 'Document', r.id, r.division from own r
                    where r.type = 'Document' and r.status in ('REQUIRED', 'SENT_BACK') and (r.state ->> 'dueOn')::date < :to::date
                    """).through(Walk.entities("Document").in("REQUIRED", "SENT_BACK")),
            // A document was handed in in the period after its last day.
            Rule.warning("DQ43", """
                    select 'Document', r.id, r.division from own r
                    where r.type = 'Document' and r.status in ('HANDED_IN', 'ACCEPTED')
                      and (r.state ->> 'handedInOn')::date between :from::date and :to::date
                      and (r.state ->> 'handedInOn')::date > (r.state ->> 'dueOn')::date
                    """).through(Walk.entities("Document").in("HANDED_IN", "ACCEPTED")),
            // An activity was scheduled for a day that is past, and nobody recorded or cancelled it.
            Rule.warning("DQ44", """
                    select 'Activity', r.id, r.division from own r
                    where r.type = 'Activity' and r.status = 'SCHEDULED' and (r.state ->> 'plannedOn')::date < :to::date
                    """).through(Walk.entities("Activity").in("SCHEDULED")),
            // An activity of the period was held, and nobody counted who took part.
            Rule.warning("DQ45", """
                    select 'Activity', r.id, r.division from own r
                    where r.type = 'Activity' and r.status = 'RECORDED' and not r.kinds @> array['PRESS_ITEM']
                      and (r.state ->> 'heldOn')::date between :from::date and :to::date
                      and coalesce((r.state ->> 'participants')::int, 0) = 0
                    """).through(Walk.entities("Activity").in("RECORDED")),
            // Something of the period was recorded more than 90 days after it happened.
            Rule.warning("DQ46", """
                    select split_part(e.stream, '-', 1), substr(e.stream, strpos(e.stream, '-') + 1), e.division from happened e
                    where e.occurred_on between :from::date and :to::date
                      and (e.recorded_at at time zone 'Asia/Shanghai')::date > e.occurred_on + 90
                    """));

    private OfficeRules() {}
}
