package org.minqing.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.query.QueryServer;
import org.minqing.query.platform.fact.Figures;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.DataQuality.Records;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Of four times the log a page reads no more than half as many rows again. */
class RowsOfPagesTest {
    private static final int PAGE = 21;
    /**
     * Of DQ08, DQ18 and DQ52 these villages have none, and what is found nowhere is looked for wherever it can be; DQ07 looks at all that
     * a household had in the period.
     */
    private static final Set<String> OF_VISITS = Set.of("DQ07", "DQ08", "DQ18", "DQ52");

    /** Of what few entities have, these few are looked at: neither the roster nor the links. */
    private static final Set<String> OF_FEW = Set.of("DQ03", "DQ04");

    private final QueryServer server = QueryServer.shared();

    private interface Read {
        void page();
    }

    @Test
    void a_page_reads_what_it_shows_and_not_what_there_is() throws SQLException {
        try (Connection connection = server.database.pool("postgres", 1).getConnection()) {
            connection.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            HundredVillages.found(connection);
            Map<String, Long> few = read(jdbc);
            HundredVillages.visit(connection, HundredVillages.VISITS + 1, 4 * HundredVillages.VISITS);
            Map<String, Long> many = read(jdbc);
            connection.rollback();
            assertThat(many)
                    .allSatisfy((question, rows) -> assertThat(OF_FEW.contains(question) ? rows : 0)
                            .as(question)
                            .isLessThan(500));
            // no roster is compared row by row with itself
            assertThat(many.values()).allSatisfy(rows -> assertThat(rows).isLessThan(30_000));
            assertThat(many)
                    .allSatisfy((question, rows) -> assertThat(rows)
                            .as(question + ", before " + few.get(question))
                            .isLessThanOrEqualTo(few.get(question) * 3 / 2 + 50));
        }
    }

    private Map<String, Long> read(JdbcClient jdbc) {
        Map<String, Long> rows = new LinkedHashMap<>();
        pages(jdbc).forEach((question, read) -> {
            long before = rows(jdbc);
            read.page();
            rows.put(question, rows(jdbc) - before);
        });
        assertThat(rows.get("M20 of 9909")).isPositive();
        return rows;
    }

    private static long rows(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::bigint"
                        + " from pg_stat_xact_user_tables where schemaname = 'read'")
                .query(Long.class)
                .single();
    }

    private Map<String, Read> pages(JdbcClient jdbc) {
        Map<String, Read> pages = new LinkedHashMap<>();
        Figures figures = new Figures(jdbc);
        Measure visited = server.catalogue().find("M20").orElseThrow();
        for (String place : List.of("9909", "990900", "990900100", "990900100070")) {
            for (long after : List.of(0L, 9_000_102_000L)) {
                pages.merge(
                        "M20 of " + place,
                        () -> assertThat(figures.evidence(ScansTest.evidence(visited, place), after, 0, PAGE))
                                .hasSizeGreaterThan(after == 0 ? PAGE - 1 : 0),
                        (one, other) -> () -> {
                            one.page();
                            other.page();
                        });
            }
        }
        RegisterReader register = server.register(jdbc);
        for (String place : new String[] {"9909", "990900100070"}) {
            pages.put(
                    "visits of " + place,
                    () -> assertThat(register.list(ScansTest.filter("Visit", place, null, null), 0, "", PAGE))
                            .hasSize(PAGE));
        }
        DataQualityRules rules = new DataQualityRules(jdbc, server.context.getBean(Names.class));
        FindingPages findings = new FindingPages(rules, FindingPages.FEW);
        Records records =
                new Records(null, null, "9909", LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), 10_000_000_000L);
        rules.rules().stream()
                .filter(rule -> !OF_VISITS.contains(rule.number()))
                .forEach(rule ->
                        pages.put(rule.number(), () -> findings.page(List.of(rule), records, findings.first(), PAGE)));
        return pages;
    }
}
