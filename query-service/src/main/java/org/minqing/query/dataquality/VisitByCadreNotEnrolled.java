package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre visited who on that day was enrolled at no link point of the programme. */
@Component
final class VisitByCadreNotEnrolled extends Rule {
    VisitByCadreNotEnrolled() {
        super("DQ08", Severity.WARNING, """
                select 'Visit', v.subject, v.division from counted v
                where v.measure = 'M20C'
                  and not exists (select from read.register e where e.type = 'Enrolment' and e.status = 'ENROLLED'
                                  and e.cadres @> array[v.cadre] and e.cadres[1] = v.cadre
                                  and e.programme = v.programme and not e.voided
                                  and e.valid @> v.valid_on and e.known @> :knownAt::int8)
                """);
    }
}
