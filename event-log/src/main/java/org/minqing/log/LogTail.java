package org.minqing.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows within milliseconds where the log stands, and tells who asked; keeps the log's last events for all that go along it. One
 * connection per process listens, and asks by itself every 100 ms, so a lost notification costs 100 ms and no event; broken, it is
 * rebuilt. Several applications in one process share one.
 */
public final class LogTail implements AutoCloseable {
    /** Under which name an application finds it among its beans. */
    public static final String BEAN = "logTail";

    static final String CHANNEL = "minqing_log";
    private static final int POLL_MILLIS = 100;
    private static final Logger LOGGER = LoggerFactory.getLogger(LogTail.class);

    private final DirectConnections connections;
    private final DatabaseSockets.Server server;
    private final int pollMillis;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "minqing-log-tail");
    private final RecentEvents recent;
    private volatile Head head = Head.NONE;
    /** The backend by which this process notifies others: of its own events it knows without asking. */
    private volatile int ownNotifier;

    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    public LogTail(DataSource dataSource) {
        this(dataSource, POLL_MILLIS);
    }

    LogTail(DataSource dataSource, int pollMillis) {
        this(dataSource, pollMillis, new RecentEvents());
    }

    LogTail(DataSource dataSource, int pollMillis, RecentEvents recent) {
        this.recent = recent;
        this.pollMillis = pollMillis;
        this.connections = new DirectConnections(dataSource);
        this.server = connections.server();
        thread.setDaemon(true);
        thread.start();
    }

    /** The head as last seen: at most some 100 ms old, and never older than this process's own last append. */
    Head seen() {
        return head;
    }

    /** The server it is read from. */
    DatabaseSockets.Server server() {
        return server;
    }

    /** The last events, as far as this process has seen them. */
    RecentEvents recent() {
        return recent;
    }

    /** What this backend notifies of has been told here by {@link #saw} already; 0 for none. */
    void notifiedBy(int backend) {
        ownNotifier = backend;
    }

    /** As {@link #onAppended}, before all others. */
    void onAppendedFirst(Runnable listener) {
        listeners.addFirst(listener);
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
                    awaitOthers(notifications);
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

    /** Until others notify, or it is time to ask. */
    private void awaitOthers(PGConnection notifications) throws SQLException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pollMillis);
        long left = pollMillis;
        while (left > 0 && !closed) {
            PGNotification[] told = notifications.getNotifications((int) left);
            if (told != null && Arrays.stream(told).anyMatch(one -> one.getPID() != ownNotifier)) {
                return;
            }
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
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
