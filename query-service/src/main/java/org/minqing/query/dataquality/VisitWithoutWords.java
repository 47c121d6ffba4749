package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A visit of the period has neither findings nor a diary entry. */
@Component
final class VisitWithoutWords extends Rule {
    VisitWithoutWords() {
        super("DQ16", Severity.WARNING, """
                select 'Visit', r.id, r.division from own r
                join counted v on v.measure = 'M20' and v.subject = r.id
                where r.type = 'Visit' and r.state ->> 'findings' is null and jsonb_array_length(r.state -> 'diary') = 0
                """);
    }
}
