package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Nobody said where a project is. */
@Component
final class ProjectWithoutSite extends Rule {
    ProjectWithoutSite() {
        super("DQ35", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project' and r.status <> 'CANCELLED' and trim(coalesce(r.state ->> 'site', '')) = ''
                """);
    }
}
