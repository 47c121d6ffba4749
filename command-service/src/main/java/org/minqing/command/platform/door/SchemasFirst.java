package org.minqing.command.platform.door;

import javax.sql.DataSource;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.command.platform.history.LookupSchema;
import org.minqing.command.platform.policy.PolicySchema;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.ReadingSchema;
import org.minqing.log.LogSchema;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the schemas {@code log}, {@code keys}, {@code attachment}, {@code reading}, {@code policy} and {@code lookup} up to date as the database's owner, if one is given, and opens the log,
 * as soon as there is a data source and before anything else gets it.
 */
final class SchemasFirst implements BeanPostProcessor {
    private final Environment environment;

    SchemasFirst(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource command) {
            String owner = environment.getProperty("minqing.owner.username");
            if (owner != null) {
                DataSource asOwner = new DriverManagerDataSource(
                        environment.getRequiredProperty("spring.datasource.url"),
                        owner,
                        environment.getProperty("minqing.owner.password", ""));
                LogSchema.migrate(asOwner);
                KeysSchema.migrate(asOwner);
                AttachmentSchema.migrate(asOwner);
                ReadingSchema.migrate(asOwner);
                PolicySchema.migrate(asOwner);
                LookupSchema.migrate(asOwner);
            }
            LogSchema.open(command);
        }
        return bean;
    }
}
