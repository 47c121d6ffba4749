package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre enrolled for more than 30 days wrote no diary entry in the period. */
@Component
final class CadreWithoutDiary extends Rule {
    CadreWithoutDiary() {
        super("DQ15", Severity.WARNING, """
                select 'Enrolment', r.id, r.division from own r
                where r.type = 'Enrolment' and r.status = 'ENROLLED' and r.since < :to::date - 30
                  and not exists (select from counted d where d.measure = 'M27' and d.cadre = r.cadres[1])
                """);
    }
}
