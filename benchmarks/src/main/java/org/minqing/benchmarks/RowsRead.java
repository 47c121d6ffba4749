package org.minqing.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database has read for a question: rows of tables read whole, entries of indexes, and buffers of 8 KiB. As long as it counts,
 * whoever gives a connection back has first told the server's counters what was read on it.
 */
final class RowsRead {
    private volatile boolean counting;

    /**
     * So much since the last time.
     *
     * @param rows by table
     */
    record Count(Map<String, Long> rows, long buffers) {
        long all() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        Count minus(Count before) {
            Map<String, Long> more = new HashMap<>();
            rows.forEach((table, now) -> {
                long grown = now - before.rows.getOrDefault(table, 0L);
                if (grown > 0) {
                    more.put(table, grown);
                }
            });
            return new Count(more, buffers - before.buffers);
        }
    }

    void counting(boolean on) {
        counting = on;
    }

    /** Of all tables but those where the tail looks for news. */
    static Count now(JdbcClient jdbc) {
        Map<String, Long> rows = new HashMap<>();
        long[] buffers = {0};
        jdbc.sql("""
                        select t.schemaname || '.' || t.relname,
                               coalesce(t.seq_tup_read, 0) + coalesce((select sum(i.idx_tup_read) from pg_stat_all_indexes i where i.relid = t.relid), 0),
                               coalesce(b.heap_blks_read, 0) + coalesce(b.heap_blks_hit, 0) + coalesce(b.idx_blks_read, 0)
                               + coalesce(b.idx_blks_hit, 0) + coalesce(b.toast_blks_read, 0) + coalesce(b.toast_blks_hit, 0)
                               + coalesce(b.tidx_blks_read, 0) + coalesce(b.tidx_blks_hit, 0)
                        from pg_stat_all_tables t join pg_statio_all_tables b using (relid)
                        where t.schemaname in ('read', 'log', 'keys', 'attachment')
                          and t.relname not in ('head', 'checkpoint', 'installation', 'reading')
                        """).query(row -> {
            rows.put(row.getString(1), row.getLong(2));
            buffers[0] += row.getLong(3);
        });
        return new Count(rows, buffers[0]);
    }

    /** Makes every connection of the application tell, while this counts. */
    BeanPostProcessor telling() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource source ? new Telling(source) : bean;
            }
        };
    }

    private final class Telling extends HikariDataSource {
        Telling(HikariDataSource settings) {
            settings.copyStateTo(this);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (counting && method.getName().equals("close")) {
                            tell(connection);
                        }
                        try {
                            return method.invoke(connection, args);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }

    private static void tell(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
        }
    }
}
