package org.minqing.standalone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.minqing.standalone.FreePorts;
import org.minqing.standalone.Shell;
import org.minqing.standalone.compose.ComposeFile.Service;
import org.minqing.standalone.compose.ImageFile.Stage;
import org.minqing.standalone.postgres.DatabaseAccess;
import org.minqing.standalone.postgres.DatabaseAccess.Role;
import org.minqing.standalone.postgres.PostgresServer;

/**
 * What {@code docker compose up} would start, without containers: the jars that were built, as processes, with the command,
 * environment and order of {@code docker-compose.yml} and {@code Dockerfile}. Only in values are names of hosts turned into
 * loopback, and paths of volumes into folders here.
 */
final class Composition implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int STOPS_WITHIN_SECONDS = 30;

    /** Where docker-compose.yml lies, with a {@code .env} that {@code docker/secrets} made. */
    final Path folder;

    final int query = FreePorts.first(4);
    final int command = query + 1;
    final int identity = query + 2;
    private final int postgres = query + 3;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    Composition(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path project = Shell.project();
        for (String file : List.of("docker-compose.yml", "Dockerfile", "docker/secrets", "docker/roles.sql")) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(project.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThat(new Shell(folder, Map.of()).run("docker/secrets").status()).isZero();
    }

    private Map<String, String> ports() {
        return Map.of(
                "QUERY_PORT", String.valueOf(query),
                "COMMAND_PORT", String.valueOf(command),
                "IDENTITY_PORT", String.valueOf(identity),
                "POSTGRES_PORT", String.valueOf(postgres));
    }

    void up() throws Exception {
        ComposeFile compose = ComposeFile.read(folder.resolve("docker-compose.yml"), ports());
        ImageFile images = ImageFile.read(folder.resolve("Dockerfile"));
        List<String> hosts = List.copyOf(compose.services().keySet());
        for (Service service : compose.inOrder()) {
            if (service.target() == null) {
                database(service);
            } else {
                container(service, Objects.requireNonNull(images.stages().get(service.target())), hosts);
            }
        }
    }

    /** As the image postgres:18 makes it: an administrator, an empty database, and the script run in it once. */
    private void database(Service service) throws Exception {
        PostgresServer server = PostgresServer.start(folder.resolve("postgres"), postgres);
        running.push(server);
        String admin = Objects.requireNonNull(service.environment().get("POSTGRES_USER"));
        String name = Objects.requireNonNull(service.environment().get("POSTGRES_DB"));
        assertThat(admin).isEqualTo(Role.ADMIN.user());
        assertThat(service.environment()).containsEntry("PGPORT", String.valueOf(postgres));
        try (Connection connection = connect(server.access(), "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + DatabaseAccess.DATABASE);
            for (Role role : List.of(Role.OWNER, Role.COMMAND, Role.QUERY, Role.UPKEEP, Role.IDENTITY)) {
                statement.execute("drop role " + role.user());
            }
            statement.execute("create database " + name);
        }
        try (Connection connection = connect(server.access(), name)) {
            RolesScript.run(folder.resolve("docker/roles.sql"), service.environment(), connection);
        }
    }

    private Connection connect(DatabaseAccess access, String database) throws Exception {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, postgres, database);
        return DriverManager.getConnection(url, Role.ADMIN.user(), access.password(Role.ADMIN));
    }

    private void container(Service service, Stage stage, List<String> hosts) throws Exception {
        Path app = unpacked(Objects.requireNonNull(stage.module()));
        Path home = Files.createDirectories(
                volume(service.volumes().keySet().iterator().next()));
        List<String> line = new ArrayList<>();
        stage.entrypoint().forEach(word -> line.add(word.replace("/app/", app + "/")));
        line.set(0, program(line.getFirst()));
        Path log = folder.resolve(service.name() + ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(stage.environment());
        service.environment().forEach((name, value) -> builder.environment().put(name, here(value, service, hosts)));
        Process process = builder.start();
        running.push(() -> stop(process));
        healthy(service, process, log);
    }

    /** {@code docker compose exec identity minqing ...} */
    Shell.Said operator(String... words) throws Exception {
        Map<String, String> environment = new HashMap<>();
        ComposeFile compose = ComposeFile.read(folder.resolve("docker-compose.yml"), ports());
        Service service = Objects.requireNonNull(compose.services().get("identity"));
        List<String> hosts = List.copyOf(compose.services().keySet());
        service.environment().forEach((name, value) -> environment.put(name, here(value, service, hosts)));
        Stage stage = Objects.requireNonNull(
                ImageFile.read(folder.resolve("Dockerfile")).stages().get("identity"));
        List<String> line = new ArrayList<>(List.of(
                program("java"),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                unpacked(Objects.requireNonNull(stage.module()))
                        .resolve("app.jar")
                        .toString(),
                "org.minqing.standalone.operator.Operator"));
        line.addAll(List.of(words));
        return new Shell(folder, environment).run(line);
    }

    private String here(String value, Service service, List<String> hosts) {
        String here = value.replace("0.0.0.0", LOOPBACK);
        for (String host : hosts) {
            here = here.replace("//" + host + ":", "//" + LOOPBACK + ":");
        }
        for (var volume : service.volumes().entrySet()) {
            here = here.replace(volume.getValue(), volume(volume.getKey()).toString());
        }
        return here;
    }

    /** The folder that stands for a named volume; who names the same one sees the same files. */
    Path volume(String name) {
        return folder.resolve("volumes").resolve(name);
    }

    private Path unpacked(String module) throws IOException, InterruptedException {
        Path app = folder.resolve("app").resolve(module);
        if (Files.notExists(app)) {
            try (Stream<Path> built = Files.list(Shell.project().resolve(module).resolve("target"))) {
                Path jar = built.filter(file -> file.toString().endsWith("-boot.jar"))
                        .findFirst()
                        .orElseThrow();
                var extract = List.of("-jar", jar.toString(), "extract", "--application-filename", "app.jar");
                List<String> line = new ArrayList<>(List.of(program("java"), "-Djarmode=tools"));
                line.addAll(extract);
                line.addAll(List.of("--destination", app.toString()));
                Shell.Said said = new Shell(folder, Map.of()).run(line);
                assertThat(said.status()).as(said.toString()).isZero();
            }
        }
        return app;
    }

    private static String program(String name) {
        assertThat(name).isEqualTo("java");
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Asked as Compose asks, by the program in the image. */
    private static void healthy(Service service, Process process, Path log) {
        List<String> check = new ArrayList<>(service.health());
        assertThat(check.getFirst()).isEqualTo("healthy");
        check.set(0, Shell.project().resolve("docker/healthy").toString());
        var shell = new Shell(log.getParent(), new HashMap<>());
        Awaitility.await(service.name() + " is healthy; " + log)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .failFast(service.name() + " has ended; " + log, () -> !process.isAlive())
                .until(() -> shell.run(check).status() == 0);
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
