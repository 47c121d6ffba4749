package org.minqing.query.dataquality;

import java.text.Normalizer.Form;
import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/**
 * Somebody in another household of the county has the same citizen number. Households are asked for as they stand on a roster, and
 * by division alone wherever they stand.
 */
@Component
final class CitizenNumberTwice extends Rule {
    static final Comparison SAME_NUMBER = new Comparison(Form.NFKC, true, "\\s", 1);

    static final String ASKED = """
            with asked as materialized (
                select r.household::text as id from own r where r.type = 'Admission' and r.status = 'ADMITTED'
                union
                select h.id from own h where h.type = 'Household')
            """;

    static final String PERSONS = """
            cross join lateral (
                select h.state -> 'head' -> 'citizenNumber', 0
                union all
                select m.member -> 'citizenNumber', m.place
                from jsonb_array_elements(h.state -> 'members') with ordinality m (member, place)) p (number, place)
            where h.type = 'Household' and h.status = 'REGISTERED' and p.number ->> 'subject' is not null
            """;

    CitizenNumberTwice() {
        super("DQ48", Severity.WARNING, ASKED + """
                        , county as materialized (
                            select distinct left(s.division, 6) as id from asked a
                            join standing s on s.type = 'Household' and s.id = a.id)
                        select 'Household', h.id, h.division, exists (select from asked a where a.id = h.id), '', h.id,
                               p.number::text
                        from county c
                        join standing h on h.division between c.id and c.id || '~'
                        """ + PERSONS, SAME_NUMBER);
    }
}
