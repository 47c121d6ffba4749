package org.minqing.standalone.demonstration;

import java.time.Instant;
import javax.sql.DataSource;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.log.LogSchema;
import org.minqing.standalone.DemonstrationLoader;
import org.springframework.context.ApplicationContext;

/** The year a municipal office linked its 52 cadres to 214 households of 水田, and the recoding of 2016. */
public final class DemonstrationYear implements DemonstrationLoader {
    @Override
    public Instant beginsAt() {
        return Year.OPENED;
    }

    @Override
    public void load(ApplicationContext commandSide) {
        new Loading(commandSide.getBean(CommandDesk.class)::take).run(Year.script());
        LogSchema.endSimulation(commandSide.getBean(DataSource.class));
    }
}
