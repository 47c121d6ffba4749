package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.request;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppenderTest {
    private final TestDatabase database = TestDatabase.create();
    private final LogTail tail = new LogTail(database.command());
    private final PostgresEventLog log = new PostgresEventLog(database.query(), Sample.TYPES, Sample.CODEC, tail);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final JdbcClient admin = JdbcClient.create(database.pool("postgres", 1));
    private final List<Appender> appenders = new ArrayList<>();

    @BeforeEach
    void open() {
        LogSchema.open(database.command());
    }

    @AfterEach
    void drop() {
        callers.shutdownNow();
        appenders.forEach(Appender::close);
        tail.close();
        database.close();
    }

    @Test
    void sixty_four_commands_wait_while_a_pool_of_four_stays_free_for_others() throws SQLException {
        DataSource pool = database.pool(TestDatabase.COMMAND, 4);
        Appender appender = appender(pool);
        List<CompletableFuture<Long>> answers;
        try (Connection locking = lockHead()) {
            answers = new ArrayList<>(List.of(submit(appender, request("Note-0", 0, "a"))));
            await().until(this::appendersWait, waiting -> waiting == 1);
            for (int i = 1; i < 64; i++) {
                answers.add(submit(appender, request("Note-" + i, 0, "a")));
            }
            await().until(() -> appender.waiting() == 63);
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection();
                    Connection three = pool.getConnection();
                    Connection four = pool.getConnection()) {
                assertThat(List.of(one, two, three, four)).allMatch(AppenderTest::valid);
            }
            locking.rollback();
        }
        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .containsExactlyElementsOf(LongStream.range(2, 66).boxed().toList());
        // those that waited together were committed together
        assertThat(log.readAfter(1, 100).stream().map(StoredEvent::recordedAt).distinct())
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void requests_on_one_stream_are_judged_one_after_the_other() throws SQLException {
        Appender appender = appender(database.command());
        try (Connection locking = lockHead()) {
            var first = submit(appender, request("Note-block", 0, "held by the lock"));
            await().until(this::appendersWait, waiting -> waiting == 1);
            var winner = submit(appender, request("Note-a", 0, "quicker"));
            await().until(() -> appender.waiting() == 1);
            var queued = submit(appender, request("Note-b", 0, "b0"));
            await().until(() -> appender.waiting() == 2);
            var loser = submit(appender, request("Note-a", 0, "later"));
            await().until(() -> appender.waiting() == 3);
            locking.rollback();
            assertThat(List.of(first.join(), winner.join(), queued.join())).containsExactly(2L, 3L, 4L);
            assertThat(log.readRange(3, 4).stream().map(StoredEvent::recordedAt).distinct())
                    .as("one batch, because the later request was kept for the next")
                    .hasSize(1);
            assertThatThrownBy(loser::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    void one_key_on_two_appenders_is_taken_once() {
        Appender one = appender(database.pool(TestDatabase.COMMAND, 2));
        Appender two = appender(database.pool(TestDatabase.COMMAND, 2));
        for (int round = 0; round < 20; round++) {
            UUID key = UUID.randomUUID();
            var answers = List.of(
                    submit(one, request("test", key, null, events("Note-one-" + round, 0, "a"))),
                    submit(two, request("test", key, null, events("Note-two-" + round, 0, "a"))));
            var failures = answers.stream()
                    .map(answer -> answer.handle((position, failure) -> failure).join())
                    .filter(failure -> failure != null)
                    .toList();
            assertThat(failures)
                    .hasSize(1)
                    .first()
                    .satisfies(failure -> assertThat(failure).hasCauseInstanceOf(DuplicateCommand.class));
        }
        assertThat(log.head()).isEqualTo(21);
    }

    @Test
    void what_the_database_cannot_take_fails_alone() throws SQLException {
        Appender appender = appender(database.command());
        try (Connection locking = lockHead()) {
            var first = submit(appender, request("Note-block", 0, "held by the lock"));
            await().until(this::appendersWait, waiting -> waiting == 1);
            var good = submit(appender, request("Note-a", 0, "good"));
            var poison = submit(appender, request("no type-a", 0, "no name of a type"));
            var nul = submit(
                    appender,
                    request("\u0000", UUID.randomUUID(), null, Sample.events("Note-c", 0, "no text to PostgreSQL")));
            var alsoGood = submit(appender, request("Note-b", 0, "good"));
            await().until(() -> appender.waiting() == 4);
            locking.rollback();
            assertThat(first.join()).isEqualTo(2);
            assertThat(List.of(good.join(), alsoGood.join())).containsExactlyInAnyOrder(3L, 4L);
            for (var bad : List.of(poison, nul)) {
                assertThatThrownBy(bad::join)
                        .hasCauseInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("cannot take this");
            }
        }
    }

    @Test
    void what_is_no_name_of_a_stream_is_not_even_asked_for() {
        Appender appender = appender(database.command());
        for (String no : List.of("no stream", "-a", "Note-", "Note-\u0000")) {
            assertThatThrownBy(() -> appender.append(request(no, 0, "text")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a stream is named <Type>-<id>");
        }
    }

    @Test
    void a_queue_that_stays_full_says_so_and_meters_tell_of_it() throws SQLException {
        var meters = new SimpleMeterRegistry();
        var appender = new Appender(
                database.command(),
                Sample.CODEC,
                tail,
                Sample.frontier(database.command(), tail),
                meters,
                1,
                Duration.ofMillis(10));
        appenders.add(appender);
        try (Connection locking = lockHead()) {
            var taken = submit(appender, request("Note-a", 0, "being appended"));
            await().until(this::appendersWait, waiting -> waiting == 1);
            var queued = submit(appender, request("Note-b", 0, "in the queue"));
            await().until(() -> appender.waiting() == 1);
            assertThat(meters.get("minqing.log.queue").gauge().value()).isEqualTo(1);
            assertThatThrownBy(() -> appender.append(request("Note-c", 0, "one too many")))
                    .isInstanceOf(LogOverloaded.class);
            locking.rollback();
            assertThat(List.of(taken.join(), queued.join())).containsExactly(2L, 3L);
            await().until(() -> meters.get("minqing.log.commit").timer().count() == 2);
            assertThat(meters.get("minqing.log.batch").summary().totalAmount()).isEqualTo(2);
        }
    }

    @Test
    void without_space_it_refuses_at_once_and_its_readers_rest_until_there_is_some() throws Exception {
        Appender appender = appender(database.command());
        DatabaseSockets.Server server = new DirectConnections(database.command()).server();
        var left = new AtomicLong();
        server.has(new FreeSpace(left::get));
        try (var stream = new LogMessageSource(log, tail).openStream(null)) {
            assertThatThrownBy(() -> appender.append(request("Note-a", 0, "no space")))
                    .isInstanceOf(LogFull.class);
            assertThat(stream.hasNextAvailable()).isFalse();
            left.set(FreeSpace.ENOUGH);
            await().until(() -> !server.space().full());
            assertThat(appender.append(request("Note-a", 0, "space"))).isEqualTo(2);
            await().until(stream::hasNextAvailable);
        } finally {
            server.has(FreeSpace.UNKNOWN);
        }
    }

    @Test
    void closing_appends_what_waits_and_takes_no_more() throws SQLException {
        Appender appender = appender(database.command());
        CompletableFuture<Long> taken;
        CompletableFuture<Long> queued;
        CompletableFuture<Void> closing;
        try (Connection locking = lockHead()) {
            taken = submit(appender, request("Note-a", 0, "being appended"));
            await().until(this::appendersWait, waiting -> waiting == 1);
            queued = submit(appender, request("Note-b", 0, "in the queue"));
            await().until(() -> appender.waiting() == 1);
            closing = CompletableFuture.runAsync(appender::close, callers);
            locking.rollback();
        }
        closing.join();
        assertThat(List.of(taken.join(), queued.join())).containsExactly(2L, 3L);
        assertThatThrownBy(() -> appender.append(request("Note-c", 0, "too late")))
                .isInstanceOf(LogUnavailable.class);
    }

    private Appender appender(DataSource command) {
        var appender = Sample.appender(command, tail);
        appenders.add(appender);
        return appender;
    }

    private CompletableFuture<Long> submit(Appender appender, AppendRequest request) {
        return CompletableFuture.supplyAsync(() -> appender.append(request), callers);
    }

    private Connection lockHead() throws SQLException {
        Connection connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select from log.head for update");
        return connection;
    }

    private long appendersWait() {
        return admin.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'minqing appender' and wait_event_type = 'Lock'"
                        + " and pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    private static boolean valid(Connection connection) {
        try {
            return connection.isValid(90);
        } catch (SQLException e) {
            return false;
        }
    }
}
