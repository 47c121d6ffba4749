package org.minqing.query.platform.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.fact.Blocks;
import org.minqing.query.platform.fact.Blocks.Block;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Count;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.fact.StockRow;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * Rolls closed blocks of positions up, each once: table {@code roll} of one schema. What the open blocks come to so far is kept
 * here, of no more positions than the smallest block of a village holds; what was not seen here, because the process began later or
 * a batch was rolled back, is read from the tables when its block closes.
 */
final class RollUps {
    /** Of the largest blocks: from the four they are made of. */
    private static final String FROM_BLOCKS = """
            insert into %1$s.roll (shift, block, place, anchor, measure, part, unit, qualifier, programme, days, sums)
            select %2$d, block, place, anchor, measure, part, unit, qualifier, programme,
                   array_agg(day order by day), array_agg(sum order by day)
            from (select *, sum(more) over (partition by block, place, anchor, measure, part, unit, qualifier, programme
                                            order by day) as sum
                  from (select block >> %3$d as block, place, anchor, measure, part, unit, qualifier, programme, day,
                               sum(sum - before) as more
                        from %1$s.roll, lateral unnest(days, sums, array_prepend(0::numeric, sums)) as each (day, sum, before)
                        where shift = %4$d and block >= ? and block < ? and length(place) = %5$d and day is not null
                        group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as changes where more <> 0) as sums
            group by 2, 3, 4, 5, 6, 7, 8, 9
            """;

    private static final String FACTS = """
            select position, division, %2$d, '-infinity'::date, measure, '', unit, qualifier, programme, valid_on, quantity
            from %1$s.fact where position >= ? and position <= ? and measure = any (?) and division is not null
            """;

    private static final String STOCK = """
            select position, place, top, anchor, measure, part, '', qualifier, programme, valid_on, quantity
            from %1$s.stock where position >= ? and position <= ?
            """;

    private static final int READ_AT_ONCE = 4096;
    private static final int HIGHEST = Blocks.LEVELS.getFirst();

    private final String schema;
    private final Blocks blocks;
    private final Set<String> added;
    private final int kept;
    private final Open open = new Open(Integer.MAX_VALUE);

    RollUps(String schema, Blocks blocks, Catalogue catalogue) {
        this.schema = schema;
        this.blocks = blocks;
        this.kept = blocks.smallest(Blocks.LEVELS.getLast());
        this.added =
                catalogue.all().stream().filter(RollUps::added).map(Measure::id).collect(Collectors.toSet());
    }

    private static boolean added(Measure measure) {
        boolean counted = Count.of(measure)
                .filter(count -> count.rule() != Count.Rule.REPORTED)
                .isPresent();
        return !counted
                && !measure.wide()
                && (measure.aggregation() == Aggregation.SUM || measure.aggregation() == Aggregation.LEVEL);
    }

    /** What is the same for all days of one row. */
    private record Line(
            String place, LocalDate anchor, String measure, String part, String unit, String qualifier, UUID programme)
            implements Comparable<Line> {
        /** What is asked for together stands together. */
        private static final Comparator<Line> ORDER = Comparator.comparing(Line::place)
                .thenComparing(Line::anchor)
                .thenComparing(Line::measure)
                .thenComparing(Line::part)
                .thenComparing(Line::unit)
                .thenComparing(Line::qualifier)
                .thenComparing(Line::programme);

        Line at(int level) {
            return new Line(place.substring(0, level), anchor, measure, part, unit, qualifier, programme);
        }

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What a position adds at a place and those above it.
     *
     * @param top length of the highest of their divisionIds
     */
    private record Share(long position, Line line, int top, LocalDate day, BigDecimal quantity) {
        boolean holds(int level) {
            return line.place.length() >= level && top <= level;
        }
    }

    /** What positions add, day by day. */
    private static final class Sums {
        private final Map<Line, Map<LocalDate, BigDecimal>> more = new HashMap<>();

        void add(Line line, LocalDate day, BigDecimal quantity) {
            more.computeIfAbsent(line, each -> new HashMap<>()).merge(day, quantity, BigDecimal::add);
        }

        void add(Sums other) {
            other.more.forEach((line, days) -> days.forEach((day, quantity) -> add(line, day, quantity)));
        }

        void write(Rows rows, Block block) {
            new TreeMap<>(more).forEach((line, changes) -> {
                List<LocalDate> days = new ArrayList<>();
                List<String> sums = new ArrayList<>();
                BigDecimal sum = BigDecimal.ZERO;
                for (Map.Entry<LocalDate, BigDecimal> change : new TreeMap<>(changes).entrySet()) {
                    if (change.getValue().signum() != 0) {
                        sum = sum.add(change.getValue());
                        days.add(change.getKey());
                        sums.add(sum.toPlainString());
                    }
                }
                if (!days.isEmpty()) {
                    rows.add(block.shift()).add(block.number()).add(line.place).add(Stocks.day(line.anchor));
                    rows.add(line.measure).add(line.part).add(line.unit).add(line.qualifier);
                    rows.add(line.programme).add(days).add(sums).end();
                }
            });
        }
    }

    /** The open blocks, as far as positions came in here one after the other. */
    private final class Open {
        private final int largest;
        private final Map<Integer, Map<Integer, Sums>> sums = new HashMap<>();
        private final Rows rows = new Rows();
        private long since;
        private long due = 1;

        /** @param largest no block of a greater shift is closed */
        Open(int largest) {
            this.largest = largest;
        }

        /** @param shares of these positions, in their order */
        void take(Connection connection, List<Share> shares, long first, long last) throws SQLException {
            if (first != due) {
                sums.clear();
                since = first;
            }
            due = -1; // whoever fails here begins anew
            for (int level : Blocks.LEVELS) {
                int shift = blocks.smallest(level);
                long block = first >> shift;
                for (Share share : shares) {
                    for (; block < share.position >> shift; block++) {
                        close(connection, level, new Block(shift, block));
                    }
                    add(level, share);
                }
                for (; block < last + 1 >> shift; block++) {
                    close(connection, level, new Block(shift, block));
                }
            }
            copy(connection);
            due = last + 1;
        }

        private void add(int level, Share share) {
            if (share.holds(level)) {
                of(level, blocks.smallest(level)).add(share.line.at(level), share.day, share.quantity);
            }
        }

        private Sums of(int level, int shift) {
            return sums.computeIfAbsent(level, each -> new HashMap<>()).computeIfAbsent(shift, each -> new Sums());
        }

        private void close(Connection connection, int level, Block block) throws SQLException {
            int shift = block.shift();
            if (shift > largest) {
                return;
            }
            long first = block.number() << shift;
            boolean smallest = shift == blocks.smallest(level);
            if (smallest && since > first) {
                read(connection, first, since - 1).forEach(share -> add(level, share));
            }
            if (smallest || shift <= kept && since <= first) {
                Sums whole = of(level, shift);
                whole.write(rows, block);
                if (shift + Blocks.STEP <= kept) {
                    of(level, shift + Blocks.STEP).add(whole);
                }
            } else {
                copy(connection);
                fromBlocks(connection, level, shift, block.number(), block.number() + 1);
            }
            sums.getOrDefault(level, Map.of()).remove(shift);
            long next = block.number() + 1;
            if (next >> Blocks.STEP << Blocks.STEP == next) {
                close(connection, level, new Block(shift + Blocks.STEP, block.number() >> Blocks.STEP));
            }
        }

        private void copy(Connection connection) throws SQLException {
            rows.copy(
                    connection,
                    schema
                            + ".roll (shift, block, place, anchor, measure, part, unit, qualifier, programme, days, sums)");
        }
    }

    /**
     * Rolls up what these positions close; their facts and stock are in.
     *
     * @param facts in the order of their positions
     */
    void take(Connection connection, List<FactRow> facts, List<StockRow> stock, long first, long last)
            throws SQLException {
        List<Share> shares = new ArrayList<>(facts.size() + stock.size());
        for (FactRow row : facts) {
            Fact fact = row.fact();
            String division = fact.place().division();
            if (division != null && added.contains(fact.measure())) {
                UUID programme = Objects.requireNonNullElse(fact.place().programme(), StockRow.NONE);
                Line line = new Line(
                        division,
                        LocalDate.MIN,
                        fact.measure(),
                        "",
                        row.unit(),
                        fact.amount().qualifier().name(),
                        programme);
                shares.add(new Share(row.position(), line, HIGHEST, fact.validOn(), fact.quantity()));
            }
        }
        for (StockRow row : stock) {
            Line line = new Line(
                    row.place(),
                    row.anchor(),
                    row.measure(),
                    row.part(),
                    "",
                    row.qualifier().name(),
                    row.programme());
            shares.add(new Share(row.position(), line, row.top(), row.validOn(), row.quantity()));
        }
        shares.sort(Comparator.comparingLong(Share::position));
        open.take(connection, shares, first, last);
    }

    /** The tables are others. */
    void forget() {
        open.due = -1;
    }

    /** In what parts {@link #roll} may be done, side by side: the first positions. */
    List<Long> parts(long last) {
        List<Long> parts = new ArrayList<>();
        for (long first = 0; first <= last; first += 1L << kept) {
            parts.add(first);
        }
        return parts;
    }

    /** Rolls up all blocks of a part that are no larger than it, out of the tables. */
    void roll(Connection connection, long part, long last) throws SQLException {
        Open own = new Open(kept);
        own.due = -1;
        long end = Math.min(last, part + (1L << kept) - 1);
        for (long first = part; first <= end; first += READ_AT_ONCE) {
            long to = Math.min(end, first + READ_AT_ONCE - 1);
            own.take(connection, read(connection, first, to), first, to);
        }
    }

    /** Rolls up the larger blocks of a level, once all parts are done. */
    void rollUp(Connection connection, int level, long last) throws SQLException {
        int shift = blocks.smallest(level);
        while (shift <= kept) {
            shift += Blocks.STEP;
        }
        for (; last + 1 >> shift > 0; shift += Blocks.STEP) {
            fromBlocks(connection, level, shift, 0, last + 1 >> shift);
        }
    }

    private void fromBlocks(Connection connection, int level, int shift, long from, long to) throws SQLException {
        String sql = FROM_BLOCKS.formatted(schema, shift, Blocks.STEP, shift - Blocks.STEP, level);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, from << Blocks.STEP);
            insert.setLong(2, to << Blocks.STEP);
            insert.executeUpdate();
        }
    }

    private List<Share> read(Connection connection, long first, long last) throws SQLException {
        List<Share> shares = new ArrayList<>();
        read(connection, FACTS.formatted(schema, HIGHEST), first, last, added, shares);
        read(connection, STOCK.formatted(schema), first, last, null, shares);
        shares.sort(Comparator.comparingLong(Share::position));
        return shares;
    }

    private static void read(
            Connection connection,
            String sql,
            long first,
            long last,
            @Nullable Set<String> measures,
            List<Share> shares)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, first);
            select.setLong(2, last);
            if (measures != null) {
                select.setArray(3, connection.createArrayOf("text", measures.toArray()));
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    UUID programme = found.getObject(9, UUID.class);
                    Line line = new Line(
                            found.getString(2),
                            found.getObject(4, LocalDate.class),
                            found.getString(5),
                            found.getString(6),
                            found.getString(7),
                            found.getString(8),
                            programme == null ? StockRow.NONE : programme);
                    shares.add(new Share(
                            found.getLong(1),
                            line,
                            found.getInt(3),
                            found.getObject(10, LocalDate.class),
                            found.getBigDecimal(11)));
                }
            }
        }
    }
}
