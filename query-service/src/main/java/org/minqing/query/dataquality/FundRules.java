package org.minqing.query.dataquality;

import java.util.List;

/** Funds, and what is entered in their books. */
final class FundRules {
    static final List<Rule> ALL = List.of(
            // A donation of the period is above 100,000 yuan.
            Rule.warning("DQ29", """
                    select 'FundEntry', r.id, r.division from own r
                    where r.type = 'FundEntry' and r.kinds @> array['DONATION'] and r.begun between :from::date and :to::date
                      and (r.state -> 'money' ->> 'amount')::numeric > 100000
                    """)
                    .through(Walk.entities("FundEntry")
                            .few("kinds @> array['DONATION'] and (state -> 'money' ->> 'amount')::numeric > 100000")),
            // The same donor gave the same amount to the same fund twice on one day: each of the entries is found.
            Rule.warning("DQ30", """
                    select 'FundEntry', r.id, r.division from own r
                    where r.type = 'FundEntry' and r.kinds @> array['DONATION'] and r.begun between :from::date and :to::date
                      and exists (select from standing o where o.type = 'FundEntry' and o.kinds @> array['DONATION'] and o.id <> r.id
                                  and o.state ->> 'fundId' = r.state ->> 'fundId' and o.division = r.division
                                  and o.state -> 'donor' ->> 'id' = r.state -> 'donor' ->> 'id'
                                  and o.state -> 'money' ->> 'amount' = r.state -> 'money' ->> 'amount' and o.begun = r.begun offset 0)
                    """).through(Walk.entities("FundEntry").where("kinds @> array['DONATION']")),
            // Goods were given in the period, and nobody said on what their price was put.
            Rule.warning("DQ31", """
                    select 'FundEntry', r.id, r.division from own r
                    where r.type = 'FundEntry' and r.kinds @> array['IN_KIND'] and r.begun between :from::date and :to::date
                      and exists (select from jsonb_array_elements(r.state -> 'items') item where trim(coalesce(item ->> 'basis', '')) = '')
                    """).through(Walk.entities("FundEntry").few("kinds @> array['IN_KIND']")),
            // On a day of the period more had been paid from a fund than it had received.
            Rule.error("DQ32", """
                    select 'Fund', r.id, r.division from own r
                    where r.type = 'Fund'
                      and exists (select from read.register d where d.type = 'Fund' and d.id = r.id and not d.voided
                                  and d.known @> :knownAt::int8 and d.valid && daterange(:from::date, :to::date, '[]')
                                  and (d.state ->> 'balance')::numeric < 0)
                    """).through(Walk.entities("Fund")),
            // Money set aside more than a year ago has not been paid.
            Rule.warning("DQ33", """
                    select 'Fund', r.id, r.division from own r
                    join read.register before on before.type = 'Fund' and before.id = r.id and not before.voided
                        and before.valid @> :to::date - 366 and before.known @> :knownAt::int8
                    where r.type = 'Fund' and (before.state ->> 'allocated')::numeric > (r.state ->> 'paid')::numeric
                    """).through(Walk.entities("Fund")),
            // A fund has had money for more than 180 days, and nothing of it was ever set aside.
            Rule.warning("DQ34", """
                    select 'Fund', r.id, r.division from own r
                    join read.register before on before.type = 'Fund' and before.id = r.id and not before.voided
                        and before.valid @> :to::date - 181 and before.known @> :knownAt::int8
                    where r.type = 'Fund' and (before.state ->> 'received')::numeric > 0 and (r.state ->> 'allocated')::numeric = 0
                    """).through(Walk.entities("Fund")));

    private FundRules() {}
}
