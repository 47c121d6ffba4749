package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre is enrolled at a link point, and linked with no household there. */
@Component
final class CadreWithoutHousehold extends Rule {
    CadreWithoutHousehold() {
        super("DQ02", Severity.WARNING, """
                select 'Enrolment', r.id, r.division from own r
                where r.type = 'Enrolment' and r.status = 'ENROLLED'
                  and not exists (select from standing l where l.type = 'Link' and l.cadres @> r.cadres
                                  and l.status = 'ACTIVE' and l.state ->> 'linkPointId' = r.state ->> 'linkPointId')
                """);
    }
}
