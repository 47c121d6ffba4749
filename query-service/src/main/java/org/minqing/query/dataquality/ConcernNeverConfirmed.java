package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Sixty days after a concern was resolved nobody confirmed it. */
@Component
final class ConcernNeverConfirmed extends Rule {
    ConcernNeverConfirmed() {
        super("DQ27", Severity.WARNING, """
                select 'Concern', r.id, r.division from own r
                where r.type = 'Concern' and r.status = 'RESOLVED' and r.since < :to::date - 60
                """);
    }
}
