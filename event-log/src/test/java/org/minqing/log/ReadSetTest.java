package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.note;
import static org.minqing.log.Sample.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a decision looked at has not grown when its events are appended, whoever made it grow. */
class ReadSetTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog elsewhere = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    /** Sees nothing until it asks. */
    private final LogTail tail = new LogTail(database.command(), 1_000_000);

    private final Frontier frontier = Sample.frontier(database.command(), tail);
    private final Appender appender = new Appender(database.command(), Sample.CODEC, tail, frontier);
    private final JdbcClient admin = JdbcClient.create(database.pool("postgres", 1));
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void drop() {
        callers.shutdownNow();
        appender.close();
        tail.close();
        elsewhere.close();
        database.close();
    }

    @Test
    void a_stream_that_grew_here_refuses_who_saw_less_of_it() {
        appender.append(request("Note-read", 0, "one"));
        long known = frontier.position();
        appender.append(request("Note-read", 1, "two"));
        assertStale("Note-a", new ReadSet(known, Map.of("Note-read", 1L), Map.of(), Map.of()));
        assertTaken("Note-a", new ReadSet(known, Map.of("Note-read", 2L), Map.of(), Map.of()));
    }

    @Test
    void a_stream_that_another_process_made_grow_refuses_though_this_one_has_not_seen_it() {
        elsewhere.append("Note-read", note("one"));
        long known = frontier.position();
        elsewhere.append("Note-read", note("two"));
        assertThat(frontier.position()).isEqualTo(known);
        assertStale("Note-a", new ReadSet(known, Map.of("Note-read", 1L), Map.of(), Map.of()));
        assertThat(frontier.position()).as("who is refused finds the rest").isEqualTo(known + 1);
        assertTaken("Note-a", new ReadSet(known, Map.of("Note-read", 2L), Map.of(), Map.of()));
    }

    @Test
    void what_was_found_absent_and_is_there_now_refuses() {
        long known = frontier.position();
        assertTaken("Note-a", new ReadSet(known, Map.of("Note-read", 0L), Map.of(), Map.of()));
        elsewhere.append("Note-read", note("one"));
        assertStale("Note-b", new ReadSet(known, Map.of("Note-read", 0L), Map.of(), Map.of()));
    }

    @Test
    void a_type_of_which_a_new_stream_was_begun_refuses_who_had_seen_them_all() {
        long known = frontier.position();
        ReadSet all = new ReadSet(known, Map.of(), Map.of("Kind", known), Map.of());
        assertTaken("Note-a", all);
        elsewhere.append("Kind-new", note("one"));
        assertStale("Note-b", all);
        appender.append(request("Kind-here", 0, "one"));
        long both = frontier.position();
        assertTaken("Note-b", new ReadSet(known, Map.of(), Map.of("Kind", both), Map.of()));
        assertStale("Note-c", new ReadSet(known, Map.of(), Map.of("Kind", both - 1), Map.of()));
    }

    @Test
    void a_payload_that_names_an_id_refuses_who_had_found_none() {
        long known = frontier.position();
        ReadSet unnamed = new ReadSet(known, Map.of(), Map.of(), Map.of("the household", known));
        appender.append(request("Note-other", 0, "another household"));
        assertTaken("Note-a", unnamed);
        appender.append(request("Note-use", 0, "the household"));
        assertStale("Note-b", unnamed);
        elsewhere.append("Note-use-elsewhere", note("the second"));
        assertStale("Note-b", new ReadSet(known, Map.of(), Map.of(), Map.of("the second", known)));
        String id = "6f1f2b9c-9d3b-5b7e-8f0a-2b1d4c3e5f60";
        long before = elsewhere.append("Note-uuid", note(id)).getFirst().position() - 1;
        assertStale("Note-b", new ReadSet(known, Map.of(), Map.of(), Map.of(id, before)));
        assertTaken("Note-b", new ReadSet(known, Map.of(), Map.of(), Map.of(id, before + 1)));
    }

    @Test
    void of_two_that_claim_the_same_the_later_is_refused_unless_it_saw_the_earlier() {
        long known = frontier.position();
        assertTaken("Note-a", claiming("number", known));
        assertStale("Note-b", claiming("number", known));
        assertTaken("Note-b", claiming("another", known));
        assertTaken("Note-c", claiming("number", frontier.position()));
    }

    @Test
    void of_two_processes_that_claim_the_same_the_later_is_refused_seen_or_not() {
        long known = frontier.position();
        try (var deaf = new LogTail(database.command(), 1_000_000);
                var another = Sample.appender(database.command(), deaf)) {
            another.append(reading("Note-theirs", claiming("number", known)));
            assertThat(frontier.position()).as("unseen").isEqualTo(known);
            assertStale("Note-b", claiming("number", known));
            assertThat(frontier.position()).as("seen").isGreaterThan(known);
            assertStale("Note-b", claiming("number", known));
            assertTaken("Note-b", claiming("number", frontier.position()));
        }
    }

    @Test
    void who_is_refused_has_claimed_nothing() {
        long known = frontier.position();
        appender.append(request("Note-read", 0, "one"));
        assertStale("Note-a", new ReadSet(known, Map.of("Note-read", 0L), Map.of(), Map.of(), Map.of("number", known)));
        assertTaken("Note-b", claiming("number", known));
    }

    @Test
    void a_claim_whose_answer_was_lost_counts() throws SQLException {
        long known = frontier.position();
        CompletableFuture<Long> lost;
        try (Connection locking = database.owner().getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("select from log.head for update");
            lost = submit(reading("Note-a", claiming("number", known)));
            await().until(() -> appender.waiting() == 0 && terminated());
            locking.rollback();
        }
        assertThat(lost.join()).isEqualTo(known + 1);
        assertStale("Note-b", claiming("number", known));
        assertTaken("Note-b", claiming("number", frontier.position()));
    }

    /** Whether somebody waited for the head's lock, who now has lost his connection. */
    private boolean terminated() {
        return JdbcClient.create(database.pool("postgres", 1))
                        .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static ReadSet claiming(String what, long known) {
        return new ReadSet(known, Map.of(), Map.of(), Map.of(), Map.of(what, known));
    }

    @Test
    void a_decision_that_took_so_long_that_nobody_knows_is_refused() {
        Frontier short_ = new Frontier(elsewhere.log(), elsewhere.tail(), 2);
        long known = short_.position();
        ReadSet nothing = new ReadSet(known, Map.of("Note-never", 0L), Map.of(), Map.of());
        elsewhere.append("Note-a", note("1"), note("2"));
        short_.catchUp();
        assertThat(short_.stale(nothing)).isFalse();
        elsewhere.append("Note-a", note("3"));
        short_.catchUp();
        assertThat(short_.stale(nothing)).isTrue();
    }

    @Test
    void of_two_in_one_batch_who_read_what_the_other_writes_is_refused_alone() throws SQLException {
        CompletableFuture<Long> before;
        CompletableFuture<Long> writer;
        CompletableFuture<Long> reader;
        CompletableFuture<Long> other;
        long known = frontier.position();
        try (Connection locking = database.owner().getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("select from log.head for update");
            before = submit(request("Note-block", 0, "held by the lock"));
            // taken by the appender, which now waits for the lock
            await().until(this::appendersWait, waiting -> waiting == 1);
            writer = submit(request("Note-read", 0, "written"));
            await().until(() -> appender.waiting() == 1);
            reader = submit(reading("Note-a", new ReadSet(known, Map.of("Note-read", 0L), Map.of(), Map.of())));
            await().until(() -> appender.waiting() == 2);
            other = submit(reading("Note-b", new ReadSet(known, Map.of("Note-else", 0L), Map.of(), Map.of())));
            await().until(() -> appender.waiting() == 3);
            locking.rollback();
        }
        assertThat(before.join()).isEqualTo(known + 1);
        assertThat(writer.join()).isEqualTo(known + 2);
        assertThat(other.join()).isEqualTo(known + 3);
        assertThatThrownBy(reader::join).hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(elsewhere.log().head()).isEqualTo(known + 3);
    }

    private long appendersWait() {
        return admin.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'minqing appender' and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private CompletableFuture<Long> submit(AppendRequest request) {
        return CompletableFuture.supplyAsync(() -> appender.append(request), callers);
    }

    private void assertTaken(String stream, ReadSet reads) {
        assertThat(appender.append(reading(stream, reads))).isPositive();
    }

    private void assertStale(String stream, ReadSet reads) {
        long head = elsewhere.log().head();
        assertThatThrownBy(() -> appender.append(reading(stream, reads))).isInstanceOf(ConcurrencyException.class);
        assertThat(elsewhere.log().head()).isEqualTo(head);
    }

    private AppendRequest reading(String stream, ReadSet reads) {
        AppendRequest plain = request(stream, frontier.length(stream), "text");
        return new AppendRequest(
                plain.client(), plain.commandId(), plain.bodyHmac(), null, reads, KeyRows.NONE, plain.events());
    }
}
