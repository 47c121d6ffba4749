package org.minqing.query.dataquality;

import java.sql.Connection;
import java.sql.SQLException;

/** A prefecture of a hundred villages in the tables of the read side, for the length of a transaction. */
final class HundredVillages {
    /** Of each household. */
    static final int VISITS = 5;

    /** A hundred villages, in each 20 households on the roster with links and cards, 10 cadres. */
    private static final String FOUNDING = """
            create temporary table place on commit drop as
                select v, '990900100' || lpad(v::text, 3, '0') as division from generate_series(1, 100) v;
            create temporary table home on commit drop as
                select v, division, n, ('00000000-0000-4000-8000-' || lpad(v::text || lpad((1 + n % 10)::text, 4, '0'), 12, '0'))::uuid as cadre,
                       ('00000000-0000-4001-8000-' || lpad(v::text || lpad(n::text, 4, '0'), 12, '0'))::uuid as household,
                       '00000000-0000-4002-8000-000000000001'::uuid as programme
                from place cross join generate_series(1, 20) n;
            insert into read.register (type, id, valid, known, first_position, voided, state, programme, division, cadres, household, status, kinds)
                select 'LinkPoint', md5(division)::uuid::text, '[2012-01-01,)'::daterange, '[1,)'::int8range, 1, false, '{"totalHouseholds": 20}'::jsonb,
                       '00000000-0000-4002-8000-000000000001'::uuid, division, '{}'::uuid[], null::uuid, null, '{}'::text[] from place
                union all
                select 'Household', household::text, '[2012-01-01,)', '[1,)', 2, false,
                       jsonb_build_object('householdNo', n::text, 'group', 1, 'members', '[]'::jsonb, 'head', '{}'::jsonb),
                       null::uuid, division, '{}', null::uuid, 'REGISTERED', '{E}' from home
                union all
                select 'Admission', md5('a' || household)::uuid::text, '[2012-01-01,)', '[1,)', 3, false,
                       jsonb_build_object('linkPointId', md5(division)::uuid), programme, division, '{}', household, 'ADMITTED', '{}' from home
                union all
                select 'Link', md5('l' || household)::uuid::text, '[2012-01-01,)', '[1,)', 4, false,
                       jsonb_build_object('linkPointId', md5(division)::uuid), programme, division, array[cadre], household, 'ACTIVE', '{}' from home
                union all
                select 'Card', md5('c' || household)::uuid::text, '[2012-01-01,)', '[1,)', 5, false,
                       jsonb_build_object('linkId', md5('l' || household)::uuid), programme, division, array[cadre], household,
                       case when n % 10 = 0 then 'ISSUED' else 'DELIVERED' end, '{}' from home
                union all
                select distinct 'Enrolment', md5('e' || cadre)::uuid::text, '[2012-01-01,)'::daterange, '[1,)'::int8range, 6, false,
                       jsonb_build_object('linkPointId', md5(division)::uuid), programme, division, array[cadre], null::uuid, 'ENROLLED', '{}'::text[]
                from home
                union all
                select distinct 'Cadre', cadre::text, '[2012-01-01,)'::daterange, '[1,)'::int8range, 7, false,
                       '{"rankCode": "141"}'::jsonb, null::uuid, '9909', '{}'::uuid[], null::uuid, 'IN_SERVICE', '{}'::text[] from home;
            insert into read.task (type, id, name, month, valid, known, place, due_on, monthly, programme, division, cadres, household, kinds)
                select 'Link', md5('l' || household)::uuid::text, 'visit-household', '', daterange(date '2013-06-01' + n, null), '[9,)',
                       date '2013-07-01' + n || ' visit-household ' || md5('l' || household)::uuid, date '2013-07-01' + n, false,
                       programme, division, array[cadre], household, '{}' from home;
            analyze read.register, read.fact, read.event, read.audit_entry, read.task;
            """;

    /** Those of each household from one number to another. */
    private static final String VISITED = """
            create temporary table visit on commit drop as
                select h.*, k, ('00000000-0000-4003-8000-' || lpad(v::text || lpad((n * 100 + k)::text, 6, '0'), 12, '0'))::uuid as id,
                       date '2013-01-01' + (n * 37 + k * 61) %% 360 as day
                from home h cross join generate_series(%1$d, %2$d) k;
            insert into read.register (type, id, valid, known, first_position, voided, state, programme, division, cadres, household, status, kinds)
                select 'Visit', id::text, daterange(day, null), '[8,)', 7 + %1$d * 100000 + row_number() over (), false,
                       jsonb_build_object('findings', case when k > 1 then 'x' end, 'diary', '[]'::jsonb, 'personsMet', k),
                       programme, division, array[cadre], household, null, '{}' from visit;
            insert into read.fact (position, ordinal, measure, valid_on, programme, division, cadre, household, subject, quantity, unit, qualifier)
                select 9000000000 + %1$d * 100000 + place, m, (array['M20', 'M20C', 'M20b'])[m], day, programme, division, cadre, household,
                       id::text, 1, 'VISIT', 'EXACT' from (select *, row_number() over () as place from visit) v cross join generate_series(1, 3) m;
            insert into read.event (position, event_id, stream, type, programme, division, occurred_on, recorded_at, actor)
                select 9000000000 + %1$d * 100000 + row_number() over (), id, 'Visit-' || id, 'Visit.VisitRecorded', programme, division, day,
                       day + interval '3 days', 'tester' from visit;
            insert into read.audit_entry (subject_id, subject_type, position, occurred_on)
                select s.id::text, s.type, e.position, e.occurred_on from read.event e join visit v on v.id = e.event_id
                cross join lateral (values (v.id, 'Visit'), (v.household, 'Household'), (v.cadre, 'Cadre')) s (id, type);
            drop table visit;
            analyze read.register, read.fact, read.event, read.audit_entry, read.task;
            """;

    private HundredVillages() {}

    static void found(Connection connection) throws SQLException {
        connection.createStatement().execute(FOUNDING);
        visit(connection, 1, VISITS);
    }

    static void visit(Connection connection, int first, int last) throws SQLException {
        connection.createStatement().execute(VISITED.formatted(first, last));
    }
}
