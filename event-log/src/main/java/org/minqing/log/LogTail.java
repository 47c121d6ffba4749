package org.minqing.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows within milliseconds where the log stands, and tells who asked. One connection per process listens, and asks by
 * itself every 100 ms, so a lost notification costs 100 ms and no event; broken, it is rebuilt.
 */
public final class LogTail implements AutoCloseable {
    static final String CHANNEL = "minqing_log";
    private static final int POLL_MILLIS = 100;
    private static final Logger LOGGER = LoggerFactory.getLogger(LogTail.class);

    private final DirectConnections connections;
    private final int pollMillis;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "minqing-log-tail");
    private volatile Head head = Head.NONE;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    public LogTail(DataSource dataSource) {
        this(dataSource, POLL_MILLIS);
    }

    LogTail(DataSource dataSource, int pollMillis) {
        this.pollMillis = pollMillis;
        this.connections = new DirectConnections(dataSource);
        thread.setDaemon(true);
        thread.start();
    }

    /** The head as last seen: at most some 100 ms old, and never older than this process's own last append. */
    Head seen() {
        return head;
    }

    AutoCloseable onAppended(Runnable listener) {
        // each subscription is one of its own, even of an equal listener
        Runnable subscription = new Runnable() {
            @Override
            public void run() {
                listener.run();
            }
        };
        listeners.add(subscription);
        return () -> listeners.remove(subscription);
    }

    /** The log has been seen to stand here. */
    void saw(Head now) {
        boolean grown;
        synchronized (this) {
            grown = now.position() > head.position();
            if (grown) {
                head = now;
            }
        }
        if (grown) {
            for (Runnable listener : listeners) {
                try {
                    listener.run();
                } catch (RuntimeException e) {
                    LOGGER.error("a listener of the log failed", e);
                }
            }
        }
    }

    private void run() {
        boolean broken = false;
        while (!closed) {
            try (Connection connection = connections.open("log tail", 10)) {
                connection.setAutoCommit(true);
                try (var listen = connection.createStatement()) {
                    listen.execute("listen " + CHANNEL);
                }
                if (broken) {
                    LOGGER.info("listening to the log again");
                    broken = false;
                }
                listening = connection;
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!closed) {
                    saw(Head.read(connection));
                    notifications.getNotifications(pollMillis);
                }
            } catch (SQLException | RuntimeException e) {
                if (!broken && !closed) {
                    LOGGER.warn("lost the connection that listens to the log, trying again: {}", e.getMessage());
                    broken = true;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection waiting = listening;
        if (waiting != null) {
            try {
                // nothing else ends its waiting for a notification
                waiting.abort(Runnable::run);
            } catch (SQLException e) {
                LOGGER.debug("the connection that listens to the log was closed already", e);
            }
        }
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
