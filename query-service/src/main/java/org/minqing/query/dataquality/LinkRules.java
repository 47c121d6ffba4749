package org.minqing.query.dataquality;

import java.util.List;

/** Links of cadres with households, and the cards that go with them. */
final class LinkRules {
    static final List<Rule> ALL = List.of(
            // A household stands on the roster, and nobody is linked with it.
            Rule.error("DQ01", """
                    select 'Household', r.household::text, r.division from own r
                    where r.type = 'Admission' and r.status = 'ADMITTED'
                      and not exists (select from standing l where l.type = 'Link' and l.household = r.household
                                      and l.status = 'ACTIVE' and l.programme = r.programme offset 0)
                    """)
                    .through(Walk.entities("Admission").in("ADMITTED").byHousehold()),
            // A cadre is enrolled at a link point, and linked with no household there.
            Rule.warning("DQ02", """
                    select 'Enrolment', r.id, r.division from own r
                    where r.type = 'Enrolment' and r.status = 'ENROLLED'
                      and not exists (select from standing l where l.type = 'Link' and l.cadres @> r.cadres
                                      and l.status = 'ACTIVE' and l.state ->> 'linkPointId' = r.state ->> 'linkPointId' offset 0)
                    """).through(Walk.entities("Enrolment").in("ENROLLED")),
            // A link is in force with a household that is archived.
            Rule.error("DQ03", """
                    select 'Link', r.id, r.division from standing h
                    cross join lateral (
                        select * from own r
                        where r.type = 'Link' and r.status = 'ACTIVE' and r.household = h.id::uuid offset 0) r
                    where h.type = 'Household' and h.status = 'ARCHIVED'
                    """),
            // A household that is archived stands on the roster.
            Rule.error("DQ04", """
                    select 'Household', h.id, r.division from standing h
                    cross join lateral (
                        select * from own r
                        where r.type = 'Admission' and r.status = 'ADMITTED' and r.household = h.id::uuid offset 0) r
                    where h.type = 'Household' and h.status = 'ARCHIVED'
                    """),
            // A liaison card was issued more than 30 days ago, and nobody confirmed that it was delivered.
            Rule.warning("DQ05", """
                    select 'Card', r.id, r.division from own r
                    where r.type = 'Card' and r.status = 'ISSUED' and r.since < :to::date - 30
                    """).through(Walk.entities("Card").in("ISSUED")),
            // A link has stood for more than 30 days without a liaison card.
            Rule.warning("DQ06", """
                    select 'Link', r.id, r.division from own r
                    where r.type = 'Link' and r.status = 'ACTIVE' and r.since < :to::date - 30
                      and not exists (select from standing c where c.type = 'Card' and c.household = r.household
                                      and c.state ->> 'linkId' = r.id and c.status in ('ISSUED', 'DELIVERED') offset 0)
                    """).through(Walk.entities("Link").in("ACTIVE")),
            // A link has stood for more than 30 days, and its cadre did not visit the household in the period, for
            // whatever
            // organisation and wherever it lived.
            Rule.warning("DQ07", """
                    select 'Link', r.id, r.division from own r
                    where r.type = 'Link' and r.status = 'ACTIVE' and r.since < :to::date - 30
                      and not exists %s
                    """.formatted(Prelude.done(
                            "M20C",
                            "f.household = r.household and f.cadre = r.cadres[1] and f.programme = r.programme")))
                    .through(Walk.entities("Link").in("ACTIVE")),
            // A cadre who serves no longer is enrolled, or posted to a village.
            Rule.warning("DQ55", """
                    select r.type, r.id, r.division from own r
                    where (r.type, r.status) in (('Enrolment', 'ENROLLED'), ('Posting', 'POSTED'))
                      and exists (select from standing c where c.type = 'Cadre' and c.id = r.cadres[1]::text
                                  and c.status = 'WITHDRAWN' offset 0)
                    """)
                    .through(Walk.entities("Enrolment", "Posting").in("ENROLLED", "POSTED")));

    private LinkRules() {}
}
