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
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.fact.Selection;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.Sight;
import org.minqing.query.platform.register.TaskReader;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Nothing that is asked reads a whole table of the read side: of a prefecture of a hundred villages, which lies in the tables for the length of
 * a transaction, one is asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScansTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 12, 31);
    private static final String VILLAGE = "990900100070";
    private static final UUID CADRE = UUID.fromString("00000000-0000-4000-8000-000000700001");
    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-4001-8000-000000700001");

    private final QueryServer server = QueryServer.shared();
    private Connection connection;
    private JdbcClient jdbc;
    private DataQualityRules rules;

    @BeforeAll
    void settle() throws SQLException {
        connection = server.database.pool("postgres", 1).getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        HundredVillages.found(connection);
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
            FindingPages pages = new FindingPages(rules, FindingPages.FEW);
            for (String table : scanned(() -> pages.page(List.of(rule), records, pages.first(), 101))) {
                scanning.add("page of " + rule.number() + " " + table);
            }
            found += findings.size();
        }
        assertThat(scanning).isEmpty();
        assertThat(found).isPositive();
    }

    @Test
    void no_list_reads_a_whole_table() {
        RegisterReader register = server.register(jdbc);
        List<String> types = server.views().types();
        assertThat(types).contains("Household", "Visit", "Link", "Enrolment", "Cadre");
        for (String type : types) {
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

    static Filter filter(String type, @Nullable String division, @Nullable UUID cadre, @Nullable UUID household) {
        return new Filter(
                type, TODAY, 10_000_000_000L, "9909", null, division, null, null, cadre, household, null, null, null);
    }

    @Test
    void no_evidence_is_found_by_reading_all() {
        Figures figures = new Figures(jdbc);
        for (String place : List.of("99", "9909", "990900", "990900100", VILLAGE)) {
            for (Measure measure : server.catalogue().all()) {
                Selection all = evidence(measure, place);
                assertThat(scanned(() -> figures.evidence(all, 0, 0, 101)))
                        .as("%s of %s", measure.id(), place)
                        .isEmpty();
            }
        }
    }

    static Selection evidence(Measure measure, String place) {
        return new Selection(
                measure, place, null, null, null, null, null, null, null, null, false, TODAY, 10_000_000_000L);
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
