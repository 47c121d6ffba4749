package org.minqing.command.platform.history;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code lookup}; may be repeated. */
public final class LookupSchema {
    private LookupSchema() {}

    /** @param owner owns the database; the log's schema, which makes the roles, comes first */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("lookup")
                .locations("classpath:db/lookup")
                .load()
                .migrate();
    }
}
