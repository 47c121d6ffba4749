package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.request;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.log.CuttingProxy.Cut;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a caller is told when the answer of a commit is lost. On a server of its own, whose settings it may change. */
class AmbiguousCommitTest {
    private static PostgresServer server;

    private TestDatabase database;
    private LogTail tail;
    private EventLog log;
    private Appender appender;
    private JdbcClient admin;

    @BeforeAll
    static void start() {
        server = PostgresServer.start("synchronous_commit=on");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        LogSchema.open(database.command());
        tail = new LogTail(database.query());
        log = new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
        appender = Sample.appender(database.command(), tail);
        admin = JdbcClient.create(database.pool("postgres", 2));
        assertThat(appender.append(request("Note-first", 0, "a connection stands")))
                .isEqualTo(2);
    }

    @AfterEach
    void drop() {
        appender.close();
        tail.close();
        database.close();
    }

    @Test
    void a_backend_killed_after_its_commit_and_before_its_answer_has_appended() {
        // a standby that never answers holds the backend between the commit and the answer
        List<Long> answered = new ArrayList<>();
        setting("synchronous_standby_names", "nobody");
        try {
            // the setting reaches the backends some time after it is made: until then they answer
            CompletableFuture<Long> answer;
            do {
                answer = submit(request("Note-a", answered.size(), "a" + answered.size()));
                CompletableFuture<Long> sent = answer;
                await().until(() -> sent.isDone() || waiting("wait_event = 'SyncRep'"));
                if (answer.isDone()) {
                    answered.add(answer.join());
                }
            } while (answer.isDone());
            assertThat(answer).isNotDone();
            await().until(() -> kill("wait_event = 'SyncRep' and query like '%log.append(%'") == 1);
            setting("synchronous_standby_names", "");
            answered.add(answer.join());
        } finally {
            setting("synchronous_standby_names", "");
        }
        assertThat(answered)
                .isEqualTo(LongStream.range(3, 3 + answered.size()).boxed().toList());
        assertThat(positions()).hasSize(2 + answered.size()).last().isEqualTo(answered.getLast() + " Note-a");
    }

    @Test
    void a_backend_killed_before_its_commit_costs_nothing_but_time() throws SQLException {
        CompletableFuture<Long> answer;
        try (Connection locking = database.owner().getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("select from log.head for update");
            answer = submit(request("Note-a", 0, "a0"));
            await().until(() -> kill("wait_event_type = 'Lock' and query like '%log.append(%'") == 1);
            locking.rollback();
        }
        assertThat(answer.join()).isEqualTo(3);
        assertThat(positions()).containsExactly("1 log-log", "2 Note-first", "3 Note-a");
    }

    @Test
    void a_line_cut_after_the_server_answered_has_appended() throws Exception {
        try (var proxy = new CuttingProxy(server.port());
                HikariDataSource through = through(proxy);
                var cutOff = Sample.appender(through, tail)) {
            cutOff.append(request("Note-b", 0, "warm"));
            proxy.arm(Cut.ANSWER, "a0");
            assertThat(cutOff.append(request("Note-a", 0, "a0"))).isEqualTo(4);
            assertThat(proxy.cutNow.getCount()).isZero();
        }
        assertThat(positions()).containsExactly("1 log-log", "2 Note-first", "3 Note-b", "4 Note-a");
    }

    @Test
    void a_request_that_arrives_after_it_was_given_up_and_repeated_adds_nothing() throws Exception {
        try (var proxy = new CuttingProxy(server.port());
                HikariDataSource through = through(proxy);
                var cutOff = Sample.appender(through, tail)) {
            cutOff.append(request("Note-b", 0, "warm"));
            proxy.arm(Cut.LATE_REQUEST, "a0");
            assertThat(cutOff.append(request("Note-a", 0, "a0"))).isEqualTo(4);
            assertThat(proxy.cutNow.getCount()).isZero();
            proxy.release.countDown();
            proxy.delivered.await();
            assertThat(cutOff.append(request("Note-a", 1, "a1"))).isEqualTo(5);
        }
        assertThat(positions()).containsExactly("1 log-log", "2 Note-first", "3 Note-b", "4 Note-a", "5 Note-a");
    }

    @Test
    void a_request_that_arrives_between_looking_for_it_and_repeating_it_is_the_one_that_counts() throws Exception {
        try (var proxy = new CuttingProxy(server.port());
                HikariDataSource through = through(proxy);
                var cutOff = Sample.appender(through, tail)) {
            cutOff.append(request("Note-b", 0, "warm"));
            proxy.arm(Cut.OVERTAKING_REQUEST, "a0");
            assertThat(cutOff.append(request("Note-a", 0, "a0"))).isEqualTo(4);
            assertThat(proxy.delivered.getCount()).isZero();
        }
        assertThat(positions()).containsExactly("1 log-log", "2 Note-first", "3 Note-b", "4 Note-a");
    }

    @Test
    void a_conflict_stays_a_conflict_though_the_line_was_cut() throws Exception {
        UUID used = UUID.randomUUID();
        appender.append(request("test", used, null, events("Note-a", 0, "somebody else's")));
        try (var proxy = new CuttingProxy(server.port());
                HikariDataSource through = through(proxy);
                var cutOff = Sample.appender(through, tail)) {
            cutOff.append(request("Note-b", 0, "warm"));
            proxy.arm(Cut.ANSWER, "a0");
            assertThatThrownBy(() -> cutOff.append(request("Note-a", 0, "a0")))
                    .isInstanceOf(ConcurrencyException.class);
            proxy.arm(Cut.ANSWER, "c0");
            assertThatThrownBy(() -> cutOff.append(request("test", used, null, events("Note-c", 0, "c0"))))
                    .isInstanceOf(DuplicateCommand.class);
        }
        assertThat(positions()).containsExactly("1 log-log", "2 Note-first", "3 Note-a", "4 Note-b");
    }

    @Test
    void a_log_that_was_away_for_a_moment_answers_all_who_waited() throws InterruptedException {
        var going = new CountDownLatch(20);
        List<CompletableFuture<Long>> answers = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    going.countDown();
                    return appender.append(request("Note-" + i, 0, "a"));
                }))
                .toList();
        for (int i = 0; i < 5; i++) {
            kill("application_name = 'minqing appender'");
        }
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(40);
        assertThat(log.head()).isEqualTo(42);
    }

    private CompletableFuture<Long> submit(AppendRequest request) {
        return CompletableFuture.supplyAsync(() -> appender.append(request));
    }

    private boolean waiting(String where) {
        return admin.sql("select count(*) from pg_stat_activity where datname = current_database() and " + where)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int kill(String which) {
        return admin.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and " + which)
                .query(Integer.class)
                .single();
    }

    private void setting(String name, String value) {
        admin.sql("set synchronous_commit = off").update();
        admin.sql("alter system set " + name + " = '" + value + "'").update();
        admin.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private List<String> positions() {
        return log.readAfter(0, 100).stream()
                .map(event -> event.position() + " " + event.stream())
                .toList();
    }

    private HikariDataSource through(CuttingProxy proxy) throws IOException {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url().replace(":" + server.port() + "/", ":" + proxy.port() + "/"));
        config.setUsername(TestDatabase.COMMAND);
        config.setPassword(TestDatabase.PASSWORD);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
