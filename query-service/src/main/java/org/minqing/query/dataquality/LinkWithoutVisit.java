package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A link has stood for more than 30 days, and its cadre did not visit the household in the period. */
@Component
final class LinkWithoutVisit extends Rule {
    LinkWithoutVisit() {
        super("DQ07", Severity.WARNING, """
                select 'Link', r.id, r.division from own r
                where r.type = 'Link' and r.status = 'ACTIVE' and r.since < :to::date - 30
                  and not exists (select from counted v where v.measure = 'M20C' and v.household = r.household
                                  and v.cadre = r.cadres[1])
                """);
    }
}
