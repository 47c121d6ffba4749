package org.minqing.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whoever has events to append waits in a bounded queue, and one thread takes all that wait into the log in
 * one transaction, one round trip. Each request is answered by itself: a conflict fails the one that has it.
 *
 * <p>An answer that was lost on the way is looked up before anybody is told: nothing in the log is ever reported as failed
 * within the time limit, and nothing outside it as appended.
 */
public final class Appender implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Appender.class);
    private static final int SOCKET_TIMEOUT_SECONDS = 12;

    private final DirectConnections connections;
    private final DatabaseSockets.Server server;
    private final EventCodec codec;
    private final LogTail tail;
    private final Frontier frontier;
    private final LogNotifier notifier;
    private final LogWriter writer = new LogWriter();
    private final AppendQueue queue;
    private final AppendMeters meters;

    private final Thread thread = new Thread(this::run, "minqing-log-appender");
    private volatile boolean closing;
    private @Nullable Connection connection;

    /** @param command connects as minqing_command or as owner; the appender opens one connection outside its pool */
    public Appender(DataSource command, EventCodec codec, LogTail tail, Frontier frontier) {
        // measured by nobody
        this(command, codec, tail, frontier, new CompositeMeterRegistry());
    }

    /** @param registry gets {@link AppendMeters} */
    public Appender(DataSource command, EventCodec codec, LogTail tail, Frontier frontier, MeterRegistry registry) {
        this(command, codec, tail, frontier, registry, 4_096, Duration.ofSeconds(2));
    }

    /**
     * @param capacity how many requests may wait
     * @param patienceWhenFull how long one waits for a place in the queue
     */
    Appender(
            DataSource command,
            EventCodec codec,
            LogTail tail,
            Frontier frontier,
            MeterRegistry registry,
            int capacity,
            Duration patienceWhenFull) {
        this.connections = new DirectConnections(command);
        this.server = connections.server();
        this.codec = codec;
        this.tail = tail;
        this.frontier = frontier;
        this.notifier = new LogNotifier(connections, tail);
        this.queue = new AppendQueue(capacity, patienceWhenFull);
        this.meters = new AppendMeters(registry, queue);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Appends the request, all of it or nothing, and returns when it is durable.
     *
     * @return position of its first event; the others follow directly
     * @throws ConcurrencyException if a stream does not stand where the request expects it, or one that its decision looked at
     *     has grown since
     * @throws DuplicateCommand if the client has used the key
     * @throws RecordingTimeRefused if a recording time is given that the log's clock does not take
     * @throws LogOverloaded if the queue stays full: nothing was appended
     * @throws ClockDoubtful if nothing tells whether the clock is right: nothing was appended
     * @throws LogFull if there is no space for more: repeat with the same key
     * @throws LogUnavailable if no answer came in time: repeat with the same key
     */
    public long append(AppendRequest request) {
        PendingAppend pending = prepare(request);
        enqueue(pending);
        return pending.await();
    }

    /** Makes the request's bytes; nothing waits yet. */
    PendingAppend prepare(AppendRequest request) {
        return new PendingAppend(EncodedRequest.of(request, codec));
    }

    /** From now on its answer is on its way. */
    void enqueue(PendingAppend pending) {
        if (closing) {
            throw new LogUnavailable("the log is closing: nothing was appended", null);
        }
        if (server.space().full()) {
            throw new LogFull();
        }
        if (SoundClock.SYSTEM.doubtful()) {
            throw new ClockDoubtful();
        }
        if (server.silent()) {
            throw new LogUnavailable("the database gives no sign: nothing was appended", null);
        }
        queue.add(pending);
    }

    /** How many requests wait to be taken into a batch. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            try {
                List<PendingAppend> batch = queue.take();
                long start = System.nanoTime();
                append(batch);
                long took = System.nanoTime() - start;
                queue.answered(batch.size(), took);
                meters.answered(batch, took);
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                LOGGER.error("the appender goes on after a failure", e);
            }
        }
        disconnect();
    }

    private void append(List<PendingAppend> batch) {
        List<PendingAppend> open = batch;
        boolean uncertain = false;
        try {
            for (int attempt = 0; !open.isEmpty(); attempt++) {
                open = withoutExpired(open);
                try {
                    if (!open.isEmpty()) {
                        settle(open, uncertain);
                        open = List.of();
                    }
                } catch (SQLException e) {
                    disconnect();
                    uncertain = true;
                    if (LogFull.causes(e)) {
                        LOGGER.error("the log has no space for {} requests: {}", open.size(), e.getMessage());
                        open.forEach(waiting -> waiting.fail(new LogFull(e)));
                        open = List.of();
                    } else if (!mayPass(e)) {
                        open = oneByOne(open);
                    } else {
                        LOGGER.warn(
                                "the log did not answer, asking again for {} requests: {}",
                                open.size(),
                                e.getMessage());
                        pause(attempt);
                    }
                }
            }
        } catch (RuntimeException | Error e) {
            open.forEach(
                    waiting -> waiting.fail(new LogUnavailable("the appender failed; repeat with the same key", e)));
            throw e;
        }
    }

    private List<PendingAppend> withoutExpired(List<PendingAppend> open) {
        var left = new ArrayList<PendingAppend>(open.size());
        for (PendingAppend waiting : open) {
            if (server.space().full()) {
                waiting.fail(new LogFull());
            } else if (waiting.expired() || server.silent()) {
                waiting.fail(new LogUnavailable("the log did not answer in time; repeat with the same key", null));
            } else {
                left.add(waiting);
            }
        }
        return left;
    }

    private List<PendingAppend> withoutFound(List<PendingAppend> open) throws SQLException {
        List<@Nullable Long> found = writer.find(connection(), prepared(open));
        var left = new ArrayList<PendingAppend>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Long position = found.get(i);
            if (position == null) {
                left.add(open.get(i));
            } else {
                open.get(i).succeed(position);
            }
        }
        if (left.size() < open.size()) {
            tail.saw(Head.read(connection()));
            notifier.appended();
        }
        return left;
    }

    /**
     * One attempt: each request is answered. Repeating is safe whatever became of an attempt before, because it waits for the
     * head's lock as long as that is under way, and is refused if that came through, even if only later.
     */
    private void settle(List<PendingAppend> open, boolean uncertain) throws SQLException {
        var accepted = new LinkedHashMap<PendingAppend, Long>();
        var refused = new ArrayList<PendingAppend>();
        @Nullable Head head = null;
        frontier.hold();
        try {
            List<PendingAppend> sound = uncertain ? open : withoutStale(open);
            if (!sound.isEmpty()) {
                head = send(sound, accepted, refused);
            }
        } finally {
            frontier.release();
        }
        if (head != null) {
            tail.saw(head);
        }
        // only now, so that who is answered finds this process to know of its events
        accepted.forEach(PendingAppend::succeed);
        if (!accepted.isEmpty()) {
            notifier.appended();
        }
        // a first attempt may have come through after it was looked for: then what stands in the way is the request
        // itself
        List<PendingAppend> decided = uncertain && !refused.isEmpty() ? withoutFound(refused) : refused;
        decided.forEach(waiting -> waiting.fail(waiting.refusal));
    }

    /** Not after a lost answer: what the request has read may have grown by itself. */
    private List<PendingAppend> withoutStale(List<PendingAppend> open) {
        var sound = new ArrayList<PendingAppend>(open.size());
        for (PendingAppend waiting : open) {
            if (frontier.stale(waiting.request.reads())) {
                waiting.fail(refusal(waiting.request, Outcome.Why.STALE));
            } else {
                sound.add(waiting);
            }
        }
        return sound;
    }

    /** Sorts the requests into those that the log has taken, with the position of the first event, and the others. */
    private Head send(List<PendingAppend> open, Map<PendingAppend, Long> accepted, List<PendingAppend> refused)
            throws SQLException {
        LogWriter.Batch result = writer.append(connection(), prepared(open), frontier.position());
        var own = new ArrayList<StoredEvent>();
        for (int i = 0; i < open.size(); i++) {
            PendingAppend waiting = open.get(i);
            switch (result.outcomes().get(i)) {
                case Outcome.Accepted(long first) -> {
                    accepted.put(waiting, first);
                    if (result.head().clock() == ClockMode.SYSTEM) {
                        own.addAll(waiting.prepared.stored(first, result.head().recordedAt()));
                    }
                }
                case Outcome.Refused(Outcome.Why why) -> {
                    waiting.refusal = refusal(waiting.request, why);
                    refused.add(waiting);
                }
            }
        }
        try {
            frontier.appended(own, result.head().position());
        } catch (RuntimeException e) {
            LOGGER.warn("appended, but what others appended could not be read yet: {}", e.getMessage());
        }
        return result.head();
    }

    /** The server refuses the batch as a whole: one request is to blame, and the others must not suffer for it. */
    private List<PendingAppend> oneByOne(List<PendingAppend> open) {
        var left = new ArrayList<PendingAppend>();
        for (PendingAppend waiting : open) {
            try {
                settle(List.of(waiting), true);
            } catch (SQLException e) {
                disconnect();
                if (mayPass(e)) {
                    left.add(waiting);
                } else {
                    waiting.fail(new IllegalArgumentException("the log cannot take this: " + e.getMessage(), e));
                }
            }
        }
        return left;
    }

    private static RuntimeException refusal(AppendRequest request, Outcome.Why why) {
        return switch (why) {
            case CONFLICT ->
                new ConcurrencyException("somebody was quicker on "
                        + request.events().stream()
                                .map(NewEvent::stream)
                                .distinct()
                                .toList());
            case STALE -> new ConcurrencyException("what was looked at has grown: " + request.reads());
            case DUPLICATE -> new DuplicateCommand(request.client(), request.commandId());
            case TIME -> new RecordingTimeRefused();
        };
    }

    /** Connection lost, resources short, server going down or a standby, deadlock: another attempt may succeed. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("40")
                || state.startsWith("XX")
                || state.startsWith("28")
                || state.equals("3D000")
                || state.equals("25006")
                || state.equals("55000")
                || state.equals("55P03");
    }

    private static List<EncodedRequest> prepared(List<PendingAppend> open) {
        return open.stream().map(waiting -> waiting.prepared).toList();
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = connections.open("appender", SOCKET_TIMEOUT_SECONDS);
            connection.setAutoCommit(true);
        }
        return connection;
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOGGER.debug("closing a broken connection", e);
            }
        }
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(Math.min(10L << Math.min(attempt, 6), 500));
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Takes no more, appends what waits, then ends: within the time limit of a request. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(
                    PendingAppend.PATIENCE.plusSeconds(SOCKET_TIMEOUT_SECONDS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notifier.close();
        queue.failAll(new LogUnavailable("the log is closing: nothing was appended", null));
    }
}
