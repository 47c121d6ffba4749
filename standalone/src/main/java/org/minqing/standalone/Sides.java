package org.minqing.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.CommandService;
import org.minqing.log.LogTail;
import org.minqing.query.QueryService;
import org.minqing.standalone.account.Secrets;
import org.minqing.standalone.identity.IdentityService;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The three applications as they run beside each other: each with its own configuration file, ports and exclusions. */
final class Sides {
    private Sides() {}

    /**
     * What the sides share among each other; secrets are made anew at every start.
     *
     * @param tls null: plain HTTP
     */
    record Shared(
            String pages, String commandService, @Nullable Tls tls) {
        static Shared make(@Nullable Tls tls) {
            return new Shared(Secrets.secret(), Secrets.secret(), tls);
        }

        @Override
        public String toString() {
            return "Shared[...]";
        }
    }

    /** @param demonstration whether the accounts of the demonstration are made where there are none */
    static ConfigurableApplicationContext identity(
            DataDirectory directory, Ports ports, DatabaseAccess access, Shared shared, boolean demonstration) {
        return run(
                IdentityService.class,
                "identity",
                ports.identity(),
                null,
                shared.tls(),
                "minqing.identity.directory=" + directory.root(),
                "minqing.identity.issuer=" + ports.issuer(),
                "spring.datasource.url=" + access.url(),
                "spring.datasource.username=" + Role.IDENTITY.user(),
                "spring.datasource.password=" + access.password(Role.IDENTITY),
                "minqing.identity.demonstration=" + demonstration,
                "minqing.identity.query-url=" + ports.queryUrl(),
                "minqing.identity.pages-secret=" + shared.pages(),
                "minqing.identity.command-service-secret=" + shared.commandService(),
                "minqing.identity.resources=" + ports.queryUrl() + "," + ports.commandUrl(),
                "minqing.identity.pages-at=%1$s,%2$s"
                        .formatted(ports.queryUrl(), ports.queryUrl().replace("127.0.0.1", "localhost")));
    }

    /** @param tail which it shares with the others; null: one of its own */
    static ConfigurableApplicationContext command(
            DataDirectory directory, Ports ports, DatabaseAccess access, Shared shared, @Nullable LogTail tail) {
        return run(
                CommandService.class,
                "command",
                ports.command(),
                tail,
                shared.tls(),
                with(
                        service(directory, ports, access, Role.COMMAND),
                        "minqing.query-url=" + ports.queryUrl(),
                        "minqing.resource=" + ports.commandUrl(),
                        "minqing.introspection.client-id=command-service",
                        "minqing.introspection.client-secret=" + shared.commandService(),
                        "minqing.read-side.token-uri=" + ports.issuer() + "/oauth2/token",
                        "minqing.read-side.client-secret=" + shared.commandService()));
    }

    /** @param tail which it shares with the others; null: one of its own */
    static ConfigurableApplicationContext query(
            DataDirectory directory, Ports ports, DatabaseAccess access, Shared shared, @Nullable LogTail tail) {
        return run(
                QueryService.class,
                "query",
                ports.query(),
                tail,
                shared.tls(),
                with(
                        service(directory, ports, access, Role.QUERY),
                        "minqing.read.claim=2s",
                        "minqing.resource=" + ports.queryUrl(),
                        "minqing.introspection.client-id=pages",
                        "minqing.introspection.client-secret=" + shared.pages(),
                        "minqing.pages.secret=" + shared.pages(),
                        "minqing.pages.query-url=" + ports.queryUrl(),
                        "minqing.upkeep.username=" + Role.UPKEEP.user(),
                        "minqing.upkeep.password=" + access.password(Role.UPKEEP),
                        "minqing.pages.command-url=" + ports.commandUrl()));
    }

    private static List<String> service(DataDirectory directory, Ports ports, DatabaseAccess access, Role role) {
        return List.of(
                "spring.datasource.url=" + access.url(),
                "minqing.database.folder=" + directory.postgres(),
                "spring.datasource.username=" + role.user(),
                "spring.datasource.password=" + access.password(role),
                "minqing.keys-file=" + directory.masterKey(),
                "minqing.introspection.uri=" + ports.issuer() + "/oauth2/introspect",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ports.issuer(),
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + ports.issuer() + "/oauth2/jwks");
    }

    private static String[] with(List<String> settings, String... more) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext run(
            Class<?> application,
            String name,
            int port,
            @Nullable LogTail tail,
            @Nullable Tls tls,
            String... settings) {
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
        Stream<String> secure = tls == null ? Stream.of() : tls.settings().stream();
        String[] args = Stream.of(common, secure, Stream.of(settings))
                .flatMap(all -> all)
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
