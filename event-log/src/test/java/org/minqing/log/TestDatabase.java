package org.minqing.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database for a test, with the log's schema in it and not yet opened. All databases of a JVM share one PostgreSQL
 * that trusts whoever comes and does not wait for the disk; where durability is the question, give a server of its own.
 */
public final class TestDatabase implements AutoCloseable {
    public static final String OWNER = "minqing_owner";
    public static final String COMMAND = "minqing_command";
    public static final String QUERY = "minqing_query";
    public static final String UPKEEP = "minqing_upkeep";
    /** Any does: the server asks nobody. */
    public static final String PASSWORD = "trusted";

    private static final String TEMPLATE = "minqing_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final PostgresServer server;
    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private @Nullable DataSource owner;
    private @Nullable DataSource command;
    private @Nullable DataSource query;
    private @Nullable DataSource upkeep;

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A fresh database on the JVM's shared server. */
    public static synchronized TestDatabase create() {
        if (shared == null) {
            shared = PostgresServer.start();
        }
        return create(shared);
    }

    /** A fresh database on a server of one's own. */
    public static synchronized TestDatabase create(PostgresServer server) {
        try (HikariDataSource pool = pool(server.url("postgres"), "postgres", 1)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            boolean first = jdbc.sql("select not exists (select from pg_database where datname = ?)")
                    .param(TEMPLATE)
                    .query(Boolean.class)
                    .single();
            if (first) {
                jdbc.sql("create role " + OWNER + " login createrole").update();
                jdbc.sql("create role " + COMMAND + " login").update();
                jdbc.sql("create role " + QUERY + " login").update();
                jdbc.sql("create role " + UPKEEP + " login").update();
                for (String role : List.of(OWNER, COMMAND, QUERY, UPKEEP)) {
                    jdbc.sql("alter role " + role + " set search_path = pg_catalog, pg_temp")
                            .update();
                }
                jdbc.sql("create database " + TEMPLATE + " owner " + OWNER).update();
                try (HikariDataSource template = pool(server.url(TEMPLATE), OWNER, 2)) {
                    LogSchema.migrate(template);
                }
            }
            String name = "test_" + COUNT.incrementAndGet();
            jdbc.sql("create database " + name + " template " + TEMPLATE + " owner " + OWNER)
                    .update();
            return new TestDatabase(server, name);
        }
    }

    public PostgresServer server() {
        return server;
    }

    public String name() {
        return name;
    }

    /** {@code jdbc:postgresql://127.0.0.1:<port>/<name>}; users are {@link #OWNER}, {@link #COMMAND}, {@link #QUERY}, {@link #UPKEEP}. */
    public String url() {
        return server.url(name);
    }

    /** Owns the database: for migrations. At most 8 connections. */
    public synchronized DataSource owner() {
        return owner == null ? owner = pool(OWNER, 8) : owner;
    }

    /** What command-service is. At most 8 connections. */
    public synchronized DataSource command() {
        return command == null ? command = pool(COMMAND, 8) : command;
    }

    /** What query-service is. At most 8 connections. */
    public synchronized DataSource query() {
        return query == null ? query = pool(QUERY, 8) : query;
    }

    /** What writes the read models. At most 8 connections. */
    public synchronized DataSource upkeep() {
        return upkeep == null ? upkeep = pool(UPKEEP, 8) : upkeep;
    }

    /** Another pool, closed with this database. */
    public synchronized DataSource pool(String user, int connections) {
        HikariDataSource pool = pool(url(), user, connections);
        pools.add(pool);
        return pool;
    }

    /** Closes the pools and drops the database, whoever is still connected. */
    @Override
    public synchronized void close() {
        pools.forEach(HikariDataSource::close);
        try (HikariDataSource admin = pool(server.url("postgres"), "postgres", 1)) {
            JdbcClient.create(admin)
                    .sql("drop database if exists " + name + " with (force)")
                    .update();
        }
    }

    private static HikariDataSource pool(String url, String user, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
