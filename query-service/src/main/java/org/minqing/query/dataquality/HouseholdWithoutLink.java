package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A household stands on the roster, and nobody is linked with it. */
@Component
final class HouseholdWithoutLink extends Rule {
    HouseholdWithoutLink() {
        super("DQ01", Severity.ERROR, """
                select 'Household', r.household::text, r.division from own r
                where r.type = 'Admission' and r.status = 'ADMITTED'
                  and not exists (select from standing l where l.type = 'Link' and l.household = r.household
                                  and l.status = 'ACTIVE' and l.programme = r.programme)
                """);
    }
}
