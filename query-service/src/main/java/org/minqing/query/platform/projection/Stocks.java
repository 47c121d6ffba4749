package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Count;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.fact.KeyedFact;
import org.minqing.query.platform.fact.Launches;
import org.minqing.query.platform.fact.Launches.Launch;
import org.minqing.query.platform.fact.Stock;
import org.minqing.query.platform.fact.StockRow;
import org.minqing.query.platform.view.Fact;

/** Appends to table {@code stock} of one schema what positions change in what is counted by key. */
final class Stocks {
    private static final int ROWS_AT_ONCE = 20_000;
    private static final int FETCHED_AT_ONCE = 10_000;

    private final String schema;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** What is counted. */
    private record Key(String measure, String key) {}

    Stocks(String schema, Catalogue catalogue) {
        this.schema = schema;
        catalogue.all().forEach(measure -> Count.of(measure).ifPresent(count -> counts.put(measure.id(), count)));
    }

    Collection<Count> counts() {
        return counts.values();
    }

    /**
     * What the facts of a batch change; they are in the table already.
     *
     * @param after the last position before the batch
     * @return what was appended
     */
    List<StockRow> keep(Connection connection, List<FactRow> batch, long after, long last) throws SQLException {
        Map<Key, List<KeyedFact>> keyed = new LinkedHashMap<>();
        boolean launched = false;
        for (FactRow row : batch) {
            launched |= row.fact().measure().equals(Fact.LAUNCH);
            if (row.key() != null) {
                keyed.computeIfAbsent(new Key(row.fact().measure(), row.key()), key -> new ArrayList<>())
                        .add(KeyedFact.of(row));
            }
        }
        if (keyed.isEmpty() && !launched) {
            return List.of();
        }
        Launches launches = launches(connection, last);
        Map<Key, LocalDate> moved = new LinkedHashMap<>();
        for (Launches.Change change : launches.changes(after, last)) {
            meant(connection, change).forEach(key -> moved.put(key, LocalDate.MIN));
        }
        Map<Key, Stock> stocks = standing(connection, wanted(keyed, moved.keySet()));
        keyed.forEach((key, facts) -> {
            Stock stock = stocks.computeIfAbsent(key, this::stock);
            if (!facts.stream().allMatch(fact -> stock.unmoved(fact, launches))) {
                Set<LocalDate> anchors = count(key).anchors(facts);
                moved.putIfAbsent(key, anchors == null ? LocalDate.MIN : Collections.min(anchors));
            }
        });
        List<StockRow> appended = new ArrayList<>();
        facts(connection, moved)
                .forEach((key, facts) -> appended.addAll(
                        stocks.computeIfAbsent(key, this::stock).changes(facts, after, last, launches)));
        Pending rows = new Pending();
        appended.forEach(rows::add);
        rows.copy(connection);
        return appended;
    }

    /** Everything of one measure up to a position, at once. */
    void make(Connection connection, Count count, long to) throws SQLException {
        Launches launches = launches(connection, to);
        Pending rows = new Pending();
        String sql = FACTS.formatted(schema) + " where f.measure = ? and f.key is not null order by f.key, f.position";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setString(1, count.measure());
            try (ResultSet found = select.executeQuery()) {
                String key = null;
                List<KeyedFact> facts = new ArrayList<>();
                while (found.next()) {
                    String next = found.getString(2);
                    if (key != null && !key.equals(next)) {
                        new Stock(count, key).changes(facts, 0, to, launches).forEach(rows::add);
                        rows.flush(connection);
                        facts.clear();
                    }
                    key = next;
                    facts.add(fact(found));
                }
                if (key != null) {
                    new Stock(count, key).changes(facts, 0, to, launches).forEach(rows::add);
                }
            }
        }
        rows.copy(connection);
    }

    private Launches launches(Connection connection, long to) throws SQLException {
        String sql = "select position, programme, valid_on, quantity from " + schema + ".fact"
                + " where measure = '" + Fact.LAUNCH + "' and programme is not null and position <= ?"
                + " order by position, ordinal";
        List<Launch> launches = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, to);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    launches.add(new Launch(
                            found.getLong(1),
                            found.getObject(2, UUID.class),
                            found.getObject(3, LocalDate.class),
                            found.getBigDecimal(4)));
                }
            }
        }
        return new Launches(launches);
    }

    /** Whose days are taken in or left out. */
    private Set<Key> meant(Connection connection, Launches.Change change) throws SQLException {
        String sql = "select distinct measure, key from " + schema + ".fact"
                + " where programme = ? and key is not null and measure = any (?)"
                + " and valid_on >= ?::date and valid_on < ?::date";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, change.programme());
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            counts.values().stream()
                                    .filter(Count::sinceLaunch)
                                    .map(Count::measure)
                                    .toArray()));
            select.setString(3, day(change.from()));
            select.setString(4, change.before().toString());
            Set<Key> meant = new HashSet<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    meant.add(new Key(found.getString(1), found.getString(2)));
                }
            }
            return meant;
        }
    }

    static String day(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
    }

    private Count count(Key key) {
        return Objects.requireNonNull(counts.get(key.measure));
    }

    private Stock stock(Key key) {
        return new Stock(count(key), key.key);
    }

    /** What must be known of keys, by anchor; null: all of it. */
    private Map<Key, @Nullable Set<LocalDate>> wanted(Map<Key, List<KeyedFact>> keyed, Set<Key> moved) {
        Map<Key, @Nullable Set<LocalDate>> wanted = new LinkedHashMap<>();
        keyed.forEach((key, facts) -> wanted.put(key, count(key).anchors(facts)));
        moved.forEach(key -> wanted.put(key, null));
        return wanted;
    }

    private Map<Key, Stock> standing(Connection connection, Map<Key, @Nullable Set<LocalDate>> wanted)
            throws SQLException {
        List<Key> whole = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        List<LocalDate> anchors = new ArrayList<>();
        wanted.forEach((key, own) -> {
            if (own == null) {
                whole.add(key);
            } else {
                own.forEach(anchor -> {
                    keys.add(key);
                    anchors.add(anchor);
                });
            }
        });
        Map<Key, Stock> stocks = new HashMap<>();
        try (PreparedStatement select =
                asked(connection, STANDING.formatted(schema, ", ?::date[]", ", anchor", ANCHORED), keys)) {
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", anchors.stream().map(Stocks::day).toArray()));
            standing(select, stocks);
        }
        try (PreparedStatement select = asked(connection, STANDING.formatted(schema, "", "", ""), whole)) {
            standing(select, stocks);
        }
        return stocks;
    }

    /** Key after key: any other way may be taken for the reading of the whole table. */
    private static final String STANDING = """
            select s.* from unnest(?::text[], ?::text[]%2$s) as k (measure, key%3$s)
            cross join lateral (
                select measure, key, place, top, programme, anchor, part, qualifier, valid_on, sum(quantity) as quantity
                from %1$s.stock where measure = k.measure and key = k.key%4$s
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(quantity) <> 0 offset 0) as s
            """;

    private static final String ANCHORED = " and anchor = k.anchor";

    private void standing(PreparedStatement select, Map<Key, Stock> stocks) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                Key key = new Key(found.getString(1), found.getString(2));
                stocks.computeIfAbsent(key, this::stock)
                        .add(new StockRow(
                                0,
                                key.measure,
                                key.key,
                                found.getString(3),
                                found.getInt(4),
                                found.getObject(5, UUID.class),
                                found.getObject(6, LocalDate.class),
                                found.getString(7),
                                Qualifier.valueOf(found.getString(8)),
                                found.getObject(9, LocalDate.class),
                                found.getBigDecimal(10)));
            }
        }
    }

    private static PreparedStatement asked(Connection connection, String sql, Collection<Key> keys)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.setArray(
                1,
                connection.createArrayOf("text", keys.stream().map(Key::measure).toArray()));
        select.setArray(
                2, connection.createArrayOf("text", keys.stream().map(Key::key).toArray()));
        return select;
    }

    private static final String FACTS =
            "select f.measure, f.key, f.position, f.valid_on, f.programme, f.division, f.kind, f.quantity, f.qualifier"
                    + " from %s.fact f";

    /** @param keys and the first day that matters of each */
    private Map<Key, List<KeyedFact>> facts(Connection connection, Map<Key, LocalDate> keys) throws SQLException {
        Map<Key, List<KeyedFact>> facts = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            return facts;
        }
        String sql = """
                select f.* from unnest(?::text[], ?::text[], ?::date[]) as k (measure, key, first)
                cross join lateral (
                    %s where f.measure = k.measure and f.key = k.key and f.valid_on >= k.first offset 0) as f
                """.formatted(FACTS.formatted(schema));
        try (PreparedStatement select = asked(connection, sql, keys.keySet())) {
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", keys.values().stream().map(Stocks::day).toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    facts.computeIfAbsent(new Key(found.getString(1), found.getString(2)), key -> new ArrayList<>())
                            .add(fact(found));
                }
            }
        }
        return facts;
    }

    private static KeyedFact fact(ResultSet found) throws SQLException {
        return new KeyedFact(
                found.getLong(3),
                found.getObject(4, LocalDate.class),
                found.getObject(5, UUID.class),
                found.getString(6),
                found.getString(7),
                found.getBigDecimal(8),
                Qualifier.valueOf(found.getString(9)));
    }

    /** Rows on their way into the table. */
    private final class Pending {
        private final Rows rows = new Rows();
        private int count;

        void add(StockRow row) {
            rows.add(row.position())
                    .add(row.measure())
                    .add(row.key())
                    .add(row.place())
                    .add(row.top())
                    .add(row.programme());
            rows.add(day(row.anchor())).add(row.part()).add(row.qualifier());
            rows.add(row.validOn()).add(row.quantity()).end();
            count++;
        }

        void flush(Connection connection) throws SQLException {
            if (count >= ROWS_AT_ONCE) {
                copy(connection);
            }
        }

        void copy(Connection connection) throws SQLException {
            rows.copy(
                    connection,
                    schema + ".stock (position, measure, key, place, top, programme, anchor, part, qualifier, valid_on,"
                            + " quantity)");
            count = 0;
        }
    }
}
