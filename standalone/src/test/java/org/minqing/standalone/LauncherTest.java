package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a house of cards: a JDK and a Maven of paper show what would have been run. */
class LauncherTest {
    private static final String PAPER_JAVA = """
            dest=
            for word; do
                [ "$last" = --destination ] && dest=$word
                last=$word
            done
            case $* in
                *jarmode*) mkdir -p "$dest" && : >"$dest/standalone.jar" ;;
                *) echo "JAVA_HOME=$JAVA_HOME" && printf '[%s]\\n' "$@" ;;
            esac
            """;
    private static final String PAPER_MAVEN = """
            echo "JAVA_HOME=$JAVA_HOME in $PWD"
            printf '[%s]\\n' "$@"
            case $* in *package*) mkdir -p standalone/target && : >standalone/target/standalone-0-boot.jar ;; esac
            """;

    @TempDir
    Path temp;

    private Path house;
    private Path home;
    private Path path;
    private Shell shell;

    @BeforeEach
    void build() throws IOException {
        house = temp.resolve("a house 民情");
        home = Files.createDirectories(temp.resolve("home"));
        path = temp.resolve("path");
        for (String module : List.of("shared-events", "event-log", "command-service", "query-service", "standalone")) {
            Files.createDirectories(house.resolve(module + "/src/main"));
            Files.writeString(house.resolve(module + "/pom.xml"), "");
        }
        Files.writeString(house.resolve("pom.xml"), "");
        Files.copy(Shell.project().resolve("minqing"), house.resolve("minqing"));
        Shell.script(path.resolve("mvn"), PAPER_MAVEN);
        shell = new Shell(
                temp,
                Map.of(
                        "PATH", path + ":/usr/bin:/bin",
                        "HOME", home.toString(),
                        "JAVA_HOME", jdk("given", "21.0.2").toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "up --frobnicate",
                "up --port",
                "up --port abc",
                "up --port 70000",
                "up --data",
                "down 8080",
                "down --back",
                "rebuild --backwards",
                "rebuild fact",
                "token",
                "token office village",
                "user",
                "user frobnicate",
                "client reset x",
                "up --tls-cert"
            })
    void refuses_what_it_does_not_know_in_both_languages(String words) throws Exception {
        Shell.Said said = minqing(words.split(" "));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).containsPattern("[\\u4e00-\\u9fff]").contains("./minqing help");
    }

    @Test
    void explains_itself() throws Exception {
        assertThat(minqing("help").out()).contains("--no-demo").contains("启动全部服务");
        assertThat(minqing("help").status()).isZero();
        assertThat(minqing().status()).isEqualTo(2);
    }

    @Test
    void runs_from_any_folder_and_through_a_link_with_the_data_folder_on_its_command_line() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), house.resolve("minqing"));
        Path elsewhere = Files.createDirectories(temp.resolve("else where"));

        Shell.Said said =
                shell.in(elsewhere).run(link.toString(), "up", "--data", "my data", "--port=9000", "--no-demo");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("[org.minqing.standalone.Main]\n[up]\n[--data]\n[" + elsewhere
                        + "/my data]\n[--port]\n[9000]\n[--no-demo]")
                .contains("[" + house + "/standalone/target/app/standalone.jar]");
        assertThat(shell.in(elsewhere).run(link.toString(), "up").out()).contains("[" + house + "/.minqing]");
    }

    @Test
    void rebuilds_and_puts_back_with_more_memory_than_a_small_program_has() throws Exception {
        String out = minqing("rebuild", "--data=/x").out();
        assertThat(out).contains("[-Xmx1g]").contains("[org.minqing.standalone.Main]\n[rebuild]\n[--data]\n[/x]\n");
        assertThat(out).doesNotContain("--back");
        assertThat(minqing("rebuild", "--back").out())
                .contains("[rebuild]\n[--data]\n[" + house + "/.minqing]\n[--back]");
        assertThat(minqing("help").out()).contains("./minqing rebuild").contains("重建");
        assertThat(minqing("status").out()).contains("[-XX:TieredStopAtLevel=1]\n[-Xmx64m]");
    }

    @Test
    void hands_an_operators_words_on_as_they_are_with_the_data_folder_first() throws Exception {
        assertThat(minqing("user", "add", "li ming", "--role", "office", "--data", "/x", "--division=5305")
                        .out())
                .contains(
                        "[org.minqing.standalone.Main]\n[user]\n[--data]\n[/x]\n[add]\n[li ming]\n[--role]\n[office]\n[--division=5305]\n");
        assertThat(minqing("init", "--division", "5305", "--name", "保山市").out())
                .contains("[init]\n[--data]\n[" + house + "/.minqing]\n[--division]\n[5305]\n[--name]\n[保山市]\n");
        assertThat(minqing("up", "--tls-cert", "c.pem", "--tls-key=/k.pem").out())
                .contains("[--tls-cert]\n[" + temp + "/c.pem]\n[--tls-key]\n[/k.pem]\n");
    }

    @Test
    void builds_only_when_a_source_is_newer_than_what_was_built() throws Exception {
        assertThat(minqing("up").err()).contains("正在构建").contains("[package]");
        assertThat(minqing("up").err()).isEmpty();

        Path source = Files.writeString(house.resolve("query-service/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(minqing("down").err()).isEmpty();
        assertThat(minqing("up").err()).contains("正在构建");
    }

    @Test
    void says_how_to_get_maven_when_something_is_to_be_built_without_it() throws Exception {
        Files.delete(path.resolve("mvn"));
        assumeTrue(shell.with("PATH", withoutMaven())
                        .run("/bin/sh", "-c", "! command -v mvn")
                        .status()
                == 0);
        Shell.Said said =
                shell.with("PATH", withoutMaven()).run(house.resolve("minqing").toString(), "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("找不到 Maven").contains("no Maven").contains("maven");
    }

    @Test
    void passes_arguments_on_to_the_whole_suite_run_by_a_fitting_jdk() throws Exception {
        Shell.Said said = minqing("test", "-Dtest=X Y");
        assertThat(said.out())
                .contains("JAVA_HOME=" + temp + "/jdks/given in " + house)
                .contains("[verify]\n[-Dtest=X Y]");
    }

    @Test
    void passes_over_a_java_too_old_for_the_one_on_the_path() throws Exception {
        jdk("ancient", "1.8.0_392");
        Path onPath = jdk("onpath", "22");
        Shell old = shell.with("JAVA_HOME", temp.resolve("jdks/ancient").toString());
        Shell.Said said = old.with("PATH", onPath + "/bin:" + path + ":/usr/bin:/bin")
                .run(house.resolve("minqing").toString(), "test");
        assertThat(said.out()).contains("JAVA_HOME=" + onPath + " ");
    }

    @Test
    void takes_the_newest_of_the_usual_folders_last() throws Exception {
        Path newest = paperJdk(home.resolve(".jdks/far-future"), "999.0.1");
        paperJdk(home.resolve(".sdkman/candidates/java/near-future"), "998");
        jdk("old", "17.0.15");
        Shell.Said said = shell.with("JAVA_HOME", temp.resolve("jdks/old").toString())
                .with("PATH", path + ":" + withoutJava())
                .run(house.resolve("minqing").toString(), "test");
        assertThat(said.out()).contains("JAVA_HOME=" + newest + " ");
    }

    @Test
    void says_where_to_get_a_jdk_when_there_is_none() throws Exception {
        String hidden = "for f in /usr/lib/jvm /opt; do [ ! -d $f ] || mount -t tmpfs none $f; done; exec \"$0\" up";
        assumeTrue(
                shell.run("unshare", "-m", "mount", "-t", "tmpfs", "none", temp.toString())
                                .status()
                        == 0,
                "only root can hide the machine's own JDKs");
        Shell.Said said = shell.with("JAVA_HOME", "")
                .run(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        hidden,
                        house.resolve("minqing").toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("找不到 JDK 21")
                .contains("No JDK 21 or later")
                .containsPattern("(?i)adoptium|jdk");
    }

    private Shell.Said minqing(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(words));
        command.addFirst(house.resolve("minqing").toString());
        return shell.run(command);
    }

    private Path jdk(String name, String version) throws IOException {
        return paperJdk(temp.resolve("jdks").resolve(name), version);
    }

    private static Path paperJdk(Path folder, String version) throws IOException {
        Shell.script(folder.resolve("bin/java"), PAPER_JAVA);
        Shell.script(folder.resolve("bin/javac"), "");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Paper\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private String withoutMaven() throws IOException {
        return tools("sh", "readlink", "dirname", "locale", "find", "head", "sed", "uname", "cat", "tr");
    }

    private String withoutJava() throws IOException {
        return tools("sh", "readlink", "dirname", "locale", "find", "head", "sed", "uname", "cat", "printf");
    }

    private String tools(String... names) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("tools"));
        for (String name : names) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                Path link = folder.resolve(name);
                if (Files.exists(Path.of(place + name)) && Files.notExists(link)) {
                    Files.createSymbolicLink(link, Path.of(place + name));
                }
            }
        }
        return folder.toString();
    }
}
