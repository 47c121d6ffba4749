package org.minqing.standalone;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.command.platform.history.LookupSchema;
import org.minqing.command.platform.policy.PolicySchema;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.ReadingSchema;
import org.minqing.log.ClockMode;
import org.minqing.log.DatabaseSockets;
import org.minqing.log.LogSchema;
import org.minqing.log.LogTail;
import org.minqing.standalone.account.AccountSchema;
import org.minqing.standalone.demonstration.Year;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The log's beginning: its schema, its clock, and the demonstration if it is to have one. */
final class Beginning {
    private final DatabaseAccess access;
    private final Story story;
    private ClockMode clock = ClockMode.SYSTEM;

    Beginning(DatabaseAccess access, Story story) {
        this.access = access;
        this.story = story;
    }

    /** Before any service looks at the log: from here on it is clear whether its clock is simulated. */
    void open() {
        LogSchema.migrate(as(Role.OWNER));
        KeysSchema.migrate(as(Role.OWNER));
        AttachmentSchema.migrate(as(Role.OWNER));
        ReadingSchema.migrate(as(Role.OWNER));
        PolicySchema.migrate(as(Role.OWNER));
        LookupSchema.migrate(as(Role.OWNER));
        AccountSchema.migrate(as(Role.OWNER));
        DataSource command = as(Role.COMMAND);
        clock = story == Story.NONE ? LogSchema.open(command) : LogSchema.openSimulated(command, Year.OPENED);
    }

    /** Whether the demonstration is in the log, or is to come. */
    boolean demonstrates() {
        return clock == ClockMode.SIMULATED;
    }

    /** Along the log that was opened. */
    LogTail tail() {
        var listening = new HikariDataSource(); // its settings are read, and no pool is ever made
        listening.setJdbcUrl(access.url());
        listening.setUsername(Role.QUERY.user());
        listening.setPassword(access.password(Role.QUERY));
        listening.addDataSourceProperty("socketFactory", DatabaseSockets.class.getName());
        return new LogTail(listening);
    }

    /** Loads what the simulation still lacks. A load once begun is finished, also without being asked for again. */
    void load(ApplicationContext commandSide) {
        if (clock == ClockMode.SIMULATED) {
            LauncherConsole.that("正在装入演示年度", "loading the demonstration year");
            if (story == Story.BEGINNING_OF_THE_YEAR) {
                Year.begin(commandSide);
            } else {
                Year.load(commandSide);
            }
        }
    }

    private DataSource as(Role role) {
        return new DriverManagerDataSource(access.url(), role.user(), access.password(role));
    }
}
