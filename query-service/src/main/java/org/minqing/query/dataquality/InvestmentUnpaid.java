package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A line of investment is still not paid one year after its project was completed. */
@Component
final class InvestmentUnpaid extends Rule {
    InvestmentUnpaid() {
        super("DQ39", Severity.WARNING, """
                select 'InvestmentLine', r.id, r.division from own r
                join standing p on p.type = 'Project' and p.id = r.state ->> 'projectId'
                where r.type = 'InvestmentLine' and r.status = 'APPROVED'
                  and (p.state -> 'milestones' ->> 'completedOn')::date < :to::date - 365
                """);
    }
}
