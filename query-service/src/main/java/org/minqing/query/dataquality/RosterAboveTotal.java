package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** More households stand on the roster of a link point than its village is said to have. */
@Component
final class RosterAboveTotal extends Rule {
    RosterAboveTotal() {
        super("DQ12", Severity.ERROR, """
                select 'LinkPoint', r.id, r.division from own r
                where r.type = 'LinkPoint'
                  and (r.state ->> 'totalHouseholds')::int < (
                      select count(distinct a.household) from standing a where a.type = 'Admission' and a.status = 'ADMITTED'
                      and a.division = r.division and a.state ->> 'linkPointId' = r.id)
                """);
    }
}
