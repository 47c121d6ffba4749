package org.minqing.query.platform.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The tail's own connections: however many questions wait for theirs, it goes on. */
final class TailConnections implements AutoCloseable {
    private static final int CONNECTIONS = 3;

    /**
     * The tail asks for some entities of many, always by an index, and the same again and again: a plan for that is made once, and is right
     * also where it was made while the tables were small.
     */
    private static final String LOOK_UP = lookUp("set");

    private final HikariDataSource pool;

    TailConnections(DataSource questions) {
        if (!(questions instanceof HikariDataSource shared)) {
            throw new IllegalStateException("the service's DataSource is a HikariDataSource");
        }
        HikariConfig config = new HikariConfig();
        shared.copyStateTo(config);
        config.setPoolName("minqing-projection");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(LOOK_UP);
        this.pool = new HikariDataSource(config);
    }

    /** For the rest of a transaction. */
    static void lookUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(lookUp("set local"));
        }
    }

    private static String lookUp(String set) {
        return Stream.of(
                        "enable_seqscan = off",
                        "enable_hashjoin = off",
                        "enable_mergejoin = off",
                        "plan_cache_mode = force_generic_plan")
                .map(setting -> set + " " + setting)
                .collect(Collectors.joining("; "));
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
