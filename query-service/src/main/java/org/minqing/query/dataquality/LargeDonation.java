package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A donation of the period is above 100,000 yuan. */
@Component
final class LargeDonation extends Rule {
    LargeDonation() {
        super("DQ29", Severity.WARNING, """
                select 'FundEntry', r.id, r.division from own r
                where r.type = 'FundEntry' and r.kinds @> array['DONATION'] and r.begun between :from::date and :to::date
                  and (r.state -> 'money' ->> 'amount')::numeric > 100000
                """);
    }
}
