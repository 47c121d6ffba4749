package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Work on a project started, and nothing has been heard of it for more than 180 days. */
@Component
final class ProjectWithoutProgress extends Rule {
    ProjectWithoutProgress() {
        super("DQ38", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project' and r.status = 'STARTED'
                  and greatest((r.state -> 'milestones' ->> 'startedOn')::date, (r.state -> 'progress' ->> 'reportedOn')::date)
                      < :to::date - 180
                """);
    }
}
