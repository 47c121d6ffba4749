package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Nobody said how many households the village of a link point has, so its coverage cannot be computed. */
@Component
final class LinkPointWithoutTotal extends Rule {
    LinkPointWithoutTotal() {
        super("DQ11", Severity.WARNING, """
                select 'LinkPoint', r.id, r.division from own r
                where r.type = 'LinkPoint' and r.state ->> 'totalHouseholds' is null
                """);
    }
}
