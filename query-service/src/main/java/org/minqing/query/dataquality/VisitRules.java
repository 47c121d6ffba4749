package org.minqing.query.dataquality;

import java.text.Normalizer.Form;
import java.util.List;

/** Visits, and the diary entries about them. */
final class VisitRules {
    static final List<Rule> ALL = List.of(
            // A cadre visited who on that day was enrolled at no link point of the programme.
            Rule.warning("DQ08", """
                    with visit as materialized (select * from counted where measure = 'M20C'),
                    enrolled as materialized (
                        select cadres[1] as cadre, programme, range_agg(valid) as days from read.register
                        where type = 'Enrolment' and status = 'ENROLLED' and not voided and known @> :knownAt::int8
                          and cadres && (select array_agg(distinct cadre) from visit)
                        group by 1, 2)
                    select 'Visit', v.subject, v.division from visit v
                    left join enrolled e on e.cadre = v.cadre and e.programme = v.programme
                    where e.days is null or not e.days @> v.valid_on
                    """).through(Walk.facts("M20C")),
            // A cadre enrolled for more than 30 days wrote no diary entry in the period.
            Rule.warning("DQ15", """
                    select 'Enrolment', r.id, r.division from own r
                    where r.type = 'Enrolment' and r.status = 'ENROLLED' and r.since < :to::date - 30
                      and not exists %s
                    """.formatted(
                                    Prelude.done("M27", "f.cadre = r.cadres[1] and f.programme = r.programme")))
                    .through(Walk.entities("Enrolment").in("ENROLLED")),
            // A visit of the period has neither findings nor a diary entry.
            Rule.warning("DQ16", """
                    select 'Visit', r.id, r.division from own r
                    where r.type = 'Visit' and r.state ->> 'findings' is null and jsonb_array_length(r.state -> 'diary') = 0
                      and r.day between :from::date and :to::date and exists %s
                    """.formatted(Prelude.counted("M20", "f.subject = r.id")))
                    .through(Walk.entities("Visit")
                            .where("state ->> 'findings' is null and jsonb_array_length(state -> 'diary') = 0"
                                    + " and lower(valid) between :from::date and :to::date")),
            // More than 50 persons were met on one visit of a household in the period.
            Rule.warning("DQ17", """
                    select 'Visit', r.id, r.division from own r
                    where r.type = 'Visit' and (r.state ->> 'personsMet')::int > 50 and exists %s
                    """.formatted(Prelude.counted("M20", "f.subject = r.id")))
                    .through(Walk.entities("Visit").few("(state ->> 'personsMet')::int > 50")),
            // The same cadre visited the same household twice on one day: each of the visits is found.
            Rule.warning("DQ18", """
                    select 'Visit', v.subject, v.division from counted v
                    where v.measure = 'M20C'
                      and exists %s
                    """.formatted(Prelude.done(
                            "M20C",
                            "f.household = v.household and f.cadre = v.cadre and f.valid_on = v.valid_on"
                                    + " and f.subject <> v.subject")))
                    .through(Walk.facts("M20C")),
            // A cadre wrote diary entries about more than 6 households on one day of the period.
            Rule.warning("DQ19", """
                    select 'Cadre', d.cadre::text, min(d.division) from counted d
                    where d.measure = 'M27'
                    group by d.cadre, d.valid_on having count(distinct d.household) > 6
                    """),
            // A visit, or a concern, stands in another village than the one in which its household lived on that day.
            Rule.warning("DQ52", """
                    select r.type, r.id, r.division from own r
                    where r.type = 'Visit' and exists (
                        select from %s v
                        cross join lateral (
                            select from read.register h where h.type = 'Household' and h.id = r.household::text and not h.voided
                             and h.valid @> v.valid_on and h.known @> :knownAt::int8 and h.division <> r.division offset 0) h
                        offset 0)
                    union
                    select r.type, r.id, r.division from own r
                    where r.type = 'Concern' and exists (
                        select from read.register h where h.type = 'Household' and h.id = r.household::text and not h.voided
                         and h.valid @> (r.state ->> 'raisedOn')::date and h.known @> :knownAt::int8
                         and h.division <> r.division offset 0)
                    """.formatted(Prelude.counted("M20", "f.subject = r.id")))
                    .through(Walk.entities("Visit", "Concern")),
            // Two diary entries of the period have the same text, whoever wrote them about whatever visit: each of the
            // visits
            // is found.
            Rule.warning("DQ47", """
                    select 'Visit', r.id, r.division, true, '', coalesce(d.entry ->> 'entryId', r.id), d.entry ->> 'text'
                    from counted c
                    cross join lateral (select e.stream from read.event e where e.position = c.position offset 0) e
                    cross join lateral (
                        select * from own r
                        where r.type = 'Visit' and r.id = substr(e.stream, length('Visit-') + 1) collate "default" offset 0) r
                    cross join lateral jsonb_array_elements(r.state -> 'diary') d (entry)
                    where c.measure = 'M27' and c.subject = coalesce(d.entry ->> 'entryId', r.id)
                    """, new Comparison(Form.NFKC, false, "[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}~]", 15)));

    private VisitRules() {}
}
