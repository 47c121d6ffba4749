package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A household on the roster has more than 15 persons, its head included. */
@Component
final class HouseholdTooLarge extends Rule {
    HouseholdTooLarge() {
        super("DQ21", Severity.WARNING, """
                select 'Household', h.id, h.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'REGISTERED'
                where r.type = 'Admission' and r.status = 'ADMITTED' and jsonb_array_length(h.state -> 'members') >= 15
                """);
    }
}
