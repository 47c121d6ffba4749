package org.minqing.keys;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code keys}; may be repeated. */
public final class KeysSchema {
    private KeysSchema() {}

    /** @param owner owns the database; the log's schema, which makes the roles, comes first */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("keys")
                .locations("classpath:db/keys")
                .load()
                .migrate();
    }
}
