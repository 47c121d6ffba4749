package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Something of the period was recorded more than 90 days after it happened. */
@Component
final class RecordedLate extends Rule {
    RecordedLate() {
        super("DQ46", Severity.WARNING, """
                select split_part(e.stream, '-', 1), substr(e.stream, strpos(e.stream, '-') + 1), e.division from happened e
                where e.occurred_on between :from::date and :to::date
                  and (e.recorded_at at time zone 'Asia/Shanghai')::date > e.occurred_on + 90
                """);
    }
}
