package org.minqing.query.platform.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Connections of the role that keeps the read models, which those who ask do not have: however many questions wait for theirs, it goes on. */
final class TailConnections implements AutoCloseable {
    private static final int CONNECTIONS = 3;

    /**
     * The tail asks for some entities of many, always by an index, and the same again and again: a plan for that is made once, and is right
     * also where it was made while the tables were small.
     */
    private static final String LOOK_UP = lookUp("set");

    /** More than any rebuild uses; none is opened before one begins. */
    private static final int OF_A_REBUILD = 16;

    private final HikariDataSource pool;
    private final HikariDataSource rebuild;

    TailConnections(DataSource questions, String user, String password) {
        if (!(questions instanceof HikariDataSource shared)) {
            throw new IllegalStateException("the service's DataSource is a HikariDataSource");
        }
        HikariConfig config = new HikariConfig();
        shared.copyStateTo(config);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("minqing-rebuild");
        config.setMaximumPoolSize(OF_A_REBUILD);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        this.rebuild = new HikariDataSource(config);
        ReadSchema.migrate(rebuild);
        HikariConfig own = new HikariConfig();
        rebuild.copyStateTo(own);
        own.setPoolName("minqing-projection");
        own.setMaximumPoolSize(CONNECTIONS);
        own.setMinimumIdle(1);
        own.setInitializationFailTimeout(shared.getInitializationFailTimeout());
        own.setConnectionInitSql(LOOK_UP);
        this.pool = new HikariDataSource(own);
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

    DataSource ofRebuild() {
        return rebuild;
    }

    @Override
    public void close() {
        rebuild.close();
        pool.close();
    }
}
