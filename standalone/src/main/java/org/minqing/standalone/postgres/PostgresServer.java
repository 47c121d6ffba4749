package org.minqing.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.minqing.standalone.PrivateFile;
import org.minqing.standalone.postgres.DatabaseAccess.Role;

/**
 * A PostgreSQL whose data, programs and passwords live in one folder, answering on 127.0.0.1 alone. Durable: fsync and
 * synchronous commit are on. The server is no child of this process (Ctrl-C must not reach it before the services have
 * stopped), so it outlives a SIGKILL; the next start stops what was left and begins anew, so there are never two.
 */
public final class PostgresServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;
    private static final int LEFTOVER_TRIES = 40;

    private final Path folder;
    private final Path data;
    private final Binaries binaries;
    private final Unprivileged runner;
    private DatabaseAccess access = new DatabaseAccess(0, Map.of());

    private PostgresServer(Path folder, Binaries binaries, Unprivileged runner) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.binaries = binaries;
        this.runner = runner;
    }

    /** Starts the server of a folder, making it on first use; the database and roles stand when this returns. */
    public static PostgresServer start(Path folder, int port) throws IOException {
        PostgresServer server = open(folder);
        server.access = DatabaseAccess.in(folder, port);
        server.stopLeftover();
        server.makeCluster();
        server.configure();
        server.launch();
        Roles.ensure(server.access);
        return server;
    }

    /** Stops a server that outlived its process; says whether there was one. */
    public static boolean stopLeftover(Path folder) throws IOException {
        if (new Postmaster(folder.resolve("data")).running().isEmpty()) {
            return false;
        }
        return open(folder).stopLeftover();
    }

    public DatabaseAccess access() {
        return access;
    }

    Path folder() {
        return folder;
    }

    public boolean running() throws IOException {
        return new Postmaster(data).running().isPresent();
    }

    /** Starts the server again after it died by itself. */
    public void revive() throws IOException {
        launch();
    }

    @Override
    public void close() throws IOException {
        stopLeftover();
    }

    private static PostgresServer open(Path folder) throws IOException {
        refuseOddNames(folder);
        Unprivileged runner = Unprivileged.find();
        Folders.make(folder, "rwx------");
        if (runner.otherUser()) {
            Folders.letPass(folder);
            Folders.letPass(folder.toAbsolutePath().getParent());
        }
        Binaries binaries = Binaries.in(folder);
        runner = runner.reaching(Path.of(binaries.program("postgres")));
        return new PostgresServer(folder, binaries, runner);
    }

    private static void refuseOddNames(Path folder) {
        if (folder.toString().matches("(?s).*[\"$`\\\\\\n\\r].*")) {
            throw new PostgresUnavailable(
                    "目录名中不能有引号、$、反引号、反斜杠或换行：" + folder,
                    "The folder's name must not hold quotes, $, backticks, backslashes or line breaks: " + folder);
        }
    }

    private boolean stopLeftover() throws IOException {
        var postmaster = new Postmaster(data);
        if (postmaster.running().isEmpty()) {
            return false;
        }
        var stopped = control("stop", "-m", "fast");
        if (!stopped.ok()) {
            stopped = control("stop", "-m", "immediate");
        }
        if (!stopped.ok() && postmaster.running().isPresent()) {
            throw new PostgresUnavailable(
                    "停不下仍在运行的 PostgreSQL：" + stopped.output(),
                    "A PostgreSQL still running could not be stopped: " + stopped.output());
        }
        return true;
    }

    /** Made beside and then renamed: a first start cut short leaves nothing that looks finished. */
    private void makeCluster() throws IOException {
        Path logs = Folders.make(folder.resolve("log"), "rwx------");
        if (runner.root()) {
            Folders.give(data, runner.uid(), runner.gid());
            Folders.give(logs, runner.uid(), runner.gid());
        }
        if (Files.exists(data)) {
            return;
        }
        Path workshop = folder.resolve("making");
        Folders.delete(workshop);
        Folders.make(workshop, "rwx------");
        Path password = workshop.resolve("password");
        PrivateFile.write(password, access.password(Role.ADMIN));
        if (runner.root()) {
            Folders.give(workshop, runner.uid(), runner.gid());
            Files.setAttribute(password, "unix:uid", runner.uid());
        }
        Path cluster = workshop.resolve("data");
        var made = Programs.run(
                runner.command(List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + cluster,
                        "--username=" + Role.ADMIN.user(),
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")),
                PATIENCE_SECONDS);
        if (!made.ok()) {
            throw new PostgresUnavailable("建库失败：" + made.output(), "initdb failed: " + made.output());
        }
        Files.move(cluster, data, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(workshop);
    }

    /** Written anew at each start: what this program relies on cannot drift. */
    private void configure() throws IOException {
        write("postgresql.conf", """
                # Written by minqing at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = scram-sha-256
                max_connections = 60
                shared_buffers = 64MB
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_line_prefix = '%%m [%%p] %%u '
                """.formatted(access.port()));
        write("pg_hba.conf", """
                # Written by minqing at each start.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        PrivateFile.write(file, text);
        if (runner.root()) {
            Folders.give(file, runner.uid(), runner.gid());
        }
    }

    private void launch() throws IOException {
        var postmaster = new Postmaster(data);
        var started = new Programs.Outcome(-1, "");
        for (int tries = 0; tries < LEFTOVER_TRIES; tries++) {
            postmaster.forgetDead();
            started = control("start", "-l", log().toString());
            if (started.ok()) {
                return;
            }
            // Backends of a killed server leave within moments; until then its shared memory is in use.
            if (!lastWords().contains("shared memory block")) {
                break;
            }
            LockSupport.parkNanos(250_000_000);
        }
        throw new PostgresUnavailable(
                "PostgreSQL 没能启动：%s%n%s".formatted(started.output(), lastWords()),
                "PostgreSQL did not start: %s%n%s".formatted(started.output(), lastWords()));
    }

    private Programs.Outcome control(String action, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                binaries.program("pg_ctl"), action, "--pgdata=" + data, "--wait", "--timeout=" + PATIENCE_SECONDS));
        command.addAll(List.of(more));
        return Programs.run(runner.command(command), PATIENCE_SECONDS + 10);
    }

    private Path log() {
        return folder.resolve("log").resolve("postgres.log");
    }

    private String lastWords() throws IOException {
        if (Files.notExists(log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}
