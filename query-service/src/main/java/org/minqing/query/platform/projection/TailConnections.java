package org.minqing.query.platform.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The tail's own connections: however many questions wait for theirs, it goes on. */
final class TailConnections implements AutoCloseable {
    private static final int CONNECTIONS = 3;

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
        this.pool = new HikariDataSource(config);
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
