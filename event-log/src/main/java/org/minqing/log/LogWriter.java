package org.minqing.log;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/** Speaks to the functions of the migration: one batch, one call, one round trip. Holds what it has learnt of the dictionaries. */
final class LogWriter {
    private static final int PARAMETERS = 24;
    private static final String APPEND =
            "select first_position, refusals, head_position, head_recorded_at, head_clock from log.append("
                    + "?,".repeat(PARAMETERS) + "null)";
    /** The keys first: whoever else gives one of their subjects a key is waited for before the head is locked. */
    private static final String APPEND_WITH_KEYS = "with keyed as materialized (select keys.add(" + "?,".repeat(7)
            + "?) as clashing) select a.first_position, a.refusals, a.head_position, a.head_recorded_at, a.head_clock"
            + " from keyed, lateral log.append(" + "?,".repeat(PARAMETERS) + "keyed.clashing) a";

    private final SoundClock clock;
    private final Map<String, Integer> types = new ConcurrentHashMap<>();
    private final Map<String, Integer> streamTypes = new ConcurrentHashMap<>();
    private final Map<Scope, Integer> scopes = new ConcurrentHashMap<>();
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> frames = new ConcurrentHashMap<>();

    private record Scope(@Nullable UUID programme, @Nullable String division) {}

    LogWriter() {
        this(SoundClock.SYSTEM);
    }

    /** @param clock what this side holds for the time: the log's is never ahead of it, nor of the database's */
    LogWriter(SoundClock clock) {
        this.clock = clock;
    }

    /** @param outcomes one per request, in order */
    record Batch(List<Outcome> outcomes, Head head) {}

    /**
     * Appends the requests in one transaction of its own.
     *
     * @param requests of which no two touch one stream or use one key
     * @param known up to where what the requests read is known not to have grown
     * @throws SQLException when nothing is certain: the batch may be in the log or not
     */
    Batch append(Connection connection, List<EncodedRequest> requests, long known) throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        Keys keys = Keys.of(requests);
        try (PreparedStatement statement = connection.prepareStatement(keys.isEmpty() ? APPEND : APPEND_WITH_KEYS)) {
            int next = keys.isEmpty() ? 1 : 1 + keys.set(connection, statement);
            for (BinaryArray column : events(connection, requests)) {
                statement.setArray(next++, column.on(driver));
            }
            if (requests.stream().anyMatch(r -> r.request().simulatedTime() != null)) {
                statement.setArray(next++, connection.createArrayOf("timestamptz", simulated(requests)));
            } else {
                statement.setNull(next++, Types.ARRAY, "_timestamptz");
            }
            statement.setLong(next++, known);
            for (BinaryArray column : reads(connection, requests)) {
                statement.setArray(next++, column.on(driver));
            }
            for (BinaryArray column : claims(requests)) {
                statement.setArray(next++, column.on(driver));
            }
            statement.setObject(next, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Batch(outcomes(requests, rows), Head.of(rows, 3));
            }
        }
    }

    /** Columns of the events, in the order of the function's parameters. */
    private List<BinaryArray> events(Connection connection, List<EncodedRequest> requests) throws SQLException {
        var request = BinaryArray.ofIntegers();
        var streamType = BinaryArray.ofSmallints();
        var streamKey = BinaryArray.ofBytes();
        var sequence = BinaryArray.ofIntegers();
        var eventId = BinaryArray.ofUuids();
        var type = BinaryArray.ofSmallints();
        var scope = BinaryArray.ofIntegers();
        var day = BinaryArray.ofIntegers();
        var client = BinaryArray.ofSmallints();
        var commandId = BinaryArray.ofUuids();
        var bodyHmac = BinaryArray.ofBytes();
        var frame = BinaryArray.ofIntegers();
        var parts = BinaryArray.ofBytes();
        var payload = BinaryArray.ofBytes();
        for (int r = 0; r < requests.size(); r++) {
            AppendRequest asked = requests.get(r).request();
            for (int e = 0; e < asked.events().size(); e++) {
                NewEvent event = asked.events().get(e);
                EncodedRequest.Row row = requests.get(r).rows().get(e);
                request.add(r + 1);
                streamType.add(streamType(connection, row.stream().type()));
                streamKey.add(row.stream().key());
                sequence.add(Math.toIntExact(event.sequence()));
                eventId.add(event.eventId());
                type.add(type(connection, event.type(), event.revision()));
                scope.add(scope(connection, event));
                day.add(Math.toIntExact(event.occurredOn().toEpochDay()));
                client.add(client(connection, asked.client()));
                commandId.add(asked.commandId());
                bodyHmac.add(e == 0 ? asked.bodyHmac() : null);
                frame.add(frame(connection, row.metadata().frame()));
                parts.add(row.metadata().parts());
                payload.add(row.payload());
            }
        }
        return List.of(
                request,
                streamType,
                streamKey,
                sequence,
                eventId,
                type,
                scope,
                day,
                client,
                commandId,
                bodyHmac,
                frame,
                parts,
                payload);
    }

    /** One element per event, null where none is given. */
    private static @Nullable String[] simulated(List<EncodedRequest> requests) {
        return requests.stream()
                .map(EncodedRequest::request)
                .flatMap(asked ->
                        Collections.nCopies(asked.events().size(), Optional.ofNullable(asked.simulatedTime())).stream())
                .map(time -> time.map(
                                given -> given.truncatedTo(ChronoUnit.MICROS).toString())
                        .orElse(null))
                .toArray(String[]::new);
    }

    /** What the requests of a batch read, side by side: a stream; a type without a key; or a form of an id without a type. */
    private List<BinaryArray> reads(Connection connection, List<EncodedRequest> requests) throws SQLException {
        var request = BinaryArray.ofIntegers();
        var type = BinaryArray.ofSmallints();
        var key = BinaryArray.ofBytes();
        var far = BinaryArray.ofBigints();
        for (int r = 0; r < requests.size(); r++) {
            for (EncodedRequest.Read read : requests.get(r).reads()) {
                request.add(r + 1);
                if (read.type() == null) {
                    type.addNull();
                } else {
                    type.add(streamType(connection, read.type()));
                }
                key.add(read.key());
                far.add(read.far());
            }
        }
        return List.of(request, type, key, far);
    }

    private static List<BinaryArray> claims(List<EncodedRequest> requests) {
        var request = BinaryArray.ofIntegers();
        var slot = BinaryArray.ofSmallints();
        var far = BinaryArray.ofBigints();
        for (int r = 0; r < requests.size(); r++) {
            for (Map.Entry<String, Long> claim :
                    requests.get(r).request().reads().claims().entrySet()) {
                request.add(r + 1);
                slot.add((short) (claim.getKey().hashCode() & Short.MAX_VALUE));
                far.add((long) claim.getValue());
            }
        }
        return List.of(request, slot, far);
    }

    /** The rows of keys that the requests of a batch bring, side by side. */
    private record Keys(
            List<Integer> request,
            List<String> subject,
            List<Short> master,
            List<byte[]> wrapped,
            List<KeyRows.Match> matches) {
        static Keys of(List<EncodedRequest> requests) {
            var keys = new Keys(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int r = 0; r < requests.size(); r++) {
                KeyRows rows = requests.get(r).request().keys();
                for (KeyRows.Key key : rows.keys()) {
                    keys.request.add(r + 1);
                    keys.subject.add(key.subject());
                    keys.master.add((short) key.master());
                    keys.wrapped.add(key.wrapped());
                }
                keys.matches.addAll(rows.matches());
            }
            return keys;
        }

        boolean isEmpty() {
            return request.isEmpty() && matches.isEmpty();
        }

        /** Answers how many parameters it has set. */
        int set(Connection connection, PreparedStatement statement) throws SQLException {
            statement.setArray(1, connection.createArrayOf("int4", request.toArray()));
            statement.setArray(2, connection.createArrayOf("text", subject.toArray()));
            statement.setArray(3, connection.createArrayOf("int2", master.toArray()));
            statement.setArray(4, connection.createArrayOf("bytea", wrapped.toArray(byte[][]::new)));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text", matches.stream().map(KeyRows.Match::kind).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "int2",
                            matches.stream()
                                    .map(match -> (short) match.master())
                                    .toArray()));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "bytea", matches.stream().map(KeyRows.Match::hmac).toArray(byte[][]::new)));
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "text", matches.stream().map(KeyRows.Match::subject).toArray()));
            return 8;
        }
    }

    private static List<Outcome> outcomes(List<EncodedRequest> requests, ResultSet rows) throws SQLException {
        long next = rows.getLong(1);
        Array refused = rows.getArray(2);
        @Nullable
        String[] refusals = refused == null ? new @Nullable String[requests.size()] : (String[]) refused.getArray();
        var outcomes = new ArrayList<Outcome>(requests.size());
        for (int r = 0; r < requests.size(); r++) {
            String refusal = refusals[r];
            if (refusal == null) {
                outcomes.add(new Outcome.Accepted(next));
                next += requests.get(r).request().events().size();
            } else {
                outcomes.add(new Outcome.Refused(Outcome.Why.valueOf(refusal)));
            }
        }
        return outcomes;
    }

    /**
     * After a lost answer: the position of each request's first event, or null where the log does not hold it. Waits for
     * the head's lock, so that what was on its way has ended.
     */
    List<@Nullable Long> find(Connection connection, List<EncodedRequest> requests) throws SQLException {
        int n = requests.size();
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        var streamType = BinaryArray.ofSmallints();
        var streamKey = BinaryArray.ofBytes();
        var sequence = BinaryArray.ofIntegers();
        var eventId = BinaryArray.ofUuids();
        var bodyHmac = BinaryArray.ofBytes();
        for (EncodedRequest request : requests) {
            NewEvent event = request.request().events().getFirst();
            StreamKey stream = request.rows().getFirst().stream();
            streamType.add(streamType(connection, stream.type()));
            streamKey.add(stream.key());
            sequence.add(Math.toIntExact(event.sequence()));
            eventId.add(event.eventId());
            bodyHmac.add(request.request().bodyHmac());
        }
        try (PreparedStatement statement = connection.prepareStatement("select log.find(?, ?, ?, ?, ?)")) {
            int next = 1;
            for (BinaryArray column : List.of(streamType, streamKey, sequence, eventId, bodyHmac)) {
                statement.setArray(next++, column.on(driver));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                var found = new ArrayList<@Nullable Long>(n);
                for (Object position : (Object[]) rows.getArray(1).getArray()) {
                    found.add((Long) position);
                }
                return found;
            }
        }
    }

    private short type(Connection connection, String name, int revision) throws SQLException {
        String key = name + ' ' + revision;
        return (short) entry(types, key, connection, "select log.type_id(?, ?::smallint)", name, revision);
    }

    private short streamType(Connection connection, String name) throws SQLException {
        return (short) entry(streamTypes, name, connection, "select log.stream_type_id(?)", name);
    }

    private int scope(Connection connection, NewEvent event) throws SQLException {
        var scope = new Scope(event.programme(), event.division());
        String sql = "select log.scope_id(?::uuid, ?)";
        return entry(scopes, scope, connection, sql, scope.programme(), scope.division());
    }

    private short client(Connection connection, String name) throws SQLException {
        return (short) entry(clients, name, connection, "select log.client_id(?)", name);
    }

    private int frame(Connection connection, String frame) throws SQLException {
        Integer known = frames.get(frame);
        return known != null
                ? known
                : entry(frames, frame, connection, "select log.frame_id(?)", frame.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of a dictionary's entry, which is made when it is first asked for and never changes. */
    private static <K> int entry(
            Map<K, Integer> entries, K key, Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        Integer known = entries.get(key);
        if (known != null) {
            return known;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                int made = rows.getInt(1);
                entries.put(key, made);
                return made;
            }
        }
    }
}
