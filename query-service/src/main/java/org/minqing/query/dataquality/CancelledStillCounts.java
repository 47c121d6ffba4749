package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A project was cancelled, and what was invested, measured or counted for it still goes into the figures. */
@Component
final class CancelledStillCounts extends Rule {
    CancelledStillCounts() {
        super("DQ50", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project' and r.status = 'CANCELLED'
                  and jsonb_array_length(r.state -> 'lines') + jsonb_array_length(r.state -> 'quantities')
                      + jsonb_array_length(r.state -> 'beneficiaries') > 0
                """);
    }
}
