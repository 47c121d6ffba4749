package org.minqing.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.minqing.query.QueryServer;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.Sight;
import org.minqing.query.platform.register.TaskReader;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Nothing that is asked reads a whole table of the read side: of a prefecture of a hundred villages, which lies in the tables for the length of
 * a transaction, one is asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScansTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 12, 31);
    private static final String VILLAGE = "9909001070";
    private static final UUID CADRE = UUID.fromString("00000000-0000-4000-8000-000000700001");
    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-4001-8000-000000700001");

    /** A hundred villages, in each 20 households on the roster with links and cards, 10 cadres, 100 visits. */
    private static final String PREFECTURE = """
            create temporary table place on commit drop as
                select v, '9909001' || lpad(v::text, 3, '0') as division from generate_series(1, 100) v;
            create temporary table home on commit drop as
                select v, division, n, ('00000000-0000-4000-8000-' || lpad(v::text || lpad((1 + n % 10)::text, 4, '0'), 12, '0'))::uuid as cadre,
                       ('00000000-0000-4001-8000-' || lpad(v::text || lpad(n::text, 4, '0'), 12, '0'))::uuid as household,
                       '00000000-0000-4002-8000-000000000001'::uuid as programme
                from place cross join generate_series(1, 20) n;
            create temporary table visit on commit drop as
                select h.*, k, ('00000000-0000-4003-8000-' || lpad(v::text || lpad((n * 10 + k)::text, 6, '0'), 12, '0'))::uuid as id,
                       date '2013-01-01' + (n * 37 + k * 61) % 360 as day
                from home h cross join generate_series(1, 5) k;
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
                       '{"rankCode": "141"}'::jsonb, null::uuid, '9909', '{}'::uuid[], null::uuid, 'IN_SERVICE', '{}'::text[] from home
                union all
                select 'Visit', id::text, daterange(day, null), '[8,)', 8, false,
                       jsonb_build_object('findings', case when k > 1 then 'x' end, 'diary', '[]'::jsonb, 'personsMet', k),
                       programme, division, array[cadre], household, null, '{}' from visit;
            insert into read.fact (position, ordinal, measure, valid_on, programme, division, cadre, household, subject, quantity, unit, qualifier)
                select 9000000000 + row_number() over (), m, (array['M20', 'M20C', 'M20b'])[m], day, programme, division, cadre, household,
                       id::text, 1, 'VISIT', 'EXACT' from visit cross join generate_series(1, 3) m;
            insert into read.event (position, event_id, stream, type, programme, division, occurred_on, recorded_at, actor)
                select 9000000000 + row_number() over (), id, 'Visit-' || id, 'Visit.VisitRecorded', programme, division, day,
                       day + interval '3 days', 'tester' from visit;
            insert into read.audit_entry (subject_id, subject_type, position, occurred_on)
                select s.id::text, s.type, e.position, e.occurred_on from read.event e join visit v on v.id = e.event_id
                cross join lateral (values (v.id, 'Visit'), (v.household, 'Household'), (v.cadre, 'Cadre')) s (id, type);
            insert into read.task (type, id, name, month, valid, known, place, due_on, monthly, programme, division, cadres, household, kinds)
                select 'Link', md5('l' || household)::uuid::text, 'visit-household', '', daterange(date '2013-06-01' + n, null), '[9,)',
                       date '2013-07-01' + n || ' visit-household ' || md5('l' || household)::uuid, date '2013-07-01' + n, false,
                       programme, division, array[cadre], household, '{}' from home;
            analyze read.register, read.fact, read.event, read.audit_entry, read.task;
            """;

    private final QueryServer server = QueryServer.shared();
    private Connection connection;
    private JdbcClient jdbc;
    private DataQualityRules rules;

    @BeforeAll
    void settle() throws SQLException {
        connection = server.database.query().getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.createStatement().execute(PREFECTURE);
        rules = new DataQualityRules(jdbc, server.context.getBean(Names.class));
    }

    @AfterAll
    void leave() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Tables read whole meanwhile. */
    private List<String> scanned(Runnable question) {
        String counts = "select relname || ' ' || coalesce(seq_scan, 0) from pg_stat_xact_user_tables"
                + " where schemaname = 'read' and relname in ('register', 'fact', 'event', 'audit_entry', 'task') order by 1";
        List<String> before = jdbc.sql(counts).query(String.class).list();
        question.run();
        List<String> after =
                new ArrayList<>(jdbc.sql(counts).query(String.class).list());
        after.removeAll(before);
        return after;
    }

    @Test
    void no_rule_reads_a_whole_table() {
        Records records = new Records(null, null, VILLAGE, LocalDate.of(2013, 1, 1), TODAY, 10_000_000_000L);
        List<String> scanning = new ArrayList<>();
        int found = 0;
        for (Rule rule : rules.rules()) {
            List<Object> findings = new ArrayList<>();
            for (String table : scanned(() -> findings.addAll(rules.findings(rule, records)))) {
                scanning.add(rule.number() + " " + table);
            }
            found += findings.size();
        }
        assertThat(scanning).isEmpty();
        assertThat(found).isPositive();
    }

    @Test
    void no_list_reads_a_whole_table() {
        RegisterReader register = new RegisterReader(jdbc);
        for (String type : List.of("Household", "Visit", "Link", "Enrolment", "Cadre")) {
            for (Filter filter : List.of(
                    filter(type, null, null, null), filter(type, VILLAGE, null, null),
                    filter(type, null, CADRE, null), filter(type, null, null, HOUSEHOLD))) {
                assertThat(scanned(() -> register.list(filter, 0, "", 100)))
                        .as("%s", filter)
                        .isEmpty();
            }
        }
        assertThat(scanned(() -> assertThat(register.list(filter("Visit", VILLAGE, null, null), 0, "", 1000))
                        .hasSize(100)))
                .isEmpty();
    }

    private static Filter filter(
            String type, @Nullable String division, @Nullable UUID cadre, @Nullable UUID household) {
        return new Filter(
                type, TODAY, 10_000_000_000L, "9909", null, division, null, null, cadre, household, null, null, null);
    }

    @Test
    void no_tasks_are_found_by_reading_all() {
        TaskReader tasks = new TaskReader(jdbc);
        for (LocalDate asOf : List.of(TODAY, LocalDate.of(2013, 6, 30))) {
            for (Sight sight : List.of(
                    sight(asOf, null, List.of(), null), sight(asOf, VILLAGE, List.of(), null),
                    sight(asOf, null, List.of(CADRE), null), sight(asOf, null, List.of(), HOUSEHOLD))) {
                assertThat(scanned(() -> assertThat(tasks.list(sight, "", 101)).isNotEmpty()))
                        .as("%s", sight)
                        .isEmpty();
            }
        }
    }

    private static Sight sight(LocalDate asOf, @Nullable String division, List<UUID> cadres, @Nullable UUID household) {
        return new Sight(asOf, 10_000_000_000L, "9909", null, division, null, null, cadres, household, null, false);
    }
}
