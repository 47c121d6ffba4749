package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre is linked with more households than the quota of the enrolment. */
@Component
final class RosterAboveQuota extends Rule {
    RosterAboveQuota() {
        super("DQ10", Severity.ERROR, """
                select 'Enrolment', r.id, r.division from own r
                where r.type = 'Enrolment' and r.status = 'ENROLLED'
                  and (r.state ->> 'quota')::int < (
                      select count(*) from standing l where l.type = 'Link' and l.status = 'ACTIVE'
                      and l.cadres @> r.cadres and l.state ->> 'linkPointId' = r.state ->> 'linkPointId')
                """);
    }
}
