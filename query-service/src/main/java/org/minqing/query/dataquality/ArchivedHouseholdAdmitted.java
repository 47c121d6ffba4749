package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A household that is archived stands on the roster. */
@Component
final class ArchivedHouseholdAdmitted extends Rule {
    ArchivedHouseholdAdmitted() {
        super("DQ04", Severity.ERROR, """
                select 'Household', r.household::text, r.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'ARCHIVED'
                where r.type = 'Admission' and r.status = 'ADMITTED'
                """);
    }
}
