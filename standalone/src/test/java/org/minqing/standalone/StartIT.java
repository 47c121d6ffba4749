package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts it. In folders everybody may reach: below one of root's, nobody else gets to the launcher at all. */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
class StartIT {
    private static final int ROOT = 0;

    private static Path top;
    private static Path house;

    /** The launcher and what was built, as one might unpack it somewhere: no sources, a space and Chinese in its name. */
    @BeforeAll
    static void build() throws Exception {
        top = open(Files.createTempDirectory(Path.of("/tmp"), "minqing-start"));
        house = open(Files.createDirectories(top.resolve("a house 民情")));
        Shell.Said built = new Shell(Shell.project(), Map.of()).run("sh", "-c", """
                        jar=$(echo standalone/target/standalone-*-boot.jar) app=standalone/target/app
                        mkdir -p "$1/standalone/target" && cp -p minqing "$1" && cp -p "$jar" "$1/standalone/target"
                        [ "$jar" -nt $app/standalone.jar ] || cp -Rp $app "$1/standalone/target"
                        "$1/minqing" status --data "$1/nothing yet"
                        chmod -R a+rX "$1" && test -f "$1/standalone/target/app/standalone.jar"
                        """, "build", house.toString());
        assertThat(built.status()).as(built.toString()).isZero();
    }

    @AfterAll
    static void tidy() throws Exception {
        new Shell(Path.of("/"), Map.of()).run("rm", "-rf", top.toString());
    }

    @Test
    void is_started_by_root_whose_postgresql_runs_in_a_user_namespace() throws Exception {
        needsRoot();
        assumeTrue(Shell.works("unshare", "-U", "id", "-un"), "this system refuses user namespaces");
        live(new Installation(house, folder("by root", ROOT), FreePorts.first(4), Map.of()), ROOT);
    }

    @Test
    void is_started_by_root_where_user_namespaces_are_refused() throws Exception {
        needsRoot();
        Shell.Said nobody = new Shell(top, Map.of()).run("id", "-u", "nobody");
        live(
                new Installation(
                        house,
                        folder("by root without unshare", ROOT).resolve("deeper/data"),
                        FreePorts.first(4),
                        refusing()),
                Integer.parseInt(nobody.out().strip()));
    }

    /** 65534 is nobody and has a name; the other has none, as in containers run with {@code --user}. */
    @ParameterizedTest
    @ValueSource(ints = {65_534, 23_456})
    void is_started_by_an_ordinary_user(int uid) throws Exception {
        needsRoot();
        assumeTrue(
                Shell.works(as(uid, "id", "-un")) || Shell.works(as(uid, "unshare", "-U", "id", "-un")),
                "this system refuses user namespaces, and initdb wants a name for its user");
        Path home = folder("by " + uid, uid);
        live(new Installation(house, home, FreePorts.first(4), Map.of("HOME", home.toString()), as(uid)), uid);
    }

    @Test
    void says_where_to_put_the_data_when_postgresql_cannot_get_there() throws Exception {
        needsRoot();
        Path closed = folder("closed", ROOT);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Installation minqing = new Installation(house, closed.resolve("data"), FreePorts.first(4), refusing());
        Shell.Said said = minqing.up("--no-demo");
        assertThat(said.status()).as(said.toString()).isEqualTo(1);
        assertThat(said.out()).contains("请用 --data 指定其他用户可以进入的目录").contains("with --data");
    }

    /** @param database the user whose processes PostgreSQL's are, as seen from outside */
    private static void live(Installation minqing, int database) throws Exception {
        try {
            Shell.Said up = minqing.up("--no-demo");
            assertThat(up.status()).as(up.toString()).isZero();
            assertThat(minqing.minqing("status").status()).isZero();
            Shell.Said init = minqing.minqing("init", "--division", "5305", "--name", "保山市");
            assertThat(init.status()).as(init.toString()).isZero();
            assertThat(new Client(minqing, "office").ask("/v1/divisions").get("items"))
                    .isNotEmpty();
            assertThat(owner(minqing.postmaster())).isEqualTo(database);
            ProcessHandle postmaster = minqing.postmaster();
            Shell.Said down = minqing.minqing("down");
            assertThat(down.status()).as(down.toString()).isZero();
            assertThat(postmaster.info().command()).isEmpty();
        } finally {
            minqing.minqing("down");
        }
    }

    private static int owner(ProcessHandle process) throws IOException {
        return (int) Files.getAttribute(Path.of("/proc", Long.toString(process.pid())), "unix:uid");
    }

    private static void needsRoot() throws Exception {
        assumeTrue(
                Files.getAttribute(top, "unix:uid").equals(ROOT),
                "only root can become another user; the other tests start it as this one");
        assumeTrue(Shell.works("setpriv", "--version"), "no setpriv (util-linux) here");
    }

    /** Containers often refuse user namespaces. */
    private static Map<String, String> refusing() throws IOException {
        Path stubs = open(Files.createDirectories(top.resolve("stubs")));
        Shell.script(stubs.resolve("unshare"), "echo 'unshare: Operation not permitted' >&2\nexit 1\n");
        return Map.of("PATH", stubs + ":" + System.getenv("PATH"));
    }

    private static String[] as(int uid, String... command) {
        String[] line = new String[command.length + 4];
        line[0] = "setpriv";
        line[1] = "--reuid=" + uid;
        line[2] = "--regid=" + uid;
        line[3] = "--clear-groups";
        System.arraycopy(command, 0, line, 4, command.length);
        return line;
    }

    private static Path folder(String name, int uid) throws IOException {
        Path folder = open(Files.createDirectories(top.resolve(name)));
        Files.setAttribute(folder, "unix:uid", uid);
        return folder;
    }

    private static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
