package org.minqing.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.keys.ReadingSchema;
import org.minqing.query.platform.ReadSide;
import org.minqing.query.platform.sample.ThingEvent;
import org.minqing.query.platform.sample.ThingEvent.PartAdded;
import org.minqing.query.platform.sample.ThingEvent.Tag;
import org.minqing.query.platform.sample.ThingEvent.ThingGrown;
import org.minqing.query.platform.sample.ThingEvent.ThingMade;
import org.minqing.query.platform.sample.ThingView;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectionTest {
    private static final LocalDate DAY = LocalDate.of(2012, 3, 5);
    private static final UUID PROGRAMME = UUID.randomUUID();
    private final ReadSide side = ReadSide.of(new ThingView());

    @AfterEach
    void close() {
        side.close();
    }

    private static Tag tag(UUID thing) {
        return new Tag(thing, PROGRAMME, "530328");
    }

    private UUID made() {
        UUID thing = UUID.randomUUID();
        append(new ThingMade(tag(thing), "red", 1, DAY));
        return thing;
    }

    private long append(ThingEvent event) {
        return side.append("Thing-" + event.of().thingId(), event).position();
    }

    private ThingGrown grown(UUID thing, int by) {
        return new ThingGrown(tag(thing), by, DAY.plusDays(1));
    }

    @Test
    void stops_right_before_an_event_that_cannot_be_taken_in() {
        UUID thing = made();
        append(grown(thing, 2));
        long bad = append(grown(made(), ThingView.POISON));
        append(grown(thing, 3));

        Projection projection = side.projection();
        projection.start();

        await().until(projection::stoppedForGood);
        assertThat(projection.stands().position()).isEqualTo(bad - 1);
        assertThat(projection.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(projection.health().getDetails()).containsEntry("position", bad);
        assertThat(String.valueOf(projection.health().getDetails().get("reason")))
                .contains("Thing.ThingGrown")
                .doesNotContain("too much");
        for (String table : List.of("event", "fact", "audit_entry")) {
            assertThat(count("select count(*) from read." + table + " where position >= " + bad))
                    .isZero();
            assertThat(count("select count(*) from read." + table + " where position < " + bad))
                    .isPositive();
        }
        await().until(() -> !projection.isRunning());
    }

    @Test
    void goes_on_from_there_once_the_view_is_mended() throws InterruptedException {
        UUID thing = made();
        append(grown(thing, ThingView.POISON));
        append(grown(thing, 3));
        Projection stopped = side.projection();
        stopped.start();
        await().until(() -> stopped.stoppedForGood() && !stopped.isRunning());

        Projection mended = side.projection(new Views(List.of(new MendedView())));
        mended.start();
        side.settled();

        assertThat(mended.health().getStatus()).isEqualTo(Status.UP);
        assertThat(count("select sum(quantity) from read.fact where measure = 'X-SUM'"))
                .isEqualTo(1 + ThingView.POISON + 3);
    }

    /** As a later version of the view would be. */
    private static final class MendedView implements View<ThingEvent> {
        private final ThingView view = new ThingView();

        @Override
        public List<Entity<ThingEvent, ?>> entities() {
            return List.of(Entity.of(ThingEvent.class, "Thing", "things", Map.class)
                    .begunBy(ThingMade.class)
                    .evolve((state, event, id, meta) -> Map.of("position", meta.position())));
        }

        @Override
        public java.util.stream.Stream<org.minqing.query.platform.view.Fact> facts(
                ThingEvent event, org.minqing.query.platform.view.EventMeta meta) {
            return view.facts(event, meta);
        }

        @Override
        public List<Measure> measures() {
            return view.measures();
        }
    }

    @Test
    void what_is_asked_for_each_event_is_planned_by_what_there_is() throws InterruptedException {
        side.tailing();
        for (int i = 0; i < 600; i++) {
            made();
        }
        side.settled();
        assertThat(count("select reltuples::bigint from pg_class where oid = 'read.event'::regclass"))
                .isGreaterThanOrEqualTo(500);
    }

    @Test
    void takes_the_logs_own_events_and_those_no_view_tells_as_positions() throws InterruptedException {
        side.tailing();
        made();
        long head = side.settled();
        assertThat(count("select count(*) from read.event")).isEqualTo(head);
        assertThat(side.jdbc
                        .sql("select type from read.event where position = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("log.Opened");
    }

    @Test
    void another_takes_over_when_the_one_that_tails_stops() throws InterruptedException {
        Projection first = side.projection();
        first.start();
        UUID thing = made();
        side.settled();
        Projection second = side.projection();
        second.start();
        append(grown(thing, 1));
        side.settled();

        first.stop();
        append(grown(thing, 1));
        side.settled();

        assertThat(count("select sum(quantity) from read.fact where measure = 'X-SUM'"))
                .isEqualTo(3);
    }

    @Test
    void another_takes_over_when_the_one_that_tails_dies_without_a_word() throws InterruptedException {
        Projection first = side.projection();
        first.start();
        UUID thing = made();
        side.settled();
        Projection second = side.projection();
        second.start();

        // nothing it holds is given back
        ((HikariDataSource) first.dataSource()).close();
        append(grown(thing, 1));
        side.settled();

        assertThat(second.stands().position()).isEqualTo(side.log.log().head());
        assertThat(count("select sum(quantity) from read.fact where measure = 'X-SUM'"))
                .isEqualTo(2);
    }

    @Test
    void loses_nothing_and_writes_nothing_twice_when_its_backends_are_killed_in_the_middle()
            throws InterruptedException {
        List<UUID> things = List.of(made(), made(), made());
        for (int i = 0; i < 60; i++) {
            UUID thing = things.get(i % 3);
            DomainEvent[] events = new DomainEvent[20];
            for (int j = 0; j < events.length; j++) {
                events[j] = j % 5 == 0
                        ? new PartAdded(tag(thing), UUID.randomUUID(), "blue", DAY)
                        : new ThingGrown(tag(thing), 1, DAY.plusDays(i % 7));
            }
            side.log.append("Thing-" + thing, (Object[]) events);
        }
        Projection projection = side.projection();
        projection.start();
        long head = side.log.log().head();
        for (int kill = 0; kill < 3; kill++) {
            long from = projection.stands().position();
            await().ignoreExceptionsInstanceOf(DataAccessException.class)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> stands() > from || stands() == head);
            side.jdbc
                    .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = current_database() and query like '%read.%' and state <> 'idle'"
                            + " and pid <> pg_backend_pid()")
                    .query(Long.class)
                    .single();
        }
        side.settled();
        assertThat(count("select count(*) from read.event")).isEqualTo(head);
        assertThat(side.rebuild().run(2).same()).isTrue();
    }

    private long stands() {
        return side.jdbc
                .sql("select position from read.checkpoint")
                .query(Long.class)
                .single();
    }

    @Test
    void a_rebuild_from_nothing_equals_what_the_tail_had_written_row_for_row() throws InterruptedException {
        side.tailing();
        UUID thing = made();
        append(grown(thing, 2));
        append(new ThingGrown(tag(thing), 5, DAY.minusDays(3)));
        append(new PartAdded(tag(thing), UUID.randomUUID(), "blue", DAY));
        side.settled();
        for (String table : ReadSchema.MODELS) {
            side.jdbc
                    .sql("create table read.was_" + table + " as select * from read." + table)
                    .update();
            side.jdbc.sql("drop table read." + table + " cascade").update();
        }

        Rebuild.Outcome outcome = side.rebuild().run(2);

        assertThat(outcome.differences()).isEmpty();
        for (String table : ReadSchema.MODELS) {
            String before = "select * from read.was_" + table;
            String after = "select * from read." + table;
            assertThat(count("select count(*) from ((" + before + " except all " + after + ") union all (" + after
                            + " except all " + before + ")) as d"))
                    .as(table)
                    .isZero();
            assertThat(outcome.rows().get(table)).isPositive();
        }
    }

    @Test
    void the_tail_goes_on_in_the_tables_of_a_rebuild_and_readings_stay() throws InterruptedException {
        side.tailing();
        UUID thing = made();
        side.settled();
        ReadingSchema.migrate(side.database.owner());
        JdbcClient.create(side.database.query())
                .sql(
                        "insert into reading.reading (read_at, position, actor, role, client, subject_type, subject_id, purpose)"
                                + " values (now(), 1, 'a', 'office', 'c', 'Thing', 'x', 'looking')")
                .update();

        assertThat(side.rebuild().run(1).same()).isTrue();
        append(grown(thing, 4));
        side.settled();

        assertThat(JdbcClient.create(side.database.query())
                        .sql("select count(*) from reading.reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(side.rebuild().run(1).same()).isTrue();
    }

    @Test
    void a_rebuild_shows_rows_that_somebody_tampered_with() throws InterruptedException {
        side.tailing();
        made();
        side.settled();
        side.jdbc
                .sql("update read.fact set quantity = 2 where measure = 'X-SUM'")
                .update();

        Rebuild.Outcome outcome = side.rebuild().run(1);

        assertThat(outcome.same()).isFalse();
        assertThat(outcome.differences()).containsEntry("fact", 2L).containsEntry("register", 0L);
        assertThat(count("select sum(quantity) from read.fact where measure = 'X-SUM'"))
                .isEqualTo(1);
    }

    private long count(String sql) {
        return side.jdbc.sql(sql).query(Long.class).single();
    }
}
