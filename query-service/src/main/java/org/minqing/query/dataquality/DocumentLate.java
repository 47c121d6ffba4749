package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A document was handed in in the period after its last day. */
@Component
final class DocumentLate extends Rule {
    DocumentLate() {
        super("DQ43", Severity.WARNING, """
                select 'Document', r.id, r.division from own r
                where r.type = 'Document' and r.status in ('HANDED_IN', 'ACCEPTED')
                  and (r.state ->> 'handedInOn')::date between :from::date and :to::date
                  and (r.state ->> 'handedInOn')::date > (r.state ->> 'dueOn')::date
                """);
    }
}
