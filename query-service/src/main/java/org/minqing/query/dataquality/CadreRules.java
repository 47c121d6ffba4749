package org.minqing.query.dataquality;

import java.text.Normalizer.Form;
import java.util.List;

/** Cadres, as they are told from one another. */
final class CadreRules {
    private static final Comparison SAME_NAME = new Comparison(Form.NFKC, true, "\\s", 1);

    static final List<Rule> ALL = List.of(
            // Another cadre in service has the same name, and serves in the same organisation or ever had the same
            // telephone, as
            // its keyed mark tells. Cadres are asked for as they are enrolled, and by organisation or division alone
            // wherever they
            // serve.
            Rule.warning(
                    "DQ54",
                    """
                    with asked as materialized (
                        select c.id, c.organisation from (
                            select o.id from own o where o.type = 'Cadre'
                            union
                            select e.cadres[1]::text from own e where e.type = 'Enrolment' and e.status = 'ENROLLED') w
                        %s)
                    select 'Cadre', c.id, c.division, exists (select from asked a where a.id = c.id), c.organisation::text, c.id,
                           (c.state -> 'name')::text
                    from (select distinct organisation from asked) o
                    %s
                    union all
                    select 'Cadre', c.id, c.division, exists (select from asked a where a.id = c.id), p.mark, c.id,
                           (c.state -> 'name')::text
                    from (select distinct o.subject, encode(m.hmac, 'hex') as mark from asked a
                          join keys.exact_match m on m.kind = 'phone' and m.subject = 'person:' || a.id
                          join keys.exact_match o on o.kind = m.kind and o.hmac = m.hmac) p
                    %s
                    """.formatted(
                                    Prelude.beside("c", "c.type = 'Cadre' and c.id = w.id and c.status = 'IN_SERVICE'"),
                                    Prelude.beside(
                                            "c",
                                            "c.type = 'Cadre' and c.status = 'IN_SERVICE' and c.organisation = o.organisation"),
                                    Prelude.beside(
                                            "c",
                                            "c.type = 'Cadre' and c.status = 'IN_SERVICE' and c.id = substr(p.subject, 8)")),
                    SAME_NAME));

    private CadreRules() {}
}
