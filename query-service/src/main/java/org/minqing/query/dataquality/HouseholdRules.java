package org.minqing.query.dataquality;

import java.text.Normalizer.Form;
import java.util.List;

/** Households on a roster, and the persons in them. */
final class HouseholdRules {
    private static final Comparison SAME_NUMBER = new Comparison(Form.NFKC, true, "\\s", 1);

    private static final String OF_ROSTER =
            Prelude.beside("h", "h.type = 'Household' and h.id = r.household::text and h.status = 'REGISTERED'");

    private static final String OF_ASKED =
            Prelude.beside("h", "h.type = 'Household' and h.id = a.id and h.status = 'REGISTERED'");

    private static final String ASKED = """
            with asked as materialized (
                select r.household::text as id from own r where r.type = 'Admission' and r.status = 'ADMITTED'
                union
                select h.id from own h where h.type = 'Household')
            """;

    private static final String PERSONS_OF = """
            cross join lateral (
                select h.state -> 'head' -> 'citizenNumber', 0
                union all
                select m.member -> 'citizenNumber', m.place
                from jsonb_array_elements(h.state -> 'members') with ordinality m (member, place)) p (number, place)
            """;

    private static final String PERSONS = PERSONS_OF + """
            where h.type = 'Household' and h.status = 'REGISTERED' and p.number ->> 'subject' is not null
            """;

    /** Who is alone with a number shares it with nobody: it is not opened. */
    private static final String SEVERAL = """
              and (select count(*) from (
                       select h.state -> 'head' -> 'citizenNumber' ->> 'subject'
                       union all
                       select m.member -> 'citizenNumber' ->> 'subject' from jsonb_array_elements(h.state -> 'members') m (member))
                   numbered (subject) where subject is not null) > 1
            """;

    static final List<Rule> ALL = List.of(
            // Another household of the same villagers' group has the same number.
            Rule.warning("DQ20", """
                    with asked as materialized (
                        select h.id, h.division from own r
                        %2$s
                        where r.type = 'Admission' and r.status = 'ADMITTED')
                    select 'Household', n.id, n.division from (
                        select h.id, h.division,
                               count(*) over (partition by h.division, h.state ->> 'group',
                                                        upper(regexp_replace(btrim(normalize(h.state ->> 'householdNo', NFKC)), '\\s+', ' ', 'g'))) as times
                        from (select distinct division from asked) v
                        %1$s) n
                    where n.times > 1 and n.id in (select id from asked)
                    """.formatted(
                                    Prelude.beside(
                                            "h",
                                            "h.type = 'Household' and h.division = v.division and h.status = 'REGISTERED'"),
                                    OF_ROSTER))
                    .through(Walk.entities("Admission").in("ADMITTED").byHousehold()),
            // A household on the roster has more than 15 persons, its head included.
            Rule.warning("DQ21", """
                    select 'Household', h.id, h.division from standing h
                    cross join lateral (
                        select from own r
                        where r.type = 'Admission' and r.status = 'ADMITTED' and r.household = h.id::uuid offset 0) r
                    where h.type = 'Household' and h.status = 'REGISTERED' and jsonb_array_length(h.state -> 'members') >= 15
                    """),
            // A household on the roster is of no kind.
            Rule.warning("DQ22", """
                    select 'Household', h.id, h.division from own r
                    %s
                    where r.type = 'Admission' and r.status = 'ADMITTED' and cardinality(h.kinds) = 0
                    """.formatted(OF_ROSTER))
                    .through(Walk.entities("Admission").in("ADMITTED").byHousehold()),
            // A household stands on the roster of a village in which it does not live.
            Rule.error("DQ23", """
                    select 'Household', h.id, r.division from own r
                    %s
                    where r.type = 'Admission' and r.status = 'ADMITTED'
                    """.formatted(Prelude.beside(
                            "h", "h.type = 'Household' and h.id = r.household::text and h.division <> r.division")))
                    .through(Walk.entities("Admission").in("ADMITTED").byHousehold()),
            // Somebody in another household has the same citizen number: in the county, and elsewhere where its keyed
            // mark tells so.
            // Households are asked for as they stand on a roster, and by division alone wherever they stand.
            Rule.warning(
                    "DQ48",
                    ASKED + """
                    , home as materialized (
                        select h.state, h.division, h.status from asked a
                    """ + Prelude.beside("h", "h.type = 'Household' and h.id = a.id") + """
                        ),
                    county as materialized (select distinct left(division, 6) as id from home),
                    marked as materialized (
                        select o.subject from home h
                    """ + PERSONS_OF + """
                        join keys.exact_match m on m.kind = 'citizen-number' and m.subject = p.number ->> 'subject'
                        join keys.exact_match o on o.kind = m.kind and o.hmac = m.hmac and o.subject <> m.subject
                        where h.status = 'REGISTERED')
                    select 'Household', h.id, h.division, exists (select from asked a where a.id = h.id), '', h.id,
                           p.number::text
                    from county c
                    join standing h on h.division between c.id and c.id || '~'
                    """
                            + PERSONS + """
                    union all
                    select 'Household', h.id, h.division, false, '', h.id, p.number::text
                    from standing h
                    """ + PERSONS + """
                      and (select count(*) from marked) > 0
                      and p.number ->> 'subject' in (select subject from marked)
                      and not exists (select from county c where h.division between c.id and c.id || '~')
                    """,
                    SAME_NUMBER),
            // Two persons of a household have the same citizen number.
            Rule.warning("DQ49", ASKED + """
                    select 'Household', h.id, h.division, true, h.id, p.place::text, p.number::text
                    from asked a
                    """ + OF_ASKED + "\n" + PERSONS + SEVERAL, SAME_NUMBER)
                    .through(Walk.entities("Admission", "Household").byHousehold()),
            // The 17th digit of a person's citizen number tells another sex than was entered.
            Rule.warning("DQ51", ASKED + """
                    select 'Household', h.id, h.division, true, p.sex, '', p.number::text
                    from asked a
                    """ + OF_ASKED + """

                    cross join lateral (
                        select h.state -> 'head' -> 'citizenNumber', h.state -> 'head' ->> 'sex'
                        union all
                        select m.member -> 'citizenNumber', m.member ->> 'sex'
                        from jsonb_array_elements(h.state -> 'members') m (member)) p (number, sex)
                    where h.type = 'Household' and h.status = 'REGISTERED'
                      and p.number ->> 'subject' is not null and p.sex in ('1', '2')
                    """, Contradiction.SEX_OF_CITIZEN_NUMBER)
                    .through(Walk.entities("Admission", "Household").byHousehold()));

    private HouseholdRules() {}
}
