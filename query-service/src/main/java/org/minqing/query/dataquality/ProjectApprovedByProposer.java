package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A project was approved by the very person who proposed it. */
@Component
final class ProjectApprovedByProposer extends Rule {
    ProjectApprovedByProposer() {
        super("DQ40", Severity.ERROR, """
                select 'Project', r.id, r.division from own r
                join read.audit_entry x on x.subject_type = 'Project' and x.subject_id = r.id
                join happened proposed on proposed.position = x.position and proposed.type = 'Project.ProjectProposed'
                join read.audit_entry y on y.subject_type = 'Project' and y.subject_id = r.id
                join happened approved on approved.position = y.position and approved.type = 'Project.ProjectApproved'
                where r.type = 'Project' and approved.actor = proposed.actor
                """);
    }
}
