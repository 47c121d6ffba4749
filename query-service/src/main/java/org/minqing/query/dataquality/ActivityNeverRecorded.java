package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** An activity was scheduled for a day that is past, and nobody recorded or cancelled it. */
@Component
final class ActivityNeverRecorded extends Rule {
    ActivityNeverRecorded() {
        super("DQ44", Severity.WARNING, """
                select 'Activity', r.id, r.division from own r
                where r.type = 'Activity' and r.status = 'SCHEDULED' and (r.state ->> 'plannedOn')::date < :to::date
                """);
    }
}
