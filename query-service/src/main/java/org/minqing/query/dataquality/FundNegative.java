package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** On a day of the period more had been paid from a fund than it had received. */
@Component
final class FundNegative extends Rule {
    FundNegative() {
        super("DQ32", Severity.ERROR, """
                select 'Fund', r.id, r.division from own r
                where r.type = 'Fund'
                  and exists (select from read.register d where d.type = 'Fund' and d.id = r.id and not d.voided
                              and d.known @> :knownAt::int8 and d.valid && daterange(:from::date, :to::date, '[]')
                              and (d.state ->> 'balance')::numeric < 0)
                """);
    }
}
