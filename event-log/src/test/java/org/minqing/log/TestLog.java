package org.minqing.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.log.AppendContext.Appended;

/** A log to put events into, one call after the other, as commands of a test would. */
public final class TestLog implements AutoCloseable {
    private final DataSource command;
    private final EventTypes types;
    private final EventHeaders headers;
    private final EventCodec codec = new EventCodec();
    private final LogWriter writer = new LogWriter();
    private final LogTail tail;
    private final PostgresEventLog log;
    private final Map<String, Long> next = new HashMap<>();

    private TestLog(TestDatabase database, EventTypes types, EventHeaders headers) {
        this.command = database.command();
        this.types = types;
        this.headers = headers;
        this.tail = new LogTail(database.query());
        this.log = new PostgresEventLog(database.query(), types, codec, tail);
    }

    /** Opens the log on the system's clock. Position 1 is {@code log.Opened}. */
    public static TestLog open(TestDatabase database, EventTypes types, EventHeaders headers) {
        LogSchema.open(database.command());
        return new TestLog(database, types, headers);
    }

    /** Opens the log on a simulated clock: recording times are what the tests give. */
    public static TestLog simulated(TestDatabase database, EventTypes types, EventHeaders headers, Instant startsAt) {
        LogSchema.openSimulated(database.command(), startsAt);
        return new TestLog(database, types, headers);
    }

    public PostgresEventLog log() {
        return log;
    }

    public LogTail tail() {
        return tail;
    }

    /** For a streaming processor under test. */
    public LogMessageSource source() {
        return new LogMessageSource(log, tail);
    }

    /** One command's events at the end of a stream, by actor {@code tester}. */
    public List<Appended> append(String stream, Object... events) {
        return append(null, Map.of(), stream, Arrays.asList(events));
    }

    /** As {@link #append(String, Object...)}, recorded at this time; the clock must be simulated. */
    public List<Appended> appendAt(Instant recordedAt, String stream, Object... events) {
        return append(recordedAt, Map.of(), stream, Arrays.asList(events));
    }

    /**
     * One command's events at the end of a stream.
     *
     * @param recordedAt while the clock is simulated, else null
     * @param metadata over actor {@code tester}, role {@code office}, client {@code test}
     */
    public synchronized List<Appended> append(
            @Nullable Instant recordedAt, Map<String, String> metadata, String stream, List<?> events) {
        long sequence = next.computeIfAbsent(
                stream, s -> log.lastSequence(s).map(last -> last + 1).orElse(0L));
        UUID commandId = UUID.randomUUID();
        var all = new HashMap<>(Map.of(
                "commandId", commandId.toString(),
                "actor", "tester",
                "role", "office",
                "client", "test",
                "correlationId", commandId.toString()));
        all.putAll(metadata);
        var added = new ArrayList<NewEvent>();
        for (Object event : events) {
            EventHeaders.Header header = headers.of(event);
            added.add(new NewEvent(
                    stream,
                    sequence + added.size(),
                    UUID.randomUUID(),
                    types.name(event),
                    types.revision(event),
                    header.programme(),
                    header.division(),
                    header.occurredOn(),
                    event,
                    codec.encode(event),
                    all));
        }
        long first = append(
                new AppendRequest("test", commandId, new byte[32], recordedAt, ReadSet.NONE, KeyRows.NONE, added));
        next.put(stream, sequence + added.size());
        var appended = new ArrayList<Appended>();
        for (NewEvent event : added) {
            appended.add(
                    new Appended(first + appended.size(), stream, event.sequence(), event.eventId(), event.type()));
        }
        return appended;
    }

    private long append(AppendRequest request) {
        try (Connection connection = command.getConnection()) {
            LogWriter.Batch batch = writer.append(connection, List.of(EncodedRequest.of(request, codec)), 0);
            return switch (batch.outcomes().getFirst()) {
                case Outcome.Accepted accepted -> {
                    tail.saw(batch.head());
                    yield accepted.first();
                }
                case Outcome.Refused refused ->
                    throw new IllegalStateException("the log refused the test's events: " + refused.why());
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
