package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** More than 50 persons were met on one visit of a household in the period. */
@Component
final class VisitMetTooMany extends Rule {
    VisitMetTooMany() {
        super("DQ17", Severity.WARNING, """
                select 'Visit', r.id, r.division from own r
                join counted v on v.measure = 'M20' and v.subject = r.id
                where r.type = 'Visit' and (r.state ->> 'personsMet')::int > 50
                """);
    }
}
