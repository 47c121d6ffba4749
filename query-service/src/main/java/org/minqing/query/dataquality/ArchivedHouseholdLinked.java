package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A link is in force with a household that is archived. */
@Component
final class ArchivedHouseholdLinked extends Rule {
    ArchivedHouseholdLinked() {
        super("DQ03", Severity.ERROR, """
                select 'Link', r.id, r.division from own r
                join standing h on h.type = 'Household' and h.id = r.household::text and h.status = 'ARCHIVED'
                where r.type = 'Link' and r.status = 'ACTIVE'
                """);
    }
}
