package org.minqing.keys;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code reading}: who was shown personal data. May be repeated. */
public final class ReadingSchema {
    private ReadingSchema() {}

    /** @param owner owns the database; the log's schema, which makes the roles, comes first */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("reading")
                .locations("classpath:db/reading")
                .load()
                .migrate();
    }
}
