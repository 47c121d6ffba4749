package org.minqing.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as PostgreSQL holds it. Every question is one statement; inside a Spring transaction it takes part in that. */
public final class PostgresEventLog implements EventLog {
    private static final String SELECT = "select " + EventReader.COLUMNS + " from log.event e ";

    private static final short NO_TYPE = 0;

    private final JdbcClient jdbc;
    private final Map<String, Short> types = new ConcurrentHashMap<>();
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
    public long seen() {
        return tail.seen().position();
    }

    @Override
    public UUID installation() {
        return jdbc.sql("select id from log.installation").query(UUID.class).single();
    }

    private Head freshHead() {
        return jdbc.sql(Head.SQL).query((row, n) -> Head.of(row, 1)).single();
    }

    @Override
    public FreeSpace space() {
        return tail.server().space();
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
        var types = new Short[fromSequence.size()];
        var keys = new byte[types.length][];
        var from = new Integer[types.length];
        int i = 0;
        for (Map.Entry<String, Long> asked : fromSequence.entrySet()) {
            StreamKey stream = StreamKey.of(asked.getKey());
            types[i] = type(stream.type());
            keys[i] = stream.key();
            from[i++] = Math.toIntExact(asked.getValue());
        }
        return jdbc.sql("select " + EventReader.COLUMNS
                        + " from unnest(?::smallint[], ?::bytea[], ?::int[]) as s (type, key, first) join log.event e"
                        + " on e.stream_type = s.type and e.stream_key = s.key and e.sequence >= s.first"
                        + " order by e.stream_type, e.stream_key, e.sequence")
                .params(types, keys, from)
                .query(reader)
                .list();
    }

    /** Known by itself, so that the planner knows how many events are of it; {@link #NO_TYPE} while there are none. */
    private short type(String streamType) {
        Short known = types.get(streamType);
        if (known == null) {
            known = jdbc.sql("select id from log.stream_type where name = ?")
                    .param(streamType)
                    .query(Short.class)
                    .optional()
                    .orElse(NO_TYPE);
            if (known != NO_TYPE) {
                types.put(streamType, known);
            }
        }
        return known;
    }

    @Override
    public List<StoredEvent> readType(String streamType, long afterPosition) {
        return readType(streamType, afterPosition, Integer.MAX_VALUE);
    }

    @Override
    public List<StoredEvent> readType(String streamType, long afterPosition, int limit) {
        return jdbc.sql(SELECT + "where e.stream_type = ? and e.position > ? order by e.position limit ?")
                .params(type(streamType), afterPosition, limit)
                .query(reader)
                .list();
    }

    @Override
    public List<StoredEvent> naming(String stream, Collection<String> texts, long position, int limit) {
        StreamKey own = StreamKey.of(stream);
        List<byte[]> forms = texts.stream().map(PackedPayload::form).toList();
        Integer[] names = forms.stream().map(PackedPayload::hash).toArray(Integer[]::new);
        if (!forms.stream().allMatch(PackedPayload::isName)) {
            throw new IllegalArgumentException("too long to be named: " + texts);
        }
        return jdbc.sql(SELECT + "where e.position = any(array(select log.naming(?, ?, greatest(?,"
                        + " (select b.position from log.event b"
                        + " where b.stream_type = ? and b.stream_key = ? and b.sequence = 0)), ?, ?, ?)))"
                        + " order by e.position limit ?")
                .params(forms.toArray(byte[][]::new), names, position, type(own.type()), own.key())
                .params(type(own.type()), own.key(), limit, limit)
                .query(reader)
                .list();
    }

    @Override
    public List<Long> parts(long upTo, long events) {
        return jdbc.sql(
                        "select max(s.first) from (select b.first, (sum(b.events) over (order by b.first) - 1) / ? as part"
                                + " from (select min(e.position) as first, count(*) as events from log.event e where e.position <= ?"
                                + " group by e.stream_type, e.stream_key) b) s group by div(s.part, 1) order by 1")
                .params(events, upTo)
                .query(Long.class)
                .list();
    }

    @Override
    public List<StoredEvent> readBegun(long after, long last, long upTo) {
        return jdbc.sql(
                        "select " + EventReader.COLUMNS + " from log.event b join log.event e"
                                + " on e.stream_type = b.stream_type and e.stream_key = b.stream_key and e.position <= ?"
                                + " where b.position > ? and b.position <= ? and b.sequence = 0 order by b.position, e.sequence")
                .params(upTo, after, last)
                .query(reader)
                .list();
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
        StreamKey named = StreamKey.of(stream);
        return jdbc.sql("select e.sequence from log.event e where e.stream_type = ? and e.stream_key = ?"
                        + " order by e.sequence desc limit 1")
                .params(type(named.type()), named.key())
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
            Instant now = SoundClock.SYSTEM.now();
            // a log whose time was moved ahead by a wrong clock lets no days in that have not come
            boolean moved = head.recordedAt().isAfter(now.plus(SoundClock.STEP));
            return now.isBefore(head.recordedAt()) && !moved ? head.recordedAt() : now;
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
