package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A household on the roster is of no kind. */
@Component
final class HouseholdUnclassified extends Rule {
    HouseholdUnclassified() {
        super("DQ22", Severity.WARNING, """
                select 'Household', h.id, h.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'REGISTERED'
                where r.type = 'Admission' and r.status = 'ADMITTED' and cardinality(h.kinds) = 0
                """);
    }
}
