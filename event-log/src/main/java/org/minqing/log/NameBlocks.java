package org.minqing.log;

import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what the log's events name behind the head, a block of events at a time, so that {@link EventLog#naming} need not look into
 * every payload. A block says what the log says and nothing else: it does not matter who writes it, and whatever is not written yet
 * is looked at event by event.
 */
public final class NameBlocks implements AutoCloseable {
    /** As the functions of the migration have it. */
    static final int EVENTS = 256;

    private static final int PAUSE_MILLIS = 1_000;
    private static final Logger LOGGER = LoggerFactory.getLogger(NameBlocks.class);

    private final JdbcClient jdbc;
    private final LogTail tail;
    private final AutoCloseable subscription;
    private final Thread thread = new Thread(this::run, "minqing-log-names");
    private final Object grown = new Object();
    private volatile boolean closed;

    /** @param command connects as minqing_command or as owner */
    public NameBlocks(DataSource command, LogTail tail) {
        this.jdbc = JdbcClient.create(command);
        this.tail = tail;
        this.subscription = tail.onAppended(this::wake);
        thread.setDaemon(true);
        thread.start();
    }

    private void wake() {
        synchronized (grown) {
            grown.notifyAll();
        }
    }

    private void run() {
        boolean broken = false;
        while (!closed) {
            try {
                writeFull();
                broken = false;
            } catch (RuntimeException e) {
                if (!broken && !closed) {
                    LOGGER.warn("what events name could not be written down, trying again: {}", e.getMessage());
                    broken = true;
                }
                pause();
            }
        }
    }

    /** Every block that is full, then waits for the next to become so. */
    private void writeFull() {
        int next = jdbc.sql("select coalesce(max(block) + 1, 0) from log.names")
                .query(Integer.class)
                .single();
        while (!closed && tail.seen().position() >= end(next)) {
            write(next);
            next++;
        }
        awaitPosition(end(next));
    }

    private static long end(int block) {
        return (block + 1L) * EVENTS;
    }

    private void write(int block) {
        Set<Integer> names = new HashSet<>();
        jdbc.sql("select e.stream_key, e.payload from log.event e where e.position between ? and ?")
                .params(end(block) - EVENTS + 1, end(block))
                .query(row -> {
                    PackedPayload.addNames(row.getBytes(2), row.getBytes(1), names);
                });
        jdbc.sql("select log.name_block(?, ?)")
                .params(block, names.toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
    }

    private void awaitPosition(long position) {
        try {
            synchronized (grown) {
                while (!closed && tail.seen().position() < position) {
                    grown.wait();
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            subscription.close();
            thread.join();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
