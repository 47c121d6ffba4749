package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Count;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;

/** Rolls closed blocks of positions up, each once: table {@code roll} of one schema. */
final class RollUps {
    private static final String ROWS = """
            insert into %1$s.roll (shift, block, place, anchor, measure, part, unit, qualifier, programme, days, sums)
            select %2$d, block, place, anchor, measure, part, unit, qualifier, programme,
                   array_agg(day order by day), array_agg(sum order by day)
            from (select *, sum(more) over (partition by block, place, anchor, measure, part, unit, qualifier, programme
                                            order by day) as sum
                  from (select block, place, anchor, measure, part, unit, qualifier, programme, day, sum(more) as more
                        from (%3$s) as found group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as changes where more <> 0) as sums
            group by 2, 3, 4, 5, 6, 7, 8, 9
            """;

    /** Of the smallest blocks: what is added up from the facts, what is counted from the stock. */
    private static final String FROM_FACTS = """
            select position >> %2$d as block, left(division, %3$d) as place, date '-infinity' as anchor, measure, '' as part, unit,
                   qualifier, coalesce(programme, '00000000-0000-0000-0000-000000000000') as programme, valid_on as day,
                   quantity as more
            from %1$s.fact
            where position >= ? and position < ? and measure = any (?) and length(division) >= %3$d
            union all
            select position >> %2$d, left(place, %3$d), anchor, measure, part, '', qualifier, programme, valid_on, quantity
            from %1$s.stock
            where position >= ? and position < ? and length(place) >= %3$d and top <= %3$d
            """;

    /** Of the others: from the four they are made of. */
    private static final String FROM_BLOCKS = """
            select block >> %2$d as block, place, anchor, measure, part, unit, qualifier, programme, day, sum - before as more
            from %1$s.roll, lateral unnest(days, sums, array_prepend(0::numeric, sums)) as each (day, sum, before)
            where shift = %3$d and block >= ? and block < ? and length(place) = %4$d and day is not null
            """;

    private final String schema;
    private final Blocks blocks;
    private final String[] added;

    RollUps(String schema, Blocks blocks, Catalogue catalogue) {
        this.schema = schema;
        this.blocks = blocks;
        this.added =
                catalogue.all().stream().filter(RollUps::added).map(Measure::id).toArray(String[]::new);
    }

    private static boolean added(Measure measure) {
        boolean counted = Count.of(measure)
                .filter(count -> count.rule() != Count.Rule.REPORTED)
                .isPresent();
        return !counted
                && !measure.wide()
                && (measure.aggregation() == Aggregation.SUM || measure.aggregation() == Aggregation.LEVEL);
    }

    /** Rolls up what these positions close; their facts and stock are in. */
    void close(Connection connection, long first, long last) throws SQLException {
        for (int level : Blocks.LEVELS) {
            close(connection, level, first, last);
        }
    }

    void close(Connection connection, int level, long first, long last) throws SQLException {
        int smallest = blocks.smallest(level);
        for (int shift = smallest; last + 1 >> shift > first >> shift; shift += Blocks.STEP) {
            long from = first >> shift;
            long to = last + 1 >> shift;
            if (shift == smallest) {
                fromFacts(connection, level, shift, from, to);
            } else {
                fromBlocks(connection, level, shift, from, to);
            }
        }
    }

    private void fromFacts(Connection connection, int level, int shift, long from, long to) throws SQLException {
        String sql = ROWS.formatted(schema, shift, FROM_FACTS.formatted(schema, shift, level));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, from << shift);
            insert.setLong(2, to << shift);
            insert.setArray(3, connection.createArrayOf("text", added));
            insert.setLong(4, from << shift);
            insert.setLong(5, to << shift);
            insert.executeUpdate();
        }
    }

    private void fromBlocks(Connection connection, int level, int shift, long from, long to) throws SQLException {
        String sql =
                ROWS.formatted(schema, shift, FROM_BLOCKS.formatted(schema, Blocks.STEP, shift - Blocks.STEP, level));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, from << Blocks.STEP);
            insert.setLong(2, to << Blocks.STEP);
            insert.executeUpdate();
        }
    }
}
