package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** The same donor gave the same amount to the same fund twice on one day: each of the entries is found. */
@Component
final class DonationTwice extends Rule {
    DonationTwice() {
        super("DQ30", Severity.WARNING, """
                select 'FundEntry', r.id, r.division from own r
                where r.type = 'FundEntry' and r.kinds @> array['DONATION'] and r.begun between :from::date and :to::date
                  and exists (select from standing o where o.type = 'FundEntry' and o.kinds @> array['DONATION'] and o.id <> r.id
                              and o.state ->> 'fundId' = r.state ->> 'fundId' and o.division = r.division
                              and o.state -> 'donor' ->> 'id' = r.state -> 'donor' ->> 'id'
                              and o.state -> 'money' ->> 'amount' = r.state -> 'money' ->> 'amount' and o.begun = r.begun)
                """);
    }
}
