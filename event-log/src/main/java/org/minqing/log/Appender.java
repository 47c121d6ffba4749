package org.minqing.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SOCKET_TIMEOUT_SECONDS = 12;
    private static final int MAX_REQUESTS = 256;
    private static final int MAX_EVENTS = 1_024;
    private static final long MAX_BYTES = 8L << 20;
    private static final long MAX_LINGER_NANOS = 1_000_000;

    private final DirectConnections connections;
    private final EventCodec codec;
    private final LogTail tail;
    private final Frontier frontier;
    private final LogNotifier notifier;
    private final LogWriter writer = new LogWriter();
    private final BlockingQueue<Waiting> queue;
    private final ArrayDeque<Waiting> deferred = new ArrayDeque<>();
    private final Duration patienceWhenFull;
    private final Thread thread = new Thread(this::run, "minqing-log-appender");
    private volatile boolean closing;
    private int lastAnswered;
    private long lastTook;
    private @Nullable Connection connection;

    /** @param command connects as minqing_command or as owner; the appender opens one connection outside its pool */
    public Appender(DataSource command, EventCodec codec, LogTail tail, Frontier frontier) {
        this(command, codec, tail, frontier, 4_096, Duration.ofSeconds(2));
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
            int capacity,
            Duration patienceWhenFull) {
        this.connections = new DirectConnections(command);
        this.codec = codec;
        this.tail = tail;
        this.frontier = frontier;
        this.notifier = new LogNotifier(connections);
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.patienceWhenFull = patienceWhenFull;
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
     * @throws LogUnavailable if no answer came in time: repeat with the same key
     */
    public long append(AppendRequest request) {
        var waiting = new Waiting(EncodedRequest.of(request, codec));
        enqueue(waiting);
        return waiting.await();
    }

    /** How many requests wait to be taken into a batch. */
    int waiting() {
        return queue.size();
    }

    private void enqueue(Waiting waiting) {
        if (closing) {
            throw new LogUnavailable("the log is closing: nothing was appended", null);
        }
        try {
            if (!queue.offer(waiting) && !queue.offer(waiting, patienceWhenFull.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogOverloaded(queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for the log: nothing was appended", e);
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty() || !deferred.isEmpty()) {
            try {
                List<Waiting> batch = nextBatch();
                if (!batch.isEmpty()) {
                    long start = System.nanoTime();
                    append(batch);
                    lastTook = System.nanoTime() - start;
                }
                lastAnswered = batch.size();
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                LOGGER.error("the appender goes on after a failure", e);
            }
        }
        disconnect();
    }

    /**
     * As many as wait, but no two that touch one stream or use one key, and none that has read what another writes: the later
     * one waits for the next batch.
     */
    private List<Waiting> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Waiting>();
        var claimed = new HashSet<String>();
        int events = 0;
        long bytes = 0;
        Iterator<Waiting> again = deferred.iterator();
        while (again.hasNext()) {
            Waiting waiting = again.next();
            if (waiting.claim(claimed)) {
                again.remove();
                batch.add(waiting);
                events += waiting.events();
                bytes += waiting.bytes();
            }
        }
        Waiting next = batch.isEmpty() ? queue.poll(50, TimeUnit.MILLISECONDS) : queue.poll();
        long lingerUntil = System.nanoTime() + lastTook / 2;
        while (next != null) {
            if (next.claim(claimed)) {
                batch.add(next);
                events += next.events();
                bytes += next.bytes();
            } else {
                deferred.add(next);
            }
            boolean full = batch.size() + deferred.size() >= MAX_REQUESTS || events >= MAX_EVENTS || bytes >= MAX_BYTES;
            next = full ? null : queue.poll();
            if (next == null && !full && batch.size() + deferred.size() < lastAnswered) {
                // those just answered come back one after the other: going with the first alone would halve the rate
                next = queue.poll(Math.min(lingerUntil - System.nanoTime(), MAX_LINGER_NANOS), TimeUnit.NANOSECONDS);
            }
        }
        return batch;
    }

    private void append(List<Waiting> batch) {
        List<Waiting> open = batch;
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
                    if (!mayPass(e)) {
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

    private static List<Waiting> withoutExpired(List<Waiting> open) {
        var left = new ArrayList<Waiting>(open.size());
        for (Waiting waiting : open) {
            if (waiting.expired()) {
                waiting.fail(new LogUnavailable("the log did not answer in time; repeat with the same key", null));
            } else {
                left.add(waiting);
            }
        }
        return left;
    }

    private List<Waiting> withoutFound(List<Waiting> open) throws SQLException {
        List<@Nullable Long> found = writer.find(connection(), prepared(open));
        var left = new ArrayList<Waiting>(open.size());
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
    private void settle(List<Waiting> open, boolean uncertain) throws SQLException {
        var accepted = new LinkedHashMap<Waiting, Long>();
        var refused = new ArrayList<Waiting>();
        @Nullable Head head = null;
        frontier.hold();
        try {
            List<Waiting> sound = uncertain ? open : withoutStale(open);
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
        accepted.forEach(Waiting::succeed);
        if (!accepted.isEmpty()) {
            notifier.appended();
        }
        // a first attempt may have come through after it was looked for: then what stands in the way is the request
        // itself
        List<Waiting> decided = uncertain && !refused.isEmpty() ? withoutFound(refused) : refused;
        decided.forEach(waiting -> waiting.fail(waiting.refusal));
    }

    /** Not after a lost answer: what the request has read may have grown by itself. */
    private List<Waiting> withoutStale(List<Waiting> open) {
        var sound = new ArrayList<Waiting>(open.size());
        for (Waiting waiting : open) {
            if (frontier.stale(waiting.request.reads())) {
                waiting.fail(refusal(waiting.request, Outcome.Why.STALE));
            } else {
                sound.add(waiting);
            }
        }
        return sound;
    }

    /** Sorts the requests into those that the log has taken, with the position of the first event, and the others. */
    private Head send(List<Waiting> open, Map<Waiting, Long> accepted, List<Waiting> refused) throws SQLException {
        LogWriter.Batch result = writer.append(connection(), prepared(open), frontier.position());
        var own = new ArrayList<StoredEvent>();
        for (int i = 0; i < open.size(); i++) {
            Waiting waiting = open.get(i);
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
    private List<Waiting> oneByOne(List<Waiting> open) {
        var left = new ArrayList<Waiting>();
        for (Waiting waiting : open) {
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

    private static List<EncodedRequest> prepared(List<Waiting> open) {
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
            thread.join(PATIENCE.plusSeconds(SOCKET_TIMEOUT_SECONDS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notifier.close();
        for (Waiting late = queue.poll(); late != null; late = queue.poll()) {
            late.fail(new LogUnavailable("the log is closing: nothing was appended", null));
        }
    }

    /** One request and who waits for it. */
    private static final class Waiting {
        final EncodedRequest prepared;
        final AppendRequest request;
        private final Set<String> writes = new HashSet<>();
        private final Set<String> reads = new HashSet<>();
        private final CompletableFuture<Long> answer = new CompletableFuture<>();
        private final long deadline = System.nanoTime() + PATIENCE.toNanos();
        private volatile boolean abandoned;
        RuntimeException refusal = new IllegalStateException("not judged yet");

        Waiting(EncodedRequest prepared) {
            this.prepared = prepared;
            this.request = prepared.request();
            writes.add(request.client() + ' ' + request.commandId());
            request.events().forEach(event -> {
                writes.add(event.stream());
                writes.add(type(event.stream()));
            });
            reads.addAll(request.reads().streams().keySet());
            request.reads().types().keySet().forEach(type -> reads.add(type + '-'));
        }

        private static String type(String stream) {
            return stream.substring(0, stream.indexOf('-') + 1);
        }

        /**
         * False if one of its streams or its key is taken, or something it read is written. Then too all of them count as
         * taken, so that nobody who comes later overtakes it.
         */
        boolean claim(Set<String> written) {
            boolean free = writes.stream().filter(this::own).noneMatch(written::contains)
                    && reads.stream().noneMatch(written::contains)
                    && (request.reads().named().isEmpty() || written.isEmpty());
            written.addAll(writes);
            return free;
        }

        private boolean own(String write) {
            return !write.endsWith("-");
        }

        int events() {
            return request.events().size();
        }

        long bytes() {
            return request.events().stream()
                    .mapToLong(event -> event.payload().length)
                    .sum();
        }

        boolean expired() {
            return abandoned || System.nanoTime() - deadline > 0;
        }

        void succeed(long position) {
            answer.complete(position);
        }

        void fail(RuntimeException why) {
            answer.completeExceptionally(why);
        }

        long await() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        long left = deadline - System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
                        return answer.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException e) {
                        // the events may be on their way already: the answer is worth waiting for
                        interrupted = true;
                    } catch (TimeoutException e) {
                        abandoned = true;
                        throw new LogUnavailable("the log did not answer in time; repeat with the same key", e);
                    } catch (ExecutionException e) {
                        throw (RuntimeException) e.getCause();
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
