package org.minqing.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Qualifier;
import org.minqing.log.Seeds;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.sample.FactView;
import org.minqing.query.platform.view.Fact;

/** Blocks say the same however positions come in: one by one, after a start in the middle of them, and after a batch that came to nothing. */
class RollUpsTest {
    /** A village's smallest block holds 64 positions, a province's two. */
    private static final Blocks BLOCKS = new Blocks(9);

    private static final int POSITIONS = 700;
    private static final List<String> PLACES =
            List.of("53", "5303", "530301", "530301001", "530301001001", "530301001002", "530302");
    /** What the SQL said by which blocks were rolled up at first: plain sums over facts and stock. */
    private static final String PLAINLY = """
            select shift, block, place, anchor, measure, part, unit, qualifier, programme,
                   array_agg(day order by day) as days, array_agg(sum order by day) as sums
            from (select *, sum(more) over (partition by shift, block, place, anchor, measure, part, unit, qualifier, programme
                                            order by day) as sum
                  from (select shift, position >> shift as block, place, anchor, measure, part, unit, qualifier, programme, day,
                               sum(more) as more
                        from (select position, left(division, level) as place, level, date '-infinity' as anchor, measure,
                                     '' as part, unit, qualifier,
                                     coalesce(programme, '00000000-0000-0000-0000-000000000000') as programme, valid_on as day,
                                     quantity as more
                              from read.fact, unnest(array[2, 4, 6, 9, 12]) as level
                              where key is null and length(division) >= level
                              union all
                              select position, left(place, level), level, anchor, measure, part, '', qualifier, programme,
                                     valid_on, quantity
                              from read.stock, unnest(array[2, 4, 6, 9, 12]) as level
                              where length(place) >= level and top <= level) as found
                        join (values (2, 1), (4, 1), (6, 2), (9, 4), (12, 6)) as smallest (length, first)
                          on smallest.length = found.level
                        join generate_series(1, 12) as shift on shift >= first and (shift - first) % 2 = 0
                        where (position >> shift) < (? >> shift)
                        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) as changes where more <> 0) as sums
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """;

    private final ReadSide side = ReadSide.of(new FactView());

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void blocks_are_the_plain_sums_whenever_the_process_begins_and_whatever_is_rolled_back() {
        Seeds.each(2, random -> {
            try (Connection connection = side.database.upkeep().getConnection()) {
                connection.setAutoCommit(false);
                side.jdbc.sql("truncate read.fact, read.stock, read.roll").update();
                List<List<FactRow>> log = log(random);
                taken(connection, random, log);
                assertThat(different()).as("closed batch by batch").isZero();
                assertThat(side.jdbc
                                .sql("select count(distinct (shift, length(place))) from read.roll")
                                .query(Long.class)
                                .single())
                        .as("kinds of blocks")
                        .isGreaterThan(18);

                side.jdbc.sql("truncate read.roll").update();
                RollUps rollUps = rollUps();
                for (long part : rollUps.parts(POSITIONS)) {
                    rollUps.roll(connection, part, POSITIONS);
                }
                for (int level : Blocks.LEVELS) {
                    rollUps.rollUp(connection, level, POSITIONS);
                }
                connection.commit();
                assertThat(different()).as("made anew").isZero();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private RollUps rollUps() {
        return new RollUps("read", BLOCKS, side.catalogue);
    }

    private FigureTables tables() {
        return new FigureTables("read", BLOCKS, side.catalogue);
    }

    private void taken(Connection connection, Random random, List<List<FactRow>> log) throws SQLException {
        Writer writer = new Writer("read", List.of());
        FigureTables tables = tables();
        int after = 0;
        while (after < POSITIONS) {
            int last = Math.min(POSITIONS, after + 1 + random.nextInt(random.nextInt(4) == 0 ? 150 : 20));
            Pass pass = new Pass();
            log.subList(after, last).forEach(pass.facts::addAll);
            writer.write(connection, pass);
            tables.take(connection, pass.facts, after + 1, last);
            int what = random.nextInt(6);
            if (what == 0) {
                connection.rollback();
            } else {
                connection.commit();
                after = last;
            }
            if (what == 1) {
                tables = tables();
            }
            if (what == 2) {
                tables.forget();
            }
        }
    }

    private long different() {
        return side.jdbc
                .sql("with plainly as (" + PLAINLY
                        + "), rolled as (select shift::int, block::bigint, place, anchor, measure,"
                        + " part, unit, qualifier, programme, days, sums from read.roll)"
                        + " select (select count(*) from (select * from plainly except select * from rolled) as less)"
                        + " + (select count(*) from (select * from rolled except select * from plainly) as more)")
                .param(POSITIONS + 1)
                .query(Long.class)
                .single();
    }

    /** The facts of each position: none, some, or as many again the other way. */
    private static List<List<FactRow>> log(Random random) {
        List<UUID> ids = List.of(new UUID(1, random.nextLong()), new UUID(2, random.nextLong()), new UUID(3, 3));
        List<List<FactRow>> log = new ArrayList<>();
        for (long position = 1; position <= POSITIONS; position++) {
            List<FactRow> facts = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                facts.add(fact(random, ids, position, facts.size()));
            }
            log.add(facts);
        }
        return log;
    }

    private static FactRow fact(Random random, List<UUID> ids, long position, int ordinal) {
        boolean counted = random.nextInt(3) == 0;
        UUID household = ids.get(random.nextInt(3));
        BigDecimal quantity = counted
                ? BigDecimal.ONE
                : new BigDecimal(
                        List.of("1", "-1", "0.50", "-0.5", "12.25", "100").get(random.nextInt(6)));
        Fact fact = new Fact(
                counted ? "M20" : "M20b",
                LocalDate.of(2012, 1, 1).plusDays(random.nextInt(60)),
                new Fact.Place(
                        random.nextInt(5) == 0 ? null : ids.get(random.nextInt(2)),
                        random.nextInt(9) == 0 ? null : PLACES.get(random.nextInt(PLACES.size())),
                        null),
                new Fact.Facets(null, household, null, null),
                "thing",
                new Fact.Amount(quantity, null, random.nextInt(5) == 0 ? Qualifier.APPROX : Qualifier.EXACT));
        return new FactRow(position, ordinal, fact, "household-visits", counted ? household.toString() : null);
    }
}
