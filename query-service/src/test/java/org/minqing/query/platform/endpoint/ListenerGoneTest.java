package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who listens may be killed at any moment: the work for it ends, and the log has nothing to say about it. */
class ListenerGoneTest {
    private final County county = new County();
    private final Logger streams = (Logger) LoggerFactory.getLogger(EventController.class);
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void look_on() {
        streams.setLevel(Level.DEBUG);
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void nobody_is_told_of_a_fault() {
        root.detachAppender(logged);
        streams.setLevel(null);
        // that threads were starved is not theirs to tell
        assertThat(List.copyOf(logged.list))
                .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO) && event.getThrowableProxy() != null);
    }

    private Socket asking(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", county.server.uri("/").getPort());
        socket.setSoTimeout(90_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + county.office() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The head, when the read side has reached it: a stream does not begin ahead of that. */
    private long stood() {
        long head = county.server.log.log().head();
        assertThat(county.ask("/v1/divisions").status()).isEqualTo(200);
        return head;
    }

    private static void kill(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private long ended() {
        return List.copyOf(logged.list).stream()
                .filter(event -> event.getFormattedMessage().startsWith("a stream of events ended"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"killed", "closed"})
    void a_stream_ends_when_its_listener_is_gone_and_something_happens(String how) throws Exception {
        Socket socket = asking("/v1/events/stream?after=" + stood());
        InputStream in = socket.getInputStream();
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(":listening") < 0) {
            heard.append((char) in.read());
        }
        if (how.equals("killed")) {
            kill(socket);
        } else {
            socket.close();
        }
        await().until(() -> {
            county.household(county.village, "李示例");
            return ended() == 1;
        });
        // nobody is left who would go on writing
        county.household(county.village, "王示例");
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(ended()).isEqualTo(1);
    }

    /** Else nobody would notice that such a listener is gone, and a live one would begin again far behind. */
    @Test
    void a_stream_whose_choice_matches_nothing_says_that_it_is_still_there_while_other_things_happen()
            throws Exception {
        long head = stood();
        try (Socket socket = asking(
                "/v1/events/stream?type=Dispute.DisputeRegistered&division=" + county.village + "&after=" + head)) {
            StringBuilder heard = new StringBuilder();
            Thread listening = Thread.startVirtualThread(() -> hear(socket, heard));
            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        county.household(county.village, "李示例");
                        synchronized (heard) {
                            return heard.indexOf(":still here") > 0;
                        }
                    });
            synchronized (heard) {
                String told = heard.substring(heard.lastIndexOf("id:", heard.indexOf(":still here")) + 3);
                assertThat(Long.parseLong(told.lines().findFirst().orElseThrow()))
                        .isGreaterThan(head);
            }
            kill(socket);
            listening.join(90_000);
        }
    }

    private static void hear(Socket socket, StringBuilder heard) {
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                synchronized (heard) {
                    heard.append((char) c);
                }
            }
        } catch (IOException closed) {
            // the test has hung up
        }
    }

    @Test
    void lists_and_evidence_go_nowhere_when_nobody_waits_for_them() throws Exception {
        // tens of kilobytes: several buffers of each answer
        for (int i = 0; i < 100; i++) {
            county.visited(county.household(county.village, "李示例"), "2012-03-05");
        }
        county.ask("/v1/measures");
        for (String path : List.of(
                "/v1/figures/evidence?measure=M20b&limit=1000",
                "/v1/events?limit=1000",
                "/v1/households?limit=1000",
                "/v1/audit?limit=1000")) {
            for (int wait : List.of(0, 15, 60)) {
                Socket socket = asking(path);
                TimeUnit.MILLISECONDS.sleep(wait);
                kill(socket);
            }
        }
        TimeUnit.SECONDS.sleep(2);
        assertThat(county.ask("/v1/measures").status()).isEqualTo(200);
    }
}
