package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Goods were given in the period, and nobody said on what their price was put. */
@Component
final class GiftWithoutBasis extends Rule {
    GiftWithoutBasis() {
        super("DQ31", Severity.WARNING, """
                select 'FundEntry', r.id, r.division from own r
                where r.type = 'FundEntry' and r.kinds @> array['IN_KIND'] and r.begun between :from::date and :to::date
                  and exists (select from jsonb_array_elements(r.state -> 'items') item where trim(coalesce(item ->> 'basis', '')) = '')
                """);
    }
}
