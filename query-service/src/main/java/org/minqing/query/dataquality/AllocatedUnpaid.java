package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Money set aside more than a year ago has not been paid. */
@Component
final class AllocatedUnpaid extends Rule {
    AllocatedUnpaid() {
        super("DQ33", Severity.WARNING, """
                select 'Fund', r.id, r.division from own r
                join read.register before on before.type = 'Fund' and before.id = r.id and not before.voided
                    and before.valid @> :to::date - 366 and before.known @> :knownAt::int8
                where r.type = 'Fund' and (before.state ->> 'allocated')::numeric > (r.state ->> 'paid')::numeric
                """);
    }
}
