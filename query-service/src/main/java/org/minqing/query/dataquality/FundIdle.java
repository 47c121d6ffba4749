package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A fund has had money for more than 180 days, and nothing of it was ever set aside. */
@Component
final class FundIdle extends Rule {
    FundIdle() {
        super("DQ34", Severity.WARNING, """
                select 'Fund', r.id, r.division from own r
                join read.register before on before.type = 'Fund' and before.id = r.id and not before.voided
                    and before.valid @> :to::date - 181 and before.known @> :knownAt::int8
                where r.type = 'Fund' and (before.state ->> 'received')::numeric > 0 and (r.state ->> 'allocated')::numeric = 0
                """);
    }
}
