package org.minqing.command.platform.policy;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code policy}; may be repeated. */
public final class PolicySchema {
    private PolicySchema() {}

    /** @param owner owns the database; the log's schema, which makes the roles, comes first */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("policy")
                .locations("classpath:db/policy")
                .load()
                .migrate();
    }
}
