package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A dispute has been open for more than 60 days. */
@Component
final class DisputeOpenTooLong extends Rule {
    DisputeOpenTooLong() {
        super("DQ24", Severity.WARNING, """
                select 'Dispute', r.id, r.division from own r
                where r.type = 'Dispute' and r.status in ('REGISTERED', 'ACCEPTED') and r.begun < :to::date - 60
                """);
    }
}
