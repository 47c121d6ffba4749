package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A project was completed, and nobody counted whom it serves. */
@Component
final class CompletedWithoutBeneficiaries extends Rule {
    CompletedWithoutBeneficiaries() {
        super("DQ37", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project' and r.status in ('COMPLETED', 'ACCEPTED')
                  and jsonb_array_length(r.state -> 'beneficiaries') = 0
                """);
    }
}
