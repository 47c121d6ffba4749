package org.minqing.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as PostgreSQL holds it. Every question is one statement; inside a Spring transaction it takes part in that. */
public final class PostgresEventLog implements EventLog {
    private static final String SELECT = "select " + EventReader.COLUMNS + " from log.event e ";

    private final JdbcClient jdbc;
    private final EventReader reader;
    private final LogTail tail;
    private final LogClock clock = new TailClock();

    /** @param dataSource connects as minqing_query, minqing_command or owner */
    public PostgresEventLog(DataSource dataSource, EventTypes types, EventCodec codec, LogTail tail) {
        this.jdbc = JdbcClient.create(dataSource);
        this.reader = new EventReader(types, codec);
        this.tail = tail;
    }

    @Override
    public long head() {
        return freshHead().position();
    }

    @Override
    public UUID installation() {
        return jdbc.sql("select id from log.installation").query(UUID.class).single();
    }

    private Head freshHead() {
        return jdbc.sql(Head.SQL).query((row, n) -> Head.of(row, 1)).single();
    }

    @Override
    public LogClock clock() {
        return clock;
    }

    @Override
    public List<StoredEvent> readAfter(long position, int limit) {
        return jdbc.sql(SELECT + "where e.position > ? order by e.position limit ?")
                .params(position, limit)
                .query(reader)
                .list();
    }

    @Override
    public List<StoredEvent> readRange(long first, long last) {
        return jdbc.sql(SELECT + "where e.position between ? and ? order by e.position")
                .params(first, last)
                .query(reader)
                .list();
    }

    @Override
    public List<StoredEvent> readStreams(Map<String, Long> fromSequence) {
        var streams = fromSequence.keySet().toArray(String[]::new);
        var from = new Integer[streams.length];
        for (int i = 0; i < streams.length; i++) {
            from[i] = Math.toIntExact(fromSequence.getOrDefault(streams[i], 0L));
        }
        return jdbc.sql("select " + EventReader.COLUMNS
                        + " from unnest(?::text[], ?::int[]) as s (stream, first) join log.event e"
                        + " on e.stream = s.stream and e.sequence >= s.first order by e.stream, e.sequence")
                .params(streams, from)
                .query(reader)
                .list();
    }

    @Override
    public List<StoredEvent> readType(String streamType, long afterPosition) {
        return readType(streamType, afterPosition, Integer.MAX_VALUE);
    }

    @Override
    public List<StoredEvent> readType(String streamType, long afterPosition, int limit) {
        // '.' follows '-' in the order of bytes: the range holds what begins with "<type>-" and nothing else
        return jdbc.sql(SELECT + "where e.stream >= ? and e.stream < ? and e.position > ? order by e.position limit ?")
                .params(streamType + "-", streamType + ".", afterPosition, limit)
                .query(reader)
                .list();
    }

    @Override
    public List<StoredEvent> naming(String stream, Collection<String> texts, long position, int limit) {
        var found = texts.stream().map(text -> "position(? in e.payload) > 0").collect(Collectors.joining(" or "));
        return jdbc.sql(SELECT + "where e.position > greatest(?, (select b.position from log.event b"
                        + " where b.stream = ? and b.sequence = 0)) and e.stream <> ? and (" + found + ")"
                        + " order by e.position limit ?")
                .params(position, stream, stream)
                .params(texts.stream()
                        .map(text -> ('"' + text + '"').getBytes(StandardCharsets.UTF_8))
                        .toList())
                .param(limit)
                .query(reader)
                .list();
    }

    @Override
    public Map<String, Long> streams(long upTo) {
        Map<String, Long> streams = new LinkedHashMap<>();
        jdbc.sql("select e.stream, count(*) from log.event e where e.position <= ? group by e.stream"
                        + " order by min(e.position)")
                .param(upTo)
                .query(row -> {
                    streams.put(row.getString(1), row.getLong(2));
                });
        return streams;
    }

    @Override
    public long positionAt(Instant instant) {
        return jdbc.sql("select log.position_at(?)")
                .param(OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<StoredEvent> find(UUID eventId) {
        return jdbc.sql(SELECT + "where e.event_id = ?")
                .param(eventId)
                .query(reader)
                .optional();
    }

    @Override
    public Optional<RecordedCommand> findCommand(String client, UUID key) {
        return jdbc.sql("select body_hmac, first, last from log.command where client = ? and key = ?")
                .params(client, key)
                .query((row, n) -> new RecordedCommand(row.getBytes(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    /** The position after which a stream's next event is written: its highest sequence, if it has events. */
    Optional<Long> lastSequence(String stream) {
        return jdbc.sql("select e.sequence from log.event e where e.stream = ? order by e.sequence desc limit 1")
                .param(stream)
                .query(Long.class)
                .optional();
    }

    @Override
    public AutoCloseable onAppended(Runnable listener) {
        return tail.onAppended(listener);
    }

    /** SYSTEM once seen stays; while simulated the tail keeps the head fresh. */
    private final class TailClock implements LogClock {
        @Override
        public Instant now() {
            Head head = head();
            if (head.clock() == ClockMode.SIMULATED) {
                return head.recordedAt();
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
        }

        @Override
        public boolean simulated() {
            return head().clock() == ClockMode.SIMULATED;
        }

        private Head head() {
            Head seen = tail.seen();
            if (seen.clock() == null) {
                seen = freshHead();
                tail.saw(seen);
            }
            if (seen.clock() == null) {
                throw new IllegalStateException("the log is not open yet: LogSchema.open comes first");
            }
            return seen;
        }
    }
}
