package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A household stands on the roster of a village in which it does not live. */
@Component
final class HouseholdMovedAway extends Rule {
    HouseholdMovedAway() {
        super("DQ23", Severity.ERROR, """
                select 'Household', h.id, r.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.division <> r.division
                where r.type = 'Admission' and r.status = 'ADMITTED'
                """);
    }
}
