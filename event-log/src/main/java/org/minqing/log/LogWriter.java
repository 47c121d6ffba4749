package org.minqing.log;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Speaks to the functions of the migration: one batch, one call, one round trip. Holds what it has learnt of the dictionaries. */
final class LogWriter {
    private static final String APPEND =
            "select first_position, refusals, head_position, head_recorded_at, head_clock from log.append("
                    + "?,".repeat(19) + "null)";
    /** The keys first: whoever else gives one of their subjects a key is waited for before the head is locked. */
    private static final String APPEND_WITH_KEYS = "with keyed as materialized (select keys.add(" + "?,".repeat(7)
            + "?) as clashing) select a.first_position, a.refusals, a.head_position, a.head_recorded_at, a.head_clock"
            + " from keyed, lateral log.append(" + "?,".repeat(19) + "keyed.clashing) a";

    private final Map<String, Short> types = new ConcurrentHashMap<>();
    private final Map<String, Short> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> frames = new ConcurrentHashMap<>();

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
        int n = requests.stream().mapToInt(r -> r.request().events().size()).sum();
        var request = new Integer[n];
        var stream = new String[n];
        var sequence = new Integer[n];
        var eventId = new UUID[n];
        var type = new Short[n];
        var programme = new @Nullable UUID[n];
        var division = new @Nullable String[n];
        var occurredOn = new String[n];
        var client = new Short[n];
        var commandId = new UUID[n];
        var bodyHmac = new byte[n] @Nullable [];
        var frame = new Integer[n];
        var parts = new byte[n][];
        var payload = new byte[n][];
        var simulated = new @Nullable String[n];
        boolean dated = false;
        int i = 0;
        for (int r = 0; r < requests.size(); r++) {
            AppendRequest asked = requests.get(r).request();
            List<NewEvent> events = asked.events();
            dated |= asked.simulatedTime() != null;
            for (int e = 0; e < events.size(); e++, i++) {
                NewEvent event = events.get(e);
                request[i] = r + 1;
                stream[i] = event.stream();
                sequence[i] = Math.toIntExact(event.sequence());
                eventId[i] = event.eventId();
                type[i] = type(connection, event.type(), event.revision());
                programme[i] = event.programme();
                division[i] = event.division();
                occurredOn[i] = event.occurredOn().toString();
                client[i] = client(connection, asked.client());
                commandId[i] = asked.commandId();
                bodyHmac[i] = e == 0 ? asked.bodyHmac() : null;
                MetadataFrame metadata = requests.get(r).frames().get(e);
                frame[i] = frame(connection, metadata.frame());
                parts[i] = metadata.parts();
                payload[i] = event.payload();
                simulated[i] = asked.simulatedTime() == null
                        ? null
                        : asked.simulatedTime().truncatedTo(ChronoUnit.MICROS).toString();
            }
        }
        var arrays = new ArrayList<Array>(14);
        arrays.add(connection.createArrayOf("int4", request));
        arrays.add(connection.createArrayOf("text", stream));
        arrays.add(connection.createArrayOf("int4", sequence));
        arrays.add(connection.createArrayOf("uuid", eventId));
        arrays.add(connection.createArrayOf("int2", type));
        arrays.add(connection.createArrayOf("uuid", programme));
        arrays.add(connection.createArrayOf("text", division));
        arrays.add(connection.createArrayOf("date", occurredOn));
        arrays.add(connection.createArrayOf("int2", client));
        arrays.add(connection.createArrayOf("uuid", commandId));
        arrays.add(connection.createArrayOf("bytea", bodyHmac));
        arrays.add(connection.createArrayOf("int4", frame));
        arrays.add(connection.createArrayOf("bytea", parts));
        arrays.add(connection.createArrayOf("bytea", payload));
        Keys keys = Keys.of(requests);
        try (PreparedStatement statement = connection.prepareStatement(keys.isEmpty() ? APPEND : APPEND_WITH_KEYS)) {
            int first = keys.isEmpty() ? 0 : keys.set(connection, statement);
            for (int a = 0; a < arrays.size(); a++) {
                statement.setArray(first + a + 1, arrays.get(a));
            }
            if (dated) {
                statement.setArray(first + 15, connection.createArrayOf("timestamptz", simulated));
            } else {
                statement.setNull(first + 15, Types.ARRAY, "_timestamptz");
            }
            Reads reads = Reads.of(requests);
            statement.setLong(first + 16, known);
            statement.setArray(
                    first + 17, connection.createArrayOf("int4", reads.request().toArray()));
            statement.setArray(
                    first + 18, connection.createArrayOf("text", reads.what().toArray()));
            statement.setArray(
                    first + 19, connection.createArrayOf("int8", reads.far().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Batch(outcomes(requests, rows), Head.of(rows, 3));
            }
        }
    }

    /**
     * What the requests of a batch read, side by side.
     *
     * @param what a stream; a type and a hyphen; or an id in quotation marks, as it stands in payloads
     */
    private record Reads(List<Integer> request, List<String> what, List<Long> far) {
        static Reads of(List<EncodedRequest> requests) {
            var reads = new Reads(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int r = 0; r < requests.size(); r++) {
                int number = r + 1;
                ReadSet set = requests.get(r).request().reads();
                set.streams().forEach((stream, length) -> reads.add(number, stream, length));
                set.types().forEach((type, position) -> reads.add(number, type + "-", position));
                set.named().forEach((id, position) -> reads.add(number, '"' + id + '"', position));
            }
            return reads;
        }

        private void add(int number, String read, long upTo) {
            request.add(number);
            what.add(read);
            far.add(upTo);
        }
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
        var stream = new String[n];
        var sequence = new Integer[n];
        var eventId = new UUID[n];
        var bodyHmac = new byte[n][];
        for (int r = 0; r < n; r++) {
            AppendRequest asked = requests.get(r).request();
            NewEvent event = asked.events().getFirst();
            stream[r] = event.stream();
            sequence[r] = Math.toIntExact(event.sequence());
            eventId[r] = event.eventId();
            bodyHmac[r] = asked.bodyHmac();
        }
        try (PreparedStatement statement = connection.prepareStatement("select log.find(?, ?, ?, ?)")) {
            statement.setArray(1, connection.createArrayOf("text", stream));
            statement.setArray(2, connection.createArrayOf("int4", sequence));
            statement.setArray(3, connection.createArrayOf("uuid", eventId));
            statement.setArray(4, connection.createArrayOf("bytea", bodyHmac));
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
        Short known = types.get(key);
        if (known == null) {
            known = (short) entry(connection, "select log.type_id(?, ?::smallint)", name, revision);
            types.put(key, known);
        }
        return known;
    }

    private short client(Connection connection, String name) throws SQLException {
        Short known = clients.get(name);
        if (known == null) {
            known = (short) entry(connection, "select log.client_id(?)", name);
            clients.put(name, known);
        }
        return known;
    }

    private int frame(Connection connection, String frame) throws SQLException {
        Integer known = frames.get(frame);
        if (known == null) {
            known = entry(connection, "select log.frame_id(?)", frame.getBytes(StandardCharsets.UTF_8));
            frames.put(frame, known);
        }
        return known;
    }

    private static int entry(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
