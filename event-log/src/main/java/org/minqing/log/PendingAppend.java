package org.minqing.log;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and who waits for it. */
final class PendingAppend {
    /** So long after it has joined the queue. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    final EncodedRequest prepared;
    final AppendRequest request;
    private final Set<String> writes = new HashSet<>();
    private final Set<String> reads = new HashSet<>();
    private final CompletableFuture<Long> answer = new CompletableFuture<>();
    private volatile long deadline;
    private volatile boolean abandoned;
    RuntimeException refusal = new IllegalStateException("not judged yet");

    PendingAppend(EncodedRequest prepared) {
        this.prepared = prepared;
        this.request = prepared.request();
        writes.add(request.client() + ' ' + request.commandId());
        request.events().forEach(event -> {
            writes.add(event.stream());
            writes.add(type(event.stream()));
        });
        reads.addAll(request.reads().streams().keySet());
        request.reads().types().keySet().forEach(type -> reads.add(type + '-'));
        request.reads().claims().keySet().forEach(claim -> writes.add('!' + claim));
    }

    /** From now on its time runs. */
    void joined() {
        deadline = System.nanoTime() + PATIENCE.toNanos();
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
