package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** The same cadre visited the same household twice on one day: each of the visits is found. */
@Component
final class SameVisitTwice extends Rule {
    SameVisitTwice() {
        super("DQ18", Severity.WARNING, """
                select 'Visit', v.subject, v.division from counted v
                where v.measure = 'M20C'
                  and exists (select from counted o where o.measure = 'M20C' and o.household = v.household
                              and o.cadre = v.cadre and o.valid_on = v.valid_on and o.subject <> v.subject)
                """);
    }
}
