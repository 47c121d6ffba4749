package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A concern has no answer on the day after it was due. */
@Component
final class ConcernOverdue extends Rule {
    ConcernOverdue() {
        super("DQ26", Severity.WARNING, """
                select 'Concern', r.id, r.division from own r
                where r.type = 'Concern' and r.status in ('RAISED', 'ACCEPTED', 'ASSIGNED')
                  and (r.state ->> 'dueOn')::date < :to::date
                """);
    }
}
