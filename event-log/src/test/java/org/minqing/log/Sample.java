package org.minqing.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.log.sample.NoteEvent;
import org.minqing.log.sample.NoteEvent.NoteTaken;

/** What the domain gives at wiring, and requests of it, for the log's own tests. */
final class Sample {
    static final EventTypes TYPES = EventTypes.scan("org.minqing.log.sample");
    static final EventHeaders HEADERS = payload -> payload instanceof NoteEvent note
            ? new EventHeaders.Header(note.programme(), note.division(), note.occurredOn())
            : new EventHeaders.Header(null, null, LocalDate.EPOCH);
    static final EventIds IDS = (client, commandId, ordinal) ->
            UUID.nameUUIDFromBytes((client + commandId + ordinal).getBytes(StandardCharsets.UTF_8));
    static final EventCodec CODEC = new EventCodec();
    private static final byte[] HMAC = new byte[32];

    private Sample() {}

    static NoteTaken note(String text) {
        return new NoteTaken(text, null, null, LocalDate.of(2020, 1, 1));
    }

    static Frontier frontier(DataSource source, LogTail tail) {
        return new Frontier(new PostgresEventLog(source, TYPES, CODEC, tail), tail);
    }

    static Appender appender(DataSource command, LogTail tail) {
        return new Appender(command, CODEC, tail, frontier(command, tail));
    }

    /** One command, one stream: events from this sequence on. */
    static AppendRequest request(String stream, long sequence, String... texts) {
        return request("test", UUID.randomUUID(), null, events(stream, sequence, texts));
    }

    static AppendRequest request(String client, UUID commandId, @Nullable Instant simulated, List<Planned> planned) {
        Map<String, String> metadata = Map.of(
                "commandId",
                commandId.toString(),
                "actor",
                "tester",
                "client",
                client,
                "correlationId",
                commandId.toString());
        var events = new ArrayList<NewEvent>();
        for (Planned event : planned) {
            NoteTaken note = note(event.text());
            events.add(new NewEvent(
                    event.stream(),
                    event.sequence(),
                    IDS.eventId(client, commandId, events.size()),
                    TYPES.name(note.getClass()),
                    1,
                    null,
                    null,
                    note.occurredOn(),
                    note,
                    CODEC.encode(note),
                    metadata));
        }
        return new AppendRequest(client, commandId, HMAC, simulated, ReadSet.NONE, KeyRows.NONE, events);
    }

    static List<Planned> events(String stream, long sequence, String... texts) {
        var events = new ArrayList<Planned>();
        for (String text : texts) {
            events.add(new Planned(stream, sequence + events.size(), text));
        }
        return events;
    }

    record Planned(String stream, long sequence, String text) {}
}
