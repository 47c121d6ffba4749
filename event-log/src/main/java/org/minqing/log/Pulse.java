package org.minqing.log;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks the database for a sign of life, on a connection of its own. A question may take long, silence may not: once there is no sign,
 * every connection of this process is given up, so that whoever waits on one is told within seconds, however long his question was allowed.
 */
public final class Pulse implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final DirectConnections connections;
    private final DatabaseSockets.Server server;
    private final Duration silence;
    private final Thread thread = new Thread(this::run, "minqing-pulse");
    private volatile boolean closed;
    private volatile Health health = Health.unknown().build();

    /** @param silence whole seconds without a sign after which nobody waits any longer */
    public Pulse(DataSource dataSource, Duration silence) {
        this.connections = new DirectConnections(dataSource);
        this.server = connections.server();
        this.silence = silence;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.open("pulse", Math.toIntExact(silence.toSeconds()))) {
                while (!closed) {
                    ask(connection);
                    Thread.sleep(EVERY);
                }
            } catch (SQLException e) {
                missed(e);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        health = Health.up().build();
        if (server.answers()) {
            LOGGER.warn("the database answers again");
        }
    }

    /** DOWN since the database last refused or gave no sign. Costs no question: it is asked all the time. */
    Health health() {
        return health;
    }

    /** A server that refuses is away, and says so to everybody by itself. */
    private void missed(SQLException failure) {
        health = Health.down()
                .withDetail("reason", timedOut(failure) ? "silent" : "away")
                .withDetail("state", String.valueOf(failure.getSQLState()))
                .build();
        if (timedOut(failure) && server.giveUp()) {
            LOGGER.error(
                    "the database has given no sign for {} s: all that waits for it is given up", silence.toSeconds());
        }
    }

    private static boolean timedOut(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
