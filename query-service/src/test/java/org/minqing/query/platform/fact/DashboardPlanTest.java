package org.minqing.query.platform.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.log.TestDatabase;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.projection.FigureTables;
import org.minqing.query.platform.sample.FactView;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database answers a dashboard: which indexes it goes by and how many rows it reads, never how long it takes. */
class DashboardPlanTest {
    /** Sixteen times as fine as the schema's. */
    private static final Blocks BLOCKS = new Blocks(4);

    private static final List<String> PLACES = List.of("53", "5303", "530301", "530301001", "530301001001");
    private static final Pattern SCAN = Pattern.compile(
            "(\\w+(?: \\w+)*) Scan (?:using (\\w+) )?on (fact|stock|roll)\\b.* rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    @Test
    void a_dashboard_reads_blocks_by_their_key_and_no_more_rows_of_four_times_the_log() throws SQLException {
        try (ReadSide side = ReadSide.of(new FactView())) {
            fill(side, 1, 6_000);
            Map<String, Long> few = read(side);
            fill(side, 6_001, 24_000);
            for (String place : PLACES) {
                List<String> plan = plan(side, place);
                assertThat(plan)
                        .as(place)
                        .noneMatch(line -> line.contains("Seq Scan on fact")
                                || line.contains("Seq Scan on stock")
                                || line.contains("Seq Scan on roll"));
                assertThat(plan)
                        .as(place)
                        .anyMatch(line ->
                                line.contains("Index Cond: ((shift = b.shift) AND (block = b.block) AND (place ="));
            }
            assertThat(read(side))
                    .allSatisfy((place, rows) -> assertThat(rows).as(place).isLessThan(few.get(place) * 3 / 2 + 300));
        }
    }

    @Test
    void what_is_planned_of_a_dashboard_does_not_grow_with_its_measures() {
        try (ReadSide side = ReadSide.of(new FactView())) {
            assertThat(parts(side, null)).as("flat, raw, programme-wide").hasSizeLessThanOrEqualTo(3);
            long ratios = side.catalogue.all().stream()
                    .filter(measure -> measure.aggregation() == Measure.Aggregation.RATIO)
                    .count();
            assertThat(parts(side, new UUID(1, 1))).as("of an office").hasSizeLessThanOrEqualTo(2 + (int) ratios);
        }
    }

    private static List<String> parts(ReadSide side, @Nullable UUID organisation) {
        List<Selection> board = side.catalogue.all().stream()
                .map(measure -> selection(measure, "5303", organisation, 9))
                .toList();
        return new Figures(side.jdbc, BLOCKS)
                .statement(board).parameters().keySet().stream()
                        .filter(name -> name.startsWith("knownAt"))
                        .toList();
    }

    /** Three facts at each position, in turn at every village. */
    private static void fill(ReadSide side, long first, long last) throws SQLException {
        JdbcClient owner = JdbcClient.create(side.database.pool("postgres", 1));
        owner.sql("""
                insert into read.fact (position, ordinal, measure, valid_on, programme, division, household, cadre, subject,
                                       quantity, unit, qualifier, key)
                select p, o, measure, date '2012-01-01' + (p / 40)::int, md5('p')::uuid,
                       '530301' || lpad((1 + p % 60 / 20)::text, 3, '0') || lpad((1 + p % 20)::text, 3, '0'),
                       md5('h' || p % 601)::uuid, md5('c' || p % 61)::uuid, p::text, 1, unit, 'EXACT',
                       case measure when 'M20' then md5('h' || p % 601)::uuid::text when 'M27' then md5('c' || p % 61)::uuid::text end
                from generate_series(?::bigint, ?::bigint) p,
                     (values (0, 'M20', 'households'), (1, 'M20b', 'household-visits'), (2, 'M27', 'cadres')) f (o, measure, unit)
                """).params(first, last).update();
        owner.sql("truncate read.stock, read.roll").update();
        var tables = new FigureTables("read", BLOCKS, side.catalogue);
        try (Connection connection = side.database.pool(TestDatabase.UPKEEP, 1).getConnection()) {
            for (FigureTables.Work part : tables.counting(last)) {
                part.on(connection);
            }
            for (FigureTables.Work part : tables.rolling(last)) {
                part.on(connection);
            }
            for (FigureTables.Work part : tables.rollingUp(last)) {
                part.on(connection);
            }
        }
        owner.sql("vacuum analyze").update();
    }

    private static List<String> plan(ReadSide side, String place) {
        long head = side.jdbc
                        .sql("select max(position) from read.fact")
                        .query(Long.class)
                        .single()
                - 1;
        List<Selection> board = side.catalogue.all().stream()
                .filter(measure -> !measure.wide())
                .map(measure -> selection(measure, place, null, head))
                .filter(FlatFigures::answer)
                .toList();
        assertThat(board).hasSizeGreaterThan(40);
        JoinedStatement statement = new Figures(side.jdbc, BLOCKS).statement(board);
        return side.jdbc
                .sql("explain (analyze, costs off, timing off) " + statement.sql())
                .params(statement.parameters())
                .query(String.class)
                .list();
    }

    private static Map<String, Long> read(ReadSide side) {
        Map<String, Long> rows = new HashMap<>();
        PLACES.forEach(place -> rows.put(place, read(side, place)));
        return rows;
    }

    private static long read(ReadSide side, String place) {
        long rows = 0;
        boolean scanned = false;
        long loops = 1;
        for (String line : plan(side, place)) {
            var scan = SCAN.matcher(line);
            if (scan.find()) {
                loops = Long.parseLong(scan.group(5));
                rows += (long) (Double.parseDouble(scan.group(4)) * loops);
            }
            var removed = REMOVED.matcher(line);
            scanned |= scan.reset().find();
            if (scanned && removed.find()) {
                rows += Long.parseLong(removed.group(1)) * loops;
            }
        }
        assertThat(rows).as(place).isPositive();
        return rows;
    }

    private static Selection selection(Measure measure, String place, @Nullable UUID organisation, long knownAt) {
        LocalDate to = LocalDate.of(2013, 2, 3);
        boolean stock = Selection.stock(measure);
        LocalDate from = !stock && measure.window() == Window.IN_PERIOD ? to.withDayOfYear(1) : null;
        UUID none = null;
        return new Selection(
                measure,
                place,
                none,
                organisation,
                none,
                none,
                none,
                null,
                null,
                from,
                !stock && from == null,
                to,
                knownAt);
    }
}
