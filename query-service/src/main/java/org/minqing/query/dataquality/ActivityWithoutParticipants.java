package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** An activity of the period was held, and nobody counted who took part. */
@Component
final class ActivityWithoutParticipants extends Rule {
    ActivityWithoutParticipants() {
        super("DQ45", Severity.WARNING, """
                select 'Activity', r.id, r.division from own r
                where r.type = 'Activity' and r.status = 'RECORDED' and not r.kinds @> array['PRESS_ITEM']
                  and (r.state ->> 'heldOn')::date between :from::date and :to::date
                  and coalesce((r.state ->> 'participants')::int, 0) = 0
                """);
    }
}
