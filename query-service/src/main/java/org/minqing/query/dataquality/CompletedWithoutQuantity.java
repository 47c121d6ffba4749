package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A project was completed, and nothing of it was measured. */
@Component
final class CompletedWithoutQuantity extends Rule {
    CompletedWithoutQuantity() {
        super("DQ36", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project' and r.status in ('COMPLETED', 'ACCEPTED')
                  and jsonb_array_length(r.state -> 'quantities') = 0
                """);
    }
}
