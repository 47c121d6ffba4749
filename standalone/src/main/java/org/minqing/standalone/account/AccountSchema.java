package org.minqing.standalone.account;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Making schema {@code identity} and its role {@code minqing_identity}; may be repeated. */
public final class AccountSchema {
    private AccountSchema() {}

    /** @param owner owns the database; needs CREATEROLE if the role is missing */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("identity")
                .locations("classpath:db/identity")
                .load()
                .migrate();
    }
}
