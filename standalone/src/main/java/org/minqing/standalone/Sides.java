package org.minqing.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.CommandService;
import org.minqing.log.LogTail;
import org.minqing.query.QueryService;
import org.minqing.standalone.identity.Demonstration;
import org.minqing.standalone.identity.IdentityService;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The three applications as they run beside each other: each with its own configuration file, ports and exclusions. */
final class Sides {
    private Sides() {}

    /** What the sides share among each other, made anew at every start. */
    record Secrets(String pages, String commandService) {
        static Secrets make() {
            return new Secrets(Demonstration.secret(), Demonstration.secret());
        }

        @Override
        public String toString() {
            return "Secrets[...]";
        }
    }

    static ConfigurableApplicationContext identity(DataDirectory directory, Ports ports, Secrets secrets) {
        return run(
                IdentityService.class,
                "identity",
                ports.identity(),
                null,
                "minqing.identity.directory=" + directory.root(),
                "minqing.identity.issuer=" + ports.issuer(),
                "minqing.identity.pages-secret=" + secrets.pages(),
                "minqing.identity.command-service-secret=" + secrets.commandService(),
                "minqing.identity.pages-at=http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(ports.query()));
    }

    /** @param tail which it shares with the others; null: one of its own */
    static ConfigurableApplicationContext command(
            DataDirectory directory, Ports ports, DatabaseAccess access, Secrets secrets, @Nullable LogTail tail) {
        return run(
                CommandService.class,
                "command",
                ports.command(),
                tail,
                with(
                        service(directory, ports, access, Role.COMMAND),
                        "minqing.query-url=" + ports.queryUrl(),
                        "minqing.read-side.token-uri=" + ports.issuer() + "/oauth2/token",
                        "minqing.read-side.client-secret=" + secrets.commandService()));
    }

    /** @param tail which it shares with the others; null: one of its own */
    static ConfigurableApplicationContext query(
            DataDirectory directory, Ports ports, DatabaseAccess access, Secrets secrets, @Nullable LogTail tail) {
        return run(
                QueryService.class,
                "query",
                ports.query(),
                tail,
                with(
                        service(directory, ports, access, Role.QUERY),
                        "minqing.read.claim=2s",
                        "minqing.upkeep.username=" + Role.UPKEEP.user(),
                        "minqing.upkeep.password=" + access.password(Role.UPKEEP),
                        "minqing.pages.secret=" + secrets.pages(),
                        "minqing.pages.command-url=" + ports.commandUrl()));
    }

    private static List<String> service(DataDirectory directory, Ports ports, DatabaseAccess access, Role role) {
        return List.of(
                "spring.datasource.url=" + access.url(),
                "spring.datasource.username=" + role.user(),
                "spring.datasource.password=" + access.password(role),
                "minqing.keys-file=" + directory.masterKey(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ports.issuer(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + ports.issuer() + "/oauth2/jwks");
    }

    private static String[] with(List<String> settings, String... more) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext run(
            Class<?> application, String name, int port, @Nullable LogTail tail, String... settings) {
        Stream<String> common = Stream.of(
                "spring.config.name=" + name,
                // A file of that name in whatever folder this was started from is none of ours.
                "spring.config.location=optional:classpath:/",
                "server.port=" + port,
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "spring.jmx.enabled=false",
                "spring.application.admin.enabled=false",
                "spring.lifecycle.timeout-per-shutdown-phase=10s");
        String[] args = Stream.concat(common, Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .initializers(context -> {
                    if (tail != null) {
                        context.getBeanFactory().registerSingleton(LogTail.BEAN, tail);
                    }
                })
                .run(args);
    }
}
