package org.minqing.query.platform.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares the rows of one table in two schemas by their hashes, which are added up: no table is sorted. Of tables that differ they are
 * added up in buckets, and only the hashes of buckets that differ are looked at one by one.
 */
final class Comparison {
    private static final int BUCKETS = 1 << 12;
    private static final String HASHES = "(select hash_record_extended(t, 0) as hash from %s t) as hashes";

    /** How many rows, and the sum of their hashes. */
    private record Bucket(long rows, BigDecimal sum) {}

    private final String before;
    private final String after;
    private final Map<String, Bucket> whole = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, Bucket>> told = new ConcurrentHashMap<>();

    Comparison(String before, String after) {
        this.before = before;
        this.after = after;
    }

    void addBefore(Connection connection, String table) throws SQLException {
        whole.put(before + "." + table, whole(connection, before + "." + table));
    }

    void addAfter(Connection connection, String table) throws SQLException {
        whole.put(after + "." + table, whole(connection, after + "." + table));
    }

    /** Once both are added up. */
    boolean same(String table) {
        return whole.getOrDefault(before + "." + table, NONE).equals(whole.get(after + "." + table));
    }

    /** How many there are after, if they are added up. */
    Optional<Long> rows(String table) {
        return Optional.ofNullable(whole.get(after + "." + table)).map(Bucket::rows);
    }

    private static Bucket whole(Connection connection, String table) throws SQLException {
        String sql = "select count(*), coalesce(sum(hash), 0) from " + HASHES.formatted(table);
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            found.next();
            return new Bucket(found.getLong(1), found.getBigDecimal(2));
        }
    }

    void divideBefore(Connection connection, String table) throws SQLException {
        told.put(before + "." + table, buckets(connection, before + "." + table));
    }

    void divideAfter(Connection connection, String table) throws SQLException {
        told.put(after + "." + table, buckets(connection, after + "." + table));
    }

    private Set<Integer> differing(String table) {
        Map<Integer, Bucket> one = told.getOrDefault(before + "." + table, Map.of());
        Map<Integer, Bucket> other = told.getOrDefault(after + "." + table, Map.of());
        Set<Integer> differing = new TreeSet<>(one.keySet());
        differing.addAll(other.keySet());
        differing.removeIf(bucket ->
                one.containsKey(bucket) && one.getOrDefault(bucket, NONE).equals(other.get(bucket)));
        return differing;
    }

    private static final Bucket NONE = new Bucket(0, BigDecimal.ZERO);

    private static Map<Integer, Bucket> buckets(Connection connection, String table) throws SQLException {
        String sql = "select (hash & " + (BUCKETS - 1) + ")::int, count(*), sum(hash) from " + HASHES.formatted(table)
                + " group by 1";
        Map<Integer, Bucket> buckets = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                buckets.put(found.getInt(1), new Bucket(found.getLong(2), found.getBigDecimal(3)));
            }
        }
        return buckets;
    }

    /** The table into which {@link #list} writes. */
    String lists() {
        return after + ".difference";
    }

    void listBefore(Connection connection, String table) throws SQLException {
        list(connection, before, table, -1);
    }

    void listAfter(Connection connection, String table) throws SQLException {
        list(connection, after, table, 1);
    }

    private void list(Connection connection, String schema, String table, int side) throws SQLException {
        String sql = "insert into " + lists() + " (model, side, hash) select ?, ?, hash from "
                + HASHES.formatted(schema + "." + table) + " where (hash & " + (BUCKETS - 1) + ")::int = any (?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, table);
            insert.setInt(2, side);
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", List.copyOf(differing(table)).toArray()));
            insert.executeUpdate();
        }
    }
}
