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
                    + "?,".repeat(18) + "?)";

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
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (int a = 0; a < arrays.size(); a++) {
                statement.setArray(a + 1, arrays.get(a));
            }
            if (dated) {
                statement.setArray(15, connection.createArrayOf("timestamptz", simulated));
            } else {
                statement.setNull(15, Types.ARRAY, "_timestamptz");
            }
            Reads reads = Reads.of(requests);
            statement.setLong(16, known);
            statement.setArray(17, connection.createArrayOf("int4", reads.request().toArray()));
            statement.setArray(18, connection.createArrayOf("text", reads.what().toArray()));
            statement.setArray(19, connection.createArrayOf("int8", reads.far().toArray()));
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
