package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.note.Note;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

class IdempotencyTest {
    private static final String OPEN = """
            {"villageCode": "530328202207", "text": "张三来访", "weight": 1.5}""";

    private final CommandServer server = CommandServer.shared();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void lookNoMore() {
        Note.onContinue = (command, situation) -> {};
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_append_nothing() {
        Reply first = server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
        long head = server.log().head();
        Reply again = server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(server.log().head()).isEqualTo(head);
    }

    @Test
    void the_same_answer_also_comes_after_the_stream_went_on() {
        Reply first = server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
        server.post("CloseNote", "{\"noteId\": \"" + first.id() + "\"}").requireStatus(201);
        assertThat(server.post("OpenNote", OPEN, "Idempotency-Key", key, "If-Match", "\"7\"")
                        .requireStatus(201)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void a_body_written_another_way_is_the_same_body() {
        Reply first = server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
        String other = """
                {"weight":1.50,"count":null,"text":"\\u5f20三来访","villageCode":"530328202207"}""";
        assertThat(server.post("OpenNote", other, "Idempotency-Key", "\"" + key + "\"")
                        .requireStatus(201)
                        .body())
                .isEqualTo(first.body());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
        long head = server.log().head();
        Reply other = server.post("OpenNote", OPEN.replace("张三", "李四"), "Idempotency-Key", key)
                .requireStatus(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(other.body()).doesNotContain("张三", "李四");
        assertThat(server.log().head()).isEqualTo(head);
    }

    @Test
    void another_command_under_the_same_key_is_refused() {
        UUID note = server.post("OpenNote", OPEN, "Idempotency-Key", key)
                .requireStatus(201)
                .id();
        assertThat(server.post("CloseNote", "{\"noteId\": \"" + note + "\"}", "Idempotency-Key", key)
                        .requireStatus(422)
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_its_client() {
        UUID mine = server.post("OpenNote", OPEN, "Idempotency-Key", key)
                .requireStatus(201)
                .id();
        String other = "Bearer " + server.identity().token("another", "53", "office");
        UUID theirs = server.post("OpenNote", OPEN, "Idempotency-Key", key, "Authorization", other)
                .requireStatus(201)
                .id();
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void without_a_key_the_caller_is_told_what_to_do() {
        Reply reply = server.post("OpenNote", OPEN, "Accept-Language", "en").requireStatus(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-missing");
        assertThat(reply.json().path("detail").asString()).contains("new UUID").contains("Idempotency-Key");
        assertThat(server.post("OpenNote", OPEN, "Idempotency-Key", "first")
                        .requireStatus(400)
                        .code())
                .isEqualTo("idempotency-key-malformed");
    }

    @Test
    void a_refusal_is_not_kept_and_the_key_can_be_used_again() {
        server.post("OpenNote", "{\"villageCode\": \"no\"}", "Idempotency-Key", key)
                .requireStatus(404);
        server.post("OpenNote", OPEN, "Idempotency-Key", key).requireStatus(201);
    }

    @Test
    void a_key_whose_command_still_runs_is_told_so() throws Exception {
        UUID note = server.post("OpenNote", OPEN).requireStatus(201).id();
        String body = """
                {"noteId": "%s", "lines": 1, "text": "一"}""".formatted(note);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Note.onContinue = (command, situation) -> {
            inside.countDown();
            await(goOn);
        };
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Reply> first = thread.submit(() -> server.post("ContinueNote", body, "Idempotency-Key", key));
            await(inside);
            assertThat(server.post("ContinueNote", body, "Idempotency-Key", key)
                            .requireStatus(409)
                            .code())
                    .isEqualTo("in-progress");
            goOn.countDown();
            first.get().requireStatus(201);
        }
    }

    @Test
    void many_at_once_under_one_key_make_one_event() throws Exception {
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> server.post("OpenNote", OPEN, "Idempotency-Key", key));
        }
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
        }
        assertThat(replies).allMatch(r -> r.status() == 201 || r.code().equals("in-progress"));
        assertThat(replies.stream()
                        .filter(r -> r.status() == 201)
                        .map(Reply::body)
                        .distinct())
                .hasSize(1);
        UUID note = replies.stream()
                .filter(r -> r.status() == 201)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(server.stream("Note-" + note)).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
