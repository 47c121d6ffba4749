package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A link has stood for more than 30 days without a liaison card. */
@Component
final class LinkWithoutCard extends Rule {
    LinkWithoutCard() {
        super("DQ06", Severity.WARNING, """
                select 'Link', r.id, r.division from own r
                where r.type = 'Link' and r.status = 'ACTIVE' and r.since < :to::date - 30
                  and not exists (select from standing c where c.type = 'Card' and c.household = r.household
                                  and c.state ->> 'linkId' = r.id and c.status in ('ISSUED', 'DELIVERED'))
                """);
    }
}
