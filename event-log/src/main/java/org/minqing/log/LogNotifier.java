package org.minqing.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that the log has grown: after the commit and never inside it, because a NOTIFY in the appending
 * transaction halves its rate; one for all that was appended within some milliseconds. A lost one costs its readers the
 * 100 ms until they ask by themselves.
 */
final class LogNotifier implements AutoCloseable {
    private static final int COALESCE_MILLIS = 3;
    private static final Logger LOGGER = LoggerFactory.getLogger(LogNotifier.class);

    private final DirectConnections connections;
    private final LogTail tail;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "minqing-log-notifier");
    private volatile boolean closed;

    LogNotifier(DirectConnections connections, LogTail tail) {
        this.connections = connections;
        this.tail = tail;
        thread.setDaemon(true);
        thread.start();
    }

    void appended() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.open("log notifier", 10);
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                tail.notifiedBy(connection.unwrap(PGConnection.class).getBackendPID());
                statement.execute("set synchronous_commit = off");
                while (!closed) {
                    news.acquire();
                    news.drainPermits();
                    statement.execute("notify " + LogTail.CHANNEL);
                    Thread.sleep(COALESCE_MILLIS);
                }
            } catch (SQLException e) {
                tail.notifiedBy(0);
                LOGGER.debug("notifying failed, trying again", e);
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stop) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
