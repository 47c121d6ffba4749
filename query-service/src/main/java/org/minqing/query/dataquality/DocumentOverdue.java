package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A document is owed, and its last day is past. */
@Component
final class DocumentOverdue extends Rule {
    DocumentOverdue() {
        super("DQ42", Severity.WARNING, """
                select 'Document', r.id, r.division from own r
                where r.type = 'Document' and r.status in ('REQUIRED', 'SENT_BACK') and (r.state ->> 'dueOn')::date < :to::date
                """);
    }
}
