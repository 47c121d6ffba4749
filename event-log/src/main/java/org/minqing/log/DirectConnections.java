package org.minqing.log;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;

/**
 * Connections outside the pool, for what holds one as long as the process lives: the appender, the listener, the
 * notifier. A pool of four must have four left for its users.
 */
final class DirectConnections {
    private final DataSource dataSource;

    DirectConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The server that they go to. */
    DatabaseSockets.Server server() {
        try {
            String url = dataSource.isWrapperFor(HikariDataSource.class)
                    ? dataSource.unwrap(HikariDataSource.class).getJdbcUrl()
                    : null;
            Properties parsed = url == null ? null : Driver.parseURL(url, new Properties());
            return DatabaseSockets.server(parsed == null ? new Properties() : parsed);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param socketTimeoutSeconds after which silence of the server counts as a lost connection */
    Connection open(String purpose, int socketTimeoutSeconds) throws SQLException {
        if (!dataSource.isWrapperFor(HikariDataSource.class)) {
            return dataSource.getConnection();
        }
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        properties.setProperty("ApplicationName", "minqing " + purpose);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", String.valueOf(socketTimeoutSeconds));
        properties.setProperty("prepareThreshold", "1");
        Connection connection = new Driver().connect(pool.getJdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL: " + pool.getJdbcUrl());
        }
        return connection;
    }
}
