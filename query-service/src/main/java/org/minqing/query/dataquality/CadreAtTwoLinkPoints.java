package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre is enrolled at two link points of one programme. */
@Component
final class CadreAtTwoLinkPoints extends Rule {
    CadreAtTwoLinkPoints() {
        super("DQ09", Severity.WARNING, """
                select 'Cadre', r.cadres[1]::text, r.division from own r
                where r.type = 'Enrolment' and r.status = 'ENROLLED'
                  and exists (select from standing e where e.type = 'Enrolment' and e.status = 'ENROLLED'
                              and e.cadres @> r.cadres and e.cadres[1] = r.cadres[1] and e.programme = r.programme
                              and e.state ->> 'linkPointId' <> r.state ->> 'linkPointId')
                """);
    }
}
