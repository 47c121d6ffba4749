package org.minqing.standalone.demonstration;

import java.nio.file.Path;
import org.minqing.command.CommandService;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.log.LogSchema;
import org.minqing.log.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command side alone, on a database of its own whose log was opened for the demonstration. */
final class CommandSide implements AutoCloseable {
    private final TestDatabase database = TestDatabase.create();
    private final ConfigurableApplicationContext context;

    CommandSide(Path folder) {
        LogSchema.openSimulated(database.command(), Year.OPENED);
        context = new SpringApplicationBuilder(CommandService.class)
                .run(
                        "--spring.config.name=command",
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.COMMAND,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--minqing.owner.username=" + TestDatabase.OWNER,
                        "--minqing.owner.password=" + TestDatabase.PASSWORD,
                        "--minqing.keys-file=" + folder.resolve("master.key"),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1",
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/jwks");
    }

    CommandDesk desk() {
        return context.getBean(CommandDesk.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
