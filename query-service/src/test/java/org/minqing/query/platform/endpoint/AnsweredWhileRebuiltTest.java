package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import org.minqing.query.platform.projection.Rebuild;

/** Whoever asks does not notice that every table is made anew, switched and put back, while events come. */
class AnsweredWhileRebuiltTest {
    private static final String DAY = "2012-03-05";

    private final QueryServer server = QueryServer.shared();
    private final Village village = new Village(server);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger appended = new AtomicInteger();

    @Test
    void every_answer_is_what_it_must_be() throws Exception {
        UUID household = village.household("张三");
        for (int i = 0; i < 20; i++) {
            village.household("李" + i);
        }
        village.cadre("王五");
        long head = village.head();
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "/v1/households?limit=100&village=" + village.id + "&",
                "/v1/households/" + household + "?",
                "/v1/households/" + household + "/timeline?",
                "/v1/cadres?limit=100&",
                "/v1/tasks?limit=100&village=" + village.id + "&",
                "/v1/dashboards/" + village.id + "?",
                "/v1/data-quality?limit=100&division=" + village.id + "&",
                "/v1/audit?limit=100&subject=" + household + "&")) {
            String whole = path + "asOf=" + DAY + "&knownAt=" + head;
            QueryServer.Answer answer = ask(whole);
            assertThat(answer.status()).as(whole).isEqualTo(200);
            answers.put(whole, answer.body());
        }

        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(Thread.ofPlatform().start(() -> again(() -> answers.forEach(this::same))));
        }
        threads.add(Thread.ofPlatform().start(() -> again(this::append)));
        Rebuild rebuild = server.context.getBean(Rebuild.class);
        try {
            for (int i = 0; i < 2; i++) {
                assertThat(rebuild.run(2).same()).isTrue();
                assertThat(rebuild.back()).isGreaterThanOrEqualTo(head);
            }
        } finally {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked.get()).isGreaterThan(answers.size());
        assertThat(appended.get()).isPositive();
        Village.rebuild();
    }

    private void again(Runnable work) {
        try {
            while (!over.get()) {
                work.run();
            }
        } catch (RuntimeException | Error e) {
            wrong.add(e.toString());
        }
    }

    private void same(String path, String expected) {
        QueryServer.Answer answer = ask(path);
        asked.incrementAndGet();
        if (answer.status() != 200 || !answer.body().equals(expected)) {
            wrong.add(path + " " + answer.status() + " " + answer.body());
        }
    }

    /** What was done is seen by whoever asks for it behind its position, and is in the list of its village. */
    private void append() {
        UUID made = village.household("赵" + appended.incrementAndGet());
        long position = village.head();
        QueryServer.Answer item = ask("/v1/households/" + made + "?after=" + position);
        QueryServer.Answer list = ask("/v1/households?limit=1000&village=" + village.id + "&after=" + position);
        if (item.status() != 200 || list.status() != 200 || !list.body().contains(made.toString())) {
            wrong.add(made + " " + item.status() + " " + item.body() + " " + list.status());
        }
    }

    private QueryServer.Answer ask(String path) {
        return server.get(QueryServer.office(village.county), path, "zh");
    }
}
