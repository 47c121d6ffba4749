package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** The village of a link point has no correspondent. */
@Component
final class LinkPointWithoutCorrespondent extends Rule {
    LinkPointWithoutCorrespondent() {
        super("DQ14", Severity.WARNING, """
                select 'LinkPoint', r.id, r.division from own r
                where r.type = 'LinkPoint'
                  and not exists (select from standing p where p.type = 'Posting' and p.division = r.division
                                  and p.kinds @> array['CORRESPONDENT'] and coalesce(p.status, '') not in ('ENDED', 'RECALLED'))
                """);
    }
}
