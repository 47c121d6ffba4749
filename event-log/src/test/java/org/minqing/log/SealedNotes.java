package org.minqing.log;

import static org.minqing.log.Sample.request;

import java.util.List;
import org.minqing.log.sample.NoteEvent.NoteTaken;

/** Notes that name the subject whose key they need, for tests outside this package. */
public final class SealedNotes implements AutoCloseable {
    private final LogTail tail;
    private final Appender appender;

    public SealedNotes(TestDatabase database) {
        this.tail = new LogTail(database.command());
        this.appender = Sample.appender(database.command(), tail);
    }

    /** Returns when it is durable. */
    public void append(String subject, KeyRows keys) {
        AppendRequest plain = request("Note-" + subject, 0, subject);
        appender.append(new AppendRequest(
                plain.client(), plain.commandId(), plain.bodyHmac(), null, ReadSet.NONE, keys, plain.events()));
    }

    /** Of every note there is. */
    public static List<String> subjects(TestDatabase database) {
        try (LogTail tail = new LogTail(database.query())) {
            return new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail)
                    .readType("Note", 0).stream()
                            .map(event -> ((NoteTaken) event.payload()).text())
                            .toList();
        }
    }

    @Override
    public void close() {
        appender.close();
        tail.close();
    }
}
