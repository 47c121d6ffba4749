package org.minqing.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.projection.Rebuild.Phase;
import org.minqing.query.platform.projection.Rebuild.Progress;
import org.minqing.query.platform.sample.ThingEvent.Tag;
import org.minqing.query.platform.sample.ThingEvent.ThingGrown;
import org.minqing.query.platform.sample.ThingEvent.ThingMade;
import org.minqing.query.platform.sample.ThingView;

class RebuildTest {
    private static final LocalDate DAY = LocalDate.of(2012, 3, 5);
    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final String TAMPER = "update read.fact set quantity = 2 where measure = 'X-SUM'";
    private static final String SUM = "select sum(quantity)::bigint from read.fact where measure = 'X-SUM'";

    private final ReadSide side = ReadSide.of(new ThingView()).tailing();

    @AfterEach
    void close() {
        side.close();
    }

    private static Tag tag(UUID thing) {
        return new Tag(thing, PROGRAMME, "530328");
    }

    private UUID made() {
        UUID thing = UUID.randomUUID();
        side.append("Thing-" + thing, new ThingMade(tag(thing), "red", 1, DAY));
        return thing;
    }

    private void grown(UUID thing) {
        side.append("Thing-" + thing, new ThingGrown(tag(thing), 1, DAY.plusDays(1)));
    }

    private long count(String sql) {
        return side.jdbc.sql(sql).query(Long.class).single();
    }

    private void refused(Runnable asked, RebuildRefused.Reason reason) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        RebuildRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void run() {
        try {
            side.rebuild().run(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_tables_have_the_indexes_and_constraints_they_had() throws InterruptedException {
        made();
        side.settled();
        List<String> before = indexes();
        assertThat(side.rebuild().run(2).same()).isTrue();
        assertThat(indexes()).hasSizeGreaterThan(30).isEqualTo(before);
    }

    private List<String> indexes() {
        return side.jdbc
                .sql("select indexdef from pg_indexes where schemaname = 'read'"
                        + " union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint"
                        + " where connamespace = 'read'::regnamespace and contype <> 'n' order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void tables_from_before_answer_again_with_what_came_since_and_the_others_after_that() throws InterruptedException {
        UUID thing = made();
        side.settled();
        side.jdbc.sql(TAMPER).update();
        assertThat(side.rebuild().run(2).differences()).containsEntry("fact", 2L);
        assertThat(count(SUM)).isEqualTo(1);
        grown(thing);
        long head = side.settled();

        assertThat(side.rebuild().back()).isEqualTo(head);
        assertThat(count(SUM)).isEqualTo(3);
        assertThat(count("select count(*) from read.event")).isEqualTo(head);
        grown(thing);
        side.settled();
        assertThat(count(SUM)).isEqualTo(4);

        side.rebuild().back();
        assertThat(count(SUM)).isEqualTo(3);
        assertThat(side.rebuild().run(1).same()).isTrue();
    }

    @Test
    void what_cannot_be_put_back_is_refused() throws InterruptedException {
        made();
        side.settled();
        refused(side.rebuild()::back, RebuildRefused.Reason.NOTHING_BEFORE);
        run();
        side.jdbc.sql("update read_before.stands set version = 1").update();
        refused(side.rebuild()::back, RebuildRefused.Reason.OTHER_VERSION);
        side.jdbc.sql("drop table read_before.fact").update();
        refused(side.rebuild()::back, RebuildRefused.Reason.NOTHING_BEFORE);
        assertThat(count(SUM)).isEqualTo(1);
    }

    @Test
    void only_one_is_under_way_and_it_says_how_far_it_is() throws Exception {
        made();
        side.settled();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<Progress> told = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Rebuild.Outcome> first = CompletableFuture.supplyAsync(() -> {
            try {
                return side.rebuild().run(1, progress -> {
                    told.add(progress);
                    begun.countDown();
                    await(go);
                });
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await(begun);
        refused(this::run, RebuildRefused.Reason.UNDER_WAY);
        refused(side.rebuild()::back, RebuildRefused.Reason.UNDER_WAY);
        go.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).same()).isTrue();

        assertThat(told.stream().map(Progress::phase).distinct()).containsExactly(Phase.values());
        assertThat(told.stream().map(Progress::percent)).isSorted().contains(0, 100);
        assertThat(told.getLast().left()).isZero();
        assertThat(told.getLast().eventsASecond()).isPositive();
        run();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_that_dies_leaves_the_old_tables_and_the_next_begins_anew() throws InterruptedException {
        made();
        side.settled();
        List<String> tables = standing();
        for (Phase phase : Phase.values()) {
            assertThatThrownBy(() -> side.rebuild().run(1, progress -> {
                        if (progress.phase() == phase) {
                            throw new IllegalStateException("dies");
                        }
                    }))
                    .hasMessage("dies");
            assertThat(standing()).as(phase.name()).isEqualTo(tables);
        }
        assertThat(side.rebuild().run(1).same()).isTrue();
        assertThat(count("select count(*) from pg_namespace where nspname in ('read_next', 'read_away')"))
                .isZero();
    }

    /** Told backwards: each growth makes all that came after another, and of that more is written than is ever held. */
    @Test
    void a_story_that_is_told_anew_again_and_again_is_written_as_it_goes() throws InterruptedException {
        UUID thing = made();
        for (int day = 30; day > 0; day--) {
            side.append("Thing-" + thing, new ThingGrown(tag(thing), 1, DAY.plusDays(day)));
        }
        side.settled();
        Rebuild.Outcome outcome = side.rebuild().run(1);
        assertThat(outcome.differences()).containsEntry("register", 0L).containsEntry("task", 0L);
        assertThat(outcome.rows().get("register"))
                .isGreaterThan(400)
                .isEqualTo(count("select count(*) from read.register"));
    }

    private List<String> standing() {
        return side.jdbc
                .sql("select relname || oid from pg_class where relnamespace = 'read'::regnamespace order by 1")
                .query(String.class)
                .list();
    }

    /** Each transaction touches the tables in an order that goes against that of the switch. */
    @Test
    void whoever_reads_while_tables_are_switched_waits_for_a_moment_and_never_in_a_circle() throws Exception {
        UUID thing = made();
        side.settled();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger read = new AtomicInteger();
        AtomicReference<Exception> wrong = new AtomicReference<>();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                try (Connection connection = side.database.query().getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    while (!over.get()) {
                        statement.execute("select count(*) from read.task");
                        Thread.sleep(20);
                        statement.execute("select count(*) from read.fact, read.register");
                        Thread.sleep(20);
                        statement.execute("select count(*) from read.event");
                        connection.commit();
                        read.incrementAndGet();
                        Thread.sleep(10);
                    }
                } catch (Exception e) {
                    wrong.set(e);
                }
            }));
        }
        for (int i = 0; i < 2; i++) {
            grown(thing);
            run();
            side.rebuild().back();
        }
        over.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(wrong.get()).isNull();
        assertThat(read.get()).isPositive();
        side.settled();
        assertThat(side.rebuild().run(1).same()).isTrue();
    }
}
