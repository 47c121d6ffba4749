package org.minqing.standalone;

import javax.sql.DataSource;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.command.platform.policy.PolicySchema;
import org.minqing.keys.KeysSchema;
import org.minqing.log.ClockMode;
import org.minqing.log.LogSchema;
import org.minqing.standalone.demonstration.Year;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The log's beginning: its schema, its clock, and the demonstration year if it is to have one. */
final class Beginning {
    private final DatabaseAccess access;
    private final boolean demonstration;
    private ClockMode clock = ClockMode.SYSTEM;

    Beginning(DatabaseAccess access, boolean demonstration) {
        this.access = access;
        this.demonstration = demonstration;
    }

    /** Before any service looks at the log: from here on it is clear whether its clock is simulated. */
    void open() {
        LogSchema.migrate(as(Role.OWNER));
        KeysSchema.migrate(as(Role.OWNER));
        AttachmentSchema.migrate(as(Role.OWNER));
        PolicySchema.migrate(as(Role.OWNER));
        DataSource command = as(Role.COMMAND);
        clock = demonstration ? LogSchema.openSimulated(command, Year.OPENED) : LogSchema.open(command);
    }

    /** Loads what the simulation still lacks. A load once begun is finished, also without being asked for again. */
    void load(ApplicationContext commandSide) {
        if (clock == ClockMode.SIMULATED) {
            LauncherConsole.that("正在装入演示年度", "loading the demonstration year");
            Year.load(commandSide);
        }
    }

    private DataSource as(Role role) {
        return new DriverManagerDataSource(access.url(), role.user(), access.password(role));
    }
}
