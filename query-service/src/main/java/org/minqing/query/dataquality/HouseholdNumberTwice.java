package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Another household of the same villagers' group has the same number. */
@Component
final class HouseholdNumberTwice extends Rule {
    HouseholdNumberTwice() {
        super("DQ20", Severity.WARNING, """
                with asked as materialized (
                    select h.id, h.division from own r
                    join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'REGISTERED'
                    where r.type = 'Admission' and r.status = 'ADMITTED')
                select 'Household', n.id, n.division from (
                    select h.id, h.division,
                           count(*) over (partition by h.division, h.state ->> 'group', h.state ->> 'householdNo') as times
                    from (select distinct division from asked) v
                    join standing h on h.type = 'Household' and h.division = v.division and h.status = 'REGISTERED') n
                where n.times > 1 and n.id in (select id from asked)
                """);
    }
}
