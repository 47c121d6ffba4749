package org.minqing.query.dataquality;

import org.minqing.query.platform.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Another household of the same villagers' group has the same number. */
@Component
final class HouseholdNumberTwice extends Rule {
    HouseholdNumberTwice() {
        super("DQ20", Severity.WARNING, """
                select 'Household', h.id, h.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'REGISTERED'
                where r.type = 'Admission' and r.status = 'ADMITTED'
                  and exists (select from standing o where o.type = 'Household' and o.division = h.division and o.id <> h.id
                              and o.status = 'REGISTERED' and o.state ->> 'group' = h.state ->> 'group'
                              and o.state ->> 'householdNo' = h.state ->> 'householdNo')
                """);
    }
}
