package org.minqing.query.platform.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The tail's own connections: however many questions wait for theirs, it goes on. */
final class TailConnections implements AutoCloseable {
    private static final int CONNECTIONS = 3;

    /**
     * The tail asks for some entities of many, always by an index, and the same again and again: a plan for that is made once, and is right
     * also where it was made while the tables were small.
     */
    private static final String LOOK_UP = "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;"
            + " set plan_cache_mode = force_generic_plan";

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

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
