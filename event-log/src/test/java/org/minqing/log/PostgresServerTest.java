package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @Test
    void runs_where_root_may_make_no_user_namespace() {
        try (PostgresServer server = PostgresServer.start(false);
                TestDatabase database = TestDatabase.create(server)) {
            assertThat(LogSchema.open(database.command())).isEqualTo(ClockMode.SYSTEM);
        }
    }

    @Test
    void is_gone_when_it_is_closed() {
        PostgresServer server = PostgresServer.start();
        server.close();
        assertThat(server.directory()).doesNotExist();
        assertThat(answers(server.port())).isFalse();
    }

    @Test
    void is_gone_when_its_process_is_killed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] started = process.inputReader().readLine().split(" ");
        assertThat(answers(Integer.parseInt(started[0]))).isTrue();
        process.destroyForcibly().waitFor();
        await().untilAsserted(() -> assertThat(Path.of(started[1])).doesNotExist());
        assertThat(answers(Integer.parseInt(started[0]))).isFalse();
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            PostgresServer server = PostgresServer.start();
            System.out.println(server.port() + " " + server.directory());
            Thread.currentThread().join();
        }
    }
}
