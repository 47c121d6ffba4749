package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A cadre wrote diary entries about more than 6 households on one day of the period. */
@Component
final class ManyDiaryEntriesOnOneDay extends Rule {
    ManyDiaryEntriesOnOneDay() {
        super("DQ19", Severity.WARNING, """
                select 'Cadre', d.cadre::text, min(d.division) from counted d
                where d.measure = 'M27'
                group by d.cadre, d.valid_on having count(distinct d.household) > 6
                """);
    }
}
