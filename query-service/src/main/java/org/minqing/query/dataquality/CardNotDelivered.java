package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A liaison card was issued more than 30 days ago, and nobody confirmed that it was delivered. */
@Component
final class CardNotDelivered extends Rule {
    CardNotDelivered() {
        super("DQ05", Severity.WARNING, """
                select 'Card', r.id, r.division from own r
                where r.type = 'Card' and r.status = 'ISSUED' and r.since < :to::date - 30
                """);
    }
}
