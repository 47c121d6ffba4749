package org.minqing.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.events.DomainEvent;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.AppendRequest;
import org.minqing.log.Appender;
import org.minqing.log.AppendsInOrder;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.log.Frontier;
import org.minqing.log.KeyRows;
import org.minqing.log.LogSchema;
import org.minqing.log.LogTail;
import org.minqing.log.NewEvent;
import org.minqing.log.PostgresEventLog;
import org.minqing.log.ReadSet;

/**
 * Puts a {@link GeneratedPrefecture} into a log by the log's own append: requests of some four events, hundreds of them in a batch, the
 * next ones encoded while the ones before become durable.
 */
final class GeneratedLog {
    private static final int EVENTS_OF_A_REQUEST = 4;
    private static final int EVENTS_OF_ONE_STREAM = 500;
    private static final int REQUESTS = 250;
    private static final int ACTORS = 52;
    private static final int TOLD_EVERY = 1_000_000;

    private final EventTypes types = EventTypes.scan("org.minqing.events");
    private final EventCodec codec = new EventCodec();
    private final AppendsInOrder appends;
    private final List<AppendRequest> requests = new ArrayList<>();
    private final Set<String> streams = new HashSet<>();
    private final List<NewEvent> request = new ArrayList<>();
    private final Set<String> streamsOfRequest = new HashSet<>();
    private Instant recorded = Instant.EPOCH;
    private long taken;

    private GeneratedLog(Appender appender) {
        this.appends = new AppendsInOrder(appender);
    }

    /**
     * Opens the log and fills it.
     *
     * @param households of a village
     * @param masters where the file of the master keys is, or is to be
     */
    static GeneratedPrefecture fill(DataSource owner, DataSource command, Path masters, int events, int households) {
        LogSchema.openSimulated(command, Instant.parse("2011-01-01T00:00:00Z"));
        KeysSchema.migrate(owner);
        AttachmentSchema.migrate(owner);
        var codec = new EventCodec();
        try (LogTail tail = new LogTail(command)) {
            var log = new PostgresEventLog(command, EventTypes.scan("org.minqing.events"), codec, tail);
            try (Appender appender = new Appender(command, codec, tail, new Frontier(log, tail))) {
                var filling = new GeneratedLog(appender);
                var prefecture =
                        new GeneratedPrefecture(events, households, SubjectKeys.open(command, masters), filling::take);
                prefecture.run();
                filling.end();
                return prefecture;
            }
        }
    }

    private void take(Instant at, String stream, int sequence, UUID id, DomainEvent event) {
        if (!at.equals(recorded)) {
            send();
            recorded = at;
        }
        boolean goesOn = streamsOfRequest.contains(stream) && request.size() < EVENTS_OF_ONE_STREAM;
        if (request.size() >= EVENTS_OF_A_REQUEST && !goesOn) {
            close();
        }
        if (streams.contains(stream) || requests.size() == REQUESTS) {
            send();
        }
        streamsOfRequest.add(stream);
        request.add(new NewEvent(
                stream,
                sequence,
                id,
                types.name(event),
                types.revision(event),
                event.programme(),
                event.division(),
                event.occurredOn(),
                event,
                codec.encode(event),
                SampleEvents.metadata(id, (int) (taken / 7 % ACTORS))));
        if (++taken % TOLD_EVERY == 0) {
            System.err.printf("%,d events%n", taken);
        }
    }

    private void close() {
        if (!request.isEmpty()) {
            requests.add(new AppendRequest(
                    "generator",
                    new UUID(0x4001L, 0x8000000000000000L | taken),
                    new byte[18],
                    recorded,
                    ReadSet.NONE,
                    KeyRows.NONE,
                    List.copyOf(request)));
            streams.addAll(streamsOfRequest);
            request.clear();
            streamsOfRequest.clear();
        }
    }

    private void send() {
        close();
        if (!requests.isEmpty()) {
            appends.append(List.copyOf(requests));
            requests.clear();
            streams.clear();
        }
    }

    private void end() {
        send();
        appends.await();
    }
}
