package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.note.Note;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Ids;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import tools.jackson.databind.JsonNode;

/** Clients go at any moment: a bulk request then ends at its next line, and what is sent again is answered from the log. */
@Timeout(300)
class ClientGoneTest {
    private static final String CLIENT = "gone";
    private static final int LINES = 600;
    /** Past what goes out at once: more than 32 KiB of answers lie waiting. */
    private static final int FAR = 250;

    private final CommandServer server = CommandServer.shared();
    private final String token = "Bearer " + server.identity().token(CLIENT, "53", "office", "province");
    private final UUID opening = UUID.randomUUID();
    private final UUID note = Ids.made(CLIENT, opening);
    private final List<String> lines = lines();
    private final AtomicInteger continued = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final ApplicationListener<ServletRequestHandledEvent> ending = request -> {
        if (request.getRequestUrl().equals("/v1/commands")) {
            ended.incrementAndGet();
        }
    };
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final int files = waiting();

    private List<String> lines() {
        List<String> all = new ArrayList<>();
        all.add(line("OpenNote", opening, "{\"villageCode\": \"530328202207\"}"));
        for (int i = 1; i < LINES; i++) {
            all.add(line(
                    "ContinueNote",
                    UUID.randomUUID(),
                    "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"" + i + "\"}"));
        }
        return all;
    }

    private static String line(String command, UUID commandId, String data) {
        return "{\"command\": \"" + command + "\", \"commandId\": \"" + commandId + "\", \"data\": " + data + "}";
    }

    @BeforeEach
    void look_on() {
        Note.onContinue = (command, situation) -> continued.incrementAndGet();
        server.context().addApplicationListener(ending);
        logged.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(logged);
    }

    @AfterEach
    void nothing_is_left_behind() {
        Note.onContinue = (command, situation) -> {};
        await().until(() -> waiting() == files);
        server.context().removeApplicationListener(ending);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
        // that threads were starved is not theirs to tell
        assertThat(List.copyOf(logged.list))
                .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO) && event.getThrowableProxy() != null)
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private static int waiting() {
        String[] found =
                new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> name.startsWith(Answers.NAME));
        return found == null ? 0 : found.length;
    }

    private Socket connected(String headers) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.uri("/").getPort());
        socket.setSoTimeout(90_000);
        socket.getOutputStream()
                .write(("POST /v1/commands HTTP/1.1\r\nHost: a\r\n" + headers
                                + "\r\nContent-Type: application/x-ndjson\r\nAuthorization: " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] body(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Closes as the system does for a process that was killed while answers lay unread. */
    private static void kill(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** How many lines were taken when the request, the only one of the test so far, has come to its end. */
    private int taken() {
        await("the end of the request").until(ended::get, count -> count >= 1);
        return continued.get();
    }

    private List<JsonNode> send(List<String> some) {
        Reply reply = server.send(
                        "POST",
                        "/v1/commands",
                        String.join("\n", some) + "\n",
                        "Authorization",
                        token,
                        "Content-Type",
                        "application/x-ndjson")
                .requireStatus(200);
        return reply.body().lines().map(StrictJson.MAPPER::readTree).toList();
    }

    /** All of it again, after some of it was taken. */
    private void sent_again(int done) {
        long head = server.log().head();
        List<JsonNode> answers = send(lines);
        assertThat(answers).hasSize(LINES);
        assertThat(answers.stream().map(a -> a.path("status").asInt())).containsOnly(201);
        assertThat(answers.stream().map(a -> a.path("replayed").asBoolean()))
                .containsExactlyElementsOf(
                        IntStream.range(0, LINES).mapToObj(i -> i <= done).toList());
        assertThat(server.stream("Note-" + note)).hasSize(LINES);
        assertThat(server.log().head()).isEqualTo(head + LINES - 1 - done);
        assertThat(continued).hasValue(LINES - 1);

        long all = server.log().head();
        assertThat(send(lines).stream().map(a -> a.path("replayed").asBoolean()))
                .containsOnly(true);
        assertThat(server.log().head()).isEqualTo(all);
    }

    @Test
    void a_client_killed_with_its_whole_request_sent_stops_it_at_the_next_line() throws Exception {
        CountDownLatch far = new CountDownLatch(FAR);
        CountDownLatch killed = new CountDownLatch(1);
        Note.onContinue = (command, situation) -> {
            continued.incrementAndGet();
            far.countDown();
            if (far.getCount() == 0) {
                waitFor(killed);
            }
        };
        byte[] body = body(lines);
        Socket socket = connected("Content-Length: " + body.length);
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        waitFor(far);
        kill(socket);
        killed.countDown();

        int done = taken();
        assertThat(done).isBetween(FAR, FAR + 2);
        assertThat(server.stream("Note-" + note)).hasSize(done + 1);
        sent_again(done);
    }

    @Test
    void a_client_killed_in_the_midst_of_sending_stops_it_though_many_lines_have_arrived() throws Exception {
        CountDownLatch far = new CountDownLatch(FAR);
        CountDownLatch killed = new CountDownLatch(1);
        Note.onContinue = (command, situation) -> {
            continued.incrementAndGet();
            far.countDown();
            if (far.getCount() == 0) {
                waitFor(killed);
            }
        };
        byte[] body = body(lines);
        Socket socket = connected("Content-Length: " + body.length * 2);
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        waitFor(far);
        kill(socket);
        killed.countDown();

        int done = taken();
        assertThat(done).isBetween(FAR, FAR + 2);
        sent_again(done);
    }

    @Test
    void a_line_cut_off_is_not_taken_and_those_before_it_are_answered_again() throws Exception {
        byte[] body = body(lines.subList(0, 10));
        Socket socket = connected("Content-Length: " + body.length * 3);
        OutputStream out = socket.getOutputStream();
        out.write(body);
        out.flush();
        await("nine lines").until(continued::get, count -> count == 9);
        out.write(lines.get(10).substring(0, 60).getBytes(StandardCharsets.UTF_8));
        out.flush();
        socket.close();

        assertThat(taken()).isEqualTo(9);
        assertThat(server.stream("Note-" + note)).hasSize(10);
        sent_again(9);
    }

    @Test
    void who_has_said_all_and_only_listens_is_served_to_the_end() throws Exception {
        byte[] body = body(lines);
        try (Socket socket = connected("Connection: close\r\nContent-Length: " + body.length)) {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            List<String> answers = new ArrayList<>();
            read(socket, answers);
            assertThat(answers).hasSize(LINES).allMatch(answer -> answer.contains("\"status\":201"));
            assertThat(answers.stream()
                            .map(a -> StrictJson.MAPPER.readTree(a).path("line").asInt()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, LINES).boxed().toList());
        }
    }

    @Test
    void a_slow_request_tells_whether_somebody_listens_and_every_line_stays_an_object() throws Exception {
        Note.onContinue = (command, situation) -> {
            if (continued.incrementAndGet() > 200) {
                pause(3);
            }
        };
        List<String> answers = new ArrayList<>();
        try (Socket socket = connected("Connection: close\r\nTransfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            Thread reader = Thread.startVirtualThread(() -> read(socket, answers));
            for (String each : lines) {
                byte[] line = (each + "\n").getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(line);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            await().until(() -> continued.get() == LINES - 1);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            reader.join(90_000);
        }
        assertThat(answers).hasSize(LINES);
        assertThat(answers.stream()
                        .map(a -> StrictJson.MAPPER.readTree(a).path("line").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINES).boxed().toList());
    }

    /** The lines of a body in chunks, each as it is once they are put together. */
    private static void read(Socket socket, List<String> answers) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (!head(in).isEmpty()) {
                continue;
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int length = Integer.parseInt(head(in), 16); length > 0; length = Integer.parseInt(head(in), 16)) {
                body.write(in.readNBytes(length));
                head(in);
            }
            body.toString(StandardCharsets.UTF_8).lines().forEach(answers::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                head.append((char) c);
            }
        }
        return head.toString();
    }

    @Test
    void the_same_lines_twice_at_once_are_refused_only_while_one_of_them_runs() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Note.onContinue = (command, situation) -> {
            if (continued.incrementAndGet() == 5) {
                inside.countDown();
                waitFor(goOn);
            }
        };
        List<List<JsonNode>> first = new ArrayList<>();
        Thread running = Thread.startVirtualThread(() -> first.add(send(lines.subList(0, 10))));
        waitFor(inside);
        List<JsonNode> second = send(lines.subList(0, 6));
        assertThat(second.stream().map(a -> a.path("status").asInt())).containsExactly(201, 201, 201, 201, 201, 409);
        assertThat(second.subList(0, 5)).allMatch(a -> a.path("replayed").asBoolean());
        assertThat(second.getLast().path("code").asString()).isEqualTo("in-progress");
        assertThat(second.getLast().path("retryAfter").asInt()).isPositive();

        UUID key = UUID.fromString(
                StrictJson.MAPPER.readTree(lines.get(5)).path("commandId").asString());
        String data = StrictJson.MAPPER.readTree(lines.get(5)).path("data").toString();
        Reply alone = server.post("ContinueNote", data, "Idempotency-Key", key.toString(), "Authorization", token)
                .requireStatus(409);
        assertThat(alone.code()).isEqualTo("in-progress");
        assertThat(Integer.parseInt(alone.header("Retry-After").orElse("0"))).isPositive();

        goOn.countDown();
        running.join(90_000);
        assertThat(first.getFirst().stream().map(a -> a.path("status").asInt())).containsOnly(201);
        server.post("ContinueNote", data, "Idempotency-Key", key.toString(), "Authorization", token)
                .requireStatus(201);
        assertThat(send(lines.subList(0, 10))).allMatch(a -> a.path("replayed").asBoolean());
        assertThat(server.stream("Note-" + note)).hasSize(10);
    }

    @Test
    void one_command_whose_sender_has_gone_stands_once_and_is_answered_again() throws Exception {
        send(lines.subList(0, 1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Note.onContinue = (command, situation) -> {
            continued.incrementAndGet();
            inside.countDown();
            waitFor(goOn);
        };
        String data = StrictJson.MAPPER.readTree(lines.get(1)).path("data").toString();
        String key = StrictJson.MAPPER.readTree(lines.get(1)).path("commandId").asString();
        Socket socket = new Socket("127.0.0.1", server.uri("/").getPort());
        socket.getOutputStream()
                .write(
                        ("POST /v1/commands/ContinueNote HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                        + key + "\r\nAuthorization: " + token + "\r\nContent-Length: " + data.length()
                                        + "\r\n\r\n"
                                        + data)
                                .getBytes(StandardCharsets.US_ASCII));
        waitFor(inside);
        kill(socket);
        goOn.countDown();
        await().until(() -> server.stream("Note-" + note).size() == 2);
        Reply again = server.post("ContinueNote", data, "Idempotency-Key", key, "Authorization", token)
                .requireStatus(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(continued).hasValue(1);
    }

    @Test
    void a_file_cut_off_is_not_kept_and_a_body_cut_off_changes_nothing() throws Exception {
        long head = server.log().head();
        for (String path : List.of("attachments?subjectType=Note", "commands/OpenNote")) {
            Socket socket = new Socket("127.0.0.1", server.uri("/").getPort());
            String type = path.startsWith("commands") ? "application/json" : "application/pdf";
            socket.getOutputStream()
                    .write(("POST /v1/" + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type
                                    + "\r\nIdempotency-Key: "
                                    + UUID.randomUUID() + "\r\nAuthorization: " + token
                                    + "\r\nContent-Length: 900000\r\n\r\n%PDF-1.7 {\"villageCode\": \"")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(300);
            kill(socket);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(server.log().head()).isEqualTo(head);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
