package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Ninety days after an agreement took effect nobody knows whether it was performed. */
@Component
final class PerformanceUnknown extends Rule {
    PerformanceUnknown() {
        super("DQ25", Severity.WARNING, """
                select 'Dispute', r.id, r.division from own r
                where r.type = 'Dispute' and r.state ->> 'performance' is null
                  and (r.state -> 'agreement' ->> 'effectiveOn')::date < :to::date - 90
                """);
    }
}
