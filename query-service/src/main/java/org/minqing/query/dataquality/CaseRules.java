package org.minqing.query.dataquality;

import java.util.List;

/** Disputes and concerns. */
final class CaseRules {
    static final List<Rule> ALL = List.of(
            // A dispute has been open for more than 60 days.
            Rule.warning("DQ24", """
                    select 'Dispute', r.id, r.division from own r
                    where r.type = 'Dispute' and r.status in ('REGISTERED', 'ACCEPTED') and r.begun < :to::date - 60
                    """).through(Walk.entities("Dispute").in("REGISTERED", "ACCEPTED")),
            // Ninety days after an agreement took effect nobody knows whether it was performed.
            Rule.warning("DQ25", """
                    select 'Dispute', r.id, r.division from own r
                    where r.type = 'Dispute' and r.state ->> 'performance' is null
                      and (r.state -> 'agreement' ->> 'effectiveOn')::date < :to::date - 90
                    """).through(Walk.entities("Dispute").where("state ->> 'performance' is null")),
            // A concern has no answer on the day after it was due.
            Rule.warning("DQ26", """
                    select 'Concern', r.id, r.division from own r
                    where r.type = 'Concern' and r.status in ('RAISED', 'ACCEPTED', 'ASSIGNED')
                      and (r.state ->> 'dueOn')::date < :to::date
                    """).through(Walk.entities("Concern").in("RAISED", "ACCEPTED", "ASSIGNED")),
            // Sixty days after a concern was resolved nobody confirmed it.
            Rule.warning("DQ27", """
                    select 'Concern', r.id, r.division from own r
                    where r.type = 'Concern' and r.status = 'RESOLVED' and r.since < :to::date - 60
                    """).through(Walk.entities("Concern").in("RESOLVED")),
            // A concern was confirmed by the very person who recorded it as resolved.
            Rule.error("DQ28", """
                    select 'Concern', r.id, r.division from own r
                    join read.audit_entry x on x.subject_type = 'Concern' and x.subject_id = r.id
                    join happened done on done.position = x.position and done.type = 'Concern.ConcernResolved'
                    join read.audit_entry y on y.subject_type = 'Concern' and y.subject_id = r.id
                    join happened sure on sure.position = y.position and sure.type = 'Concern.ResolutionConfirmed'
                    where r.type = 'Concern' and r.status = 'CONFIRMED' and sure.actor = done.actor
                    """).through(Walk.entities("Concern").in("CONFIRMED")));

    private CaseRules() {}
}
