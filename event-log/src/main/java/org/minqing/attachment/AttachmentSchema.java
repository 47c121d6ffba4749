package org.minqing.attachment;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code attachment}; may be repeated. */
public final class AttachmentSchema {
    private AttachmentSchema() {}

    /** @param owner owns the database; the log's schema, which makes the roles, comes first */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("attachment")
                .locations("classpath:db/attachment")
                .load()
                .migrate();
    }
}
