package org.minqing.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where the log stands.
 *
 * @param position the last position, 0 before the log is opened
 * @param recordedAt of that position
 * @param clock null before the log is opened
 */
record Head(long position, Instant recordedAt, @Nullable ClockMode clock) {
    static final Head NONE = new Head(0, Instant.EPOCH, null);
    static final String SQL = "select position, recorded_at, clock from log.head";

    static Head read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SQL);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return of(rows, 1);
        }
    }

    static Head of(ResultSet rows, int column) throws SQLException {
        long position = rows.getLong(column);
        String clock = rows.getString(column + 2);
        return clock == null
                ? NONE
                : new Head(
                        position,
                        rows.getObject(column + 1, OffsetDateTime.class).toInstant(),
                        ClockMode.valueOf(clock));
    }
}
