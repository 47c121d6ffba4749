package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A concern was confirmed by the very person who recorded it as resolved. */
@Component
final class ConcernConfirmedByResolver extends Rule {
    ConcernConfirmedByResolver() {
        super("DQ28", Severity.ERROR, """
                select 'Concern', r.id, r.division from own r
                join read.audit_entry x on x.subject_type = 'Concern' and x.subject_id = r.id
                join happened done on done.position = x.position and done.type = 'Concern.ConcernResolved'
                join read.audit_entry y on y.subject_type = 'Concern' and y.subject_id = r.id
                join happened sure on sure.position = y.position and sure.type = 'Concern.ResolutionConfirmed'
                where r.type = 'Concern' and r.status = 'CONFIRMED' and sure.actor = done.actor
                """);
    }
}
