package org.minqing.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows of {@code log.event} into events. Dictionary entries never change, so what was read of them is kept. */
final class EventReader implements RowMapper<StoredEvent> {
    static final String COLUMNS = "e.position, e.stream_type, e.stream_key, e.sequence, e.event_id, e.type, e.scope,"
            + " e.recorded_at, e.occurred_on, e.command_id, e.frame, e.parts, e.payload";

    private final EventTypes types;
    private final EventCodec codec;
    private final Map<Integer, Type> typeEntries = new ConcurrentHashMap<>();
    private final Map<Integer, String> streamTypes = new ConcurrentHashMap<>();
    private final Map<Integer, Scope> scopes = new ConcurrentHashMap<>();
    private final Map<Integer, String> frames = new ConcurrentHashMap<>();

    EventReader(EventTypes types, EventCodec codec) {
        this.types = types;
        this.codec = codec;
    }

    @Override
    public StoredEvent mapRow(ResultSet row, int rowNumber) throws SQLException {
        Connection connection = row.getStatement().getConnection();
        Type type = type(connection, row.getInt(6));
        Scope scope = scope(connection, row.getInt(7));
        UUID commandId = row.getObject(10, UUID.class);
        byte[] payload = PackedPayload.unpack(row.getBytes(13));
        byte[] metadata = new MetadataFrame(frame(connection, row.getInt(11)), row.getBytes(12)).join(commandId);
        return new StoredEvent(
                row.getLong(1),
                new StreamKey(streamType(connection, row.getInt(2)), row.getBytes(3)).stream(),
                row.getLong(4),
                row.getObject(5, UUID.class),
                type.name(),
                type.revision(),
                scope.programme(),
                scope.division(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, LocalDate.class),
                codec.decode(payload, types.type(type.name(), type.revision())),
                codec.decodeMetadata(metadata),
                payload,
                metadata);
    }

    private Type type(Connection connection, int id) throws SQLException {
        return entry(
                typeEntries,
                connection,
                "select name, revision from log.event_type where id = ?",
                id,
                row -> new Type(row.getString(1), row.getInt(2)));
    }

    private String streamType(Connection connection, int id) throws SQLException {
        return entry(
                streamTypes, connection, "select name from log.stream_type where id = ?", id, row -> row.getString(1));
    }

    private Scope scope(Connection connection, int id) throws SQLException {
        return entry(
                scopes,
                connection,
                "select programme, division from log.scope where id = ?",
                id,
                row -> new Scope(row.getObject(1, UUID.class), row.getString(2)));
    }

    private String frame(Connection connection, int id) throws SQLException {
        return entry(
                frames,
                connection,
                "select bytes from log.frame where id = ?",
                id,
                row -> new String(row.getBytes(1), StandardCharsets.UTF_8));
    }

    /** On the connection that reads the events: taking a second one while holding the first can starve a small pool. */
    private static <T> T entry(Map<Integer, T> entries, Connection connection, String sql, int id, Reading<T> reading)
            throws SQLException {
        T known = entries.get(id);
        if (known != null) {
            return known;
        }
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the log has no dictionary entry " + id + ": " + sql);
                }
                T entry = reading.of(row);
                entries.put(id, entry);
                return entry;
            }
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private record Type(String name, int revision) {}

    private record Scope(@Nullable UUID programme, @Nullable String division) {}
}
