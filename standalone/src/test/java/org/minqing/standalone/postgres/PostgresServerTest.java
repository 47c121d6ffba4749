package org.minqing.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.standalone.FreePorts;
import org.minqing.standalone.postgres.DatabaseAccess.Role;

class PostgresServerTest {
    @TempDir
    Path temp;

    /** Unpacking takes seconds: all but one test get the programs unpacked before. */
    private Path folder() throws IOException {
        Path programs = Binaries.in(
                        Files.createDirectories(Path.of("target/postgresql").toAbsolutePath()))
                .home();
        Path folder = Files.createDirectories(temp.resolve("postgres"));
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
        return folder;
    }

    @Test
    void is_durable_and_closed_to_strangers_in_a_folder_with_spaces_and_chinese() throws Exception {
        Path folder = temp.resolve("with space 民情/postgres");
        try (var server = PostgresServer.start(folder, FreePorts.one())) {
            assertThat(one(server, "show fsync")).isEqualTo("on");
            assertThat(one(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(server, "show full_page_writes")).isEqualTo("on");
            assertThat(one(server, "show data_checksums")).isEqualTo("on");
            assertThat(one(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(one(server, "show server_version")).startsWith("18");
            assertThatThrownBy(() -> DriverManager.getConnection(server.access().url(), Role.QUERY.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("access.json"))))
                    .isEqualTo("rw-------");
        }
        assertThat(new Postmaster(folder.resolve("data")).running()).isEmpty();
    }

    @Test
    void keeps_data_and_passwords_on_another_port_and_replaces_a_server_left_running() throws Exception {
        Path folder = folder();
        var left = PostgresServer.start(folder, FreePorts.one());
        execute(left, "create table public.kept (n int)");
        execute(left, "insert into public.kept values (7)");
        ProcessHandle before = new Postmaster(folder.resolve("data")).running().orElseThrow();

        try (var server = PostgresServer.start(folder, FreePorts.one())) {
            assertThat(new Postmaster(folder.resolve("data")).running())
                    .hasValueSatisfying(now -> assertThat(now.pid()).isNotEqualTo(before.pid()));
            // A zombie nobody reaps is still "alive", but runs no program.
            assertThat(before.info().command()).isEmpty();
            assertThat(server.access().passwords()).isEqualTo(left.access().passwords());
            assertThat(one(server, "select n from public.kept")).isEqualTo("7");
        }
        assertThat(PostgresServer.stopLeftover(folder)).isFalse();
    }

    @Test
    void rises_again_after_a_kill_and_is_not_misled_by_a_stranger_with_its_number() throws Exception {
        Path folder = folder();
        try (var server = PostgresServer.start(folder, FreePorts.one())) {
            execute(server, "create table public.kept (n int)");
            Path pidFile = folder.resolve("data/postmaster.pid");
            new Postmaster(folder.resolve("data")).running().orElseThrow().destroyForcibly();
            var lines = Files.readAllLines(pidFile);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(pidFile, lines);

            assertThat(server.running()).isFalse();
            server.revive();

            assertThat(one(server, "select count(*) from public.kept")).isEqualTo("0");
        }
    }

    @Test
    void makes_anew_what_a_first_start_cut_short_has_left() throws Exception {
        Path folder = folder();
        Files.createDirectories(folder.resolve("making/data/base"));
        Files.writeString(folder.resolve("making/data/PG_VERSION"), "18");
        try (var server = PostgresServer.start(folder, FreePorts.one())) {
            assertThat(one(server, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("making")).doesNotExist();
    }

    @Test
    void refuses_a_folder_whose_name_a_shell_would_read_otherwise() {
        assertThatThrownBy(() -> PostgresServer.start(temp.resolve("a$HOME"), 1))
                .isInstanceOfSatisfying(
                        PostgresUnavailable.class,
                        e -> assertThat(e.chinese()).contains("目录名").contains("a$HOME"));
    }

    private static String one(PostgresServer server, String query) throws SQLException {
        try (Connection connection = owner(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = owner(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.access().url(), Role.OWNER.user(), server.access().password(Role.OWNER));
    }
}
