package org.minqing.command.platform.door;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandSeries;

/** Lines that were begun and are not answered yet, each on a thread of its own. They are answered in their order. */
final class LineWindow implements AutoCloseable {
    private static final int LINES = 128;

    private final CommandSeries series;
    private final ArrayDeque<Begun> begun = new ArrayDeque<>();
    private int bytes;

    private record Begun(
            int bytes,
            CommandSeries.@Nullable Member member,
            CompletableFuture<Object> outcome,
            Function<Object, byte[]> answer) {}

    /** Where an answer goes. */
    interface Recipient {
        void take(byte[] answer) throws IOException;
    }

    LineWindow(CommandSeries series) {
        this.series = series;
    }

    boolean isEmpty() {
        return begun.isEmpty();
    }

    /** Together no more lines than so many, nor bytes than one command may have. */
    boolean hasRoom() {
        return begun.size() < LINES && (bytes < Body.MAX || begun.isEmpty());
    }

    /** Whether the first can be answered without waiting. */
    boolean hasAnswer() {
        return !begun.isEmpty() && begun.getFirst().outcome().isDone();
    }

    /**
     * Begins a line.
     *
     * @param member its place among those that write; null where it writes nothing
     * @param taking what comes of it; throws nothing
     * @param answer of what came of it, made when its turn has come
     */
    void add(
            int size, CommandSeries.@Nullable Member member, Supplier<Object> taking, Function<Object, byte[]> answer) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        begun.add(new Begun(size, member, outcome, answer));
        bytes += size;
        Thread.ofVirtual().name("minqing-line").start(() -> {
            try {
                outcome.complete(taking.get());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    /** Waits for the first and answers it. */
    void answerFirst(Recipient recipient) throws IOException {
        Begun first = begun.getFirst();
        recipient.take(first.answer().apply(first.outcome().join()));
        begun.removeFirst();
        bytes -= first.bytes();
        if (first.member() != null) {
            first.member().answered();
        }
    }

    /** Whoever did not begin does not, and whoever did is waited for: nothing goes on behind the request's back. */
    @Override
    public void close() {
        if (!begun.isEmpty()) {
            series.giveUp();
            begun.forEach(
                    each -> each.outcome().handle((outcome, failure) -> outcome).join());
        }
    }
}
