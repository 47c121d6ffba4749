package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.log.Outcome.Accepted;
import org.minqing.log.Outcome.Refused;
import org.minqing.log.Outcome.Why;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendFunctionTest {
    private final TestDatabase database = TestDatabase.create();
    private final LogWriter writer = new LogWriter();

    @BeforeEach
    void open() {
        LogSchema.open(database.command());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_refused_request_among_good_ones_is_refused_alone() {
        UUID key = UUID.randomUUID();
        append(request("test", key, null, events("Note-a", 0, "first")));

        assertThat(append(
                        request("Note-b", 0, "b0", "b1"),
                        request("Note-a", 0, "stale"),
                        request("Note-c", 1, "ahead of its stream"),
                        request("test", key, null, events("Note-d", 0, "key again")),
                        request("Note-e", 0, "e0")))
                .containsExactly(
                        new Accepted(3),
                        new Refused(Why.CONFLICT),
                        new Refused(Why.CONFLICT),
                        new Refused(Why.DUPLICATE),
                        new Accepted(5));
        assertThat(stored()).containsExactly("1 log-log 0", "2 Note-a 0", "3 Note-b 0", "4 Note-b 1", "5 Note-e 0");
    }

    @Test
    void a_request_over_several_streams_is_appended_whole_or_not_at_all() {
        append(request("Note-a", 0, "a0"));
        List<Sample.Planned> both = Stream.concat(
                        events("Note-b", 0, "b0").stream(), events("Note-a", 0, "stale").stream())
                .toList();
        assertThat(append(request("test", UUID.randomUUID(), null, both))).containsExactly(new Refused(Why.CONFLICT));
        assertThat(stored()).containsExactly("1 log-log 0", "2 Note-a 0");
    }

    @Test
    void events_that_skip_a_sequence_are_refused() {
        List<Sample.Planned> gap = Stream.concat(events("Note-a", 0, "a0").stream(), events("Note-a", 2, "a2").stream())
                .toList();
        assertThat(append(request("test", UUID.randomUUID(), null, gap))).containsExactly(new Refused(Why.CONFLICT));
    }

    @Test
    void the_same_key_of_another_client_is_another_key() {
        UUID key = UUID.randomUUID();
        assertThat(append(
                        request("one", key, null, events("Note-a", 0, "a")),
                        request("two", key, null, events("Note-b", 0, "b"))))
                .containsExactly(new Accepted(2), new Accepted(3));
    }

    @Test
    void two_requests_of_a_batch_on_one_stream_are_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> append(request("Note-a", 0, "a"), request("Note-a", 1, "b")))
                .hasMessageContaining("two requests of one batch touch one stream");
        assertThat(stored()).containsExactly("1 log-log 0");
    }

    @Test
    void what_no_dictionary_knows_is_not_written() {
        append(request("Note-a", 0, "a"));
        for (String ids : List.of(
                "99, 1, 1, 1, 1",
                "1, 99, 1, 1, 1",
                "1, 1, 99, 1, 1",
                "1, 1, 1, 99, 1",
                "1, 1, 1, 1, 99",
                "0, 1, 1, 1, 1")) {
            String[] id = ids.split(", ");
            assertThatThrownBy(() -> jdbc(TestDatabase.COMMAND)
                            .sql(("select * from log.append(array[1], array[%s::smallint], array['b'::bytea], array[0],"
                                            + " array[gen_random_uuid()], array[%s::smallint], array[%s], array[0],"
                                            + " array[%s::smallint], array[gen_random_uuid()], array['\\x00'::bytea],"
                                            + " array[%s], array[''::bytea], array['{}'::bytea], null,"
                                            + " 0, array[]::int[], array[]::smallint[], array[]::bytea[], array[]::bigint[],"
                                            + " array[]::int[], array[]::smallint[], array[]::bigint[], null, null)")
                                    .formatted((Object[]) id))
                            .query()
                            .listOfRows())
                    .as(ids)
                    .rootCause()
                    .hasMessageContaining("unknown type, stream, client, scope or frame");
        }
    }

    @Test
    void nobody_gives_recording_times_while_the_clock_is_the_systems() {
        AppendRequest dated =
                request("test", UUID.randomUUID(), Instant.parse("2012-01-01T00:00:00Z"), events("Note-a", 0, "dated"));
        assertThat(append(request("Note-b", 0, "b"), dated)).containsExactly(new Accepted(2), new Refused(Why.TIME));
    }

    @Test
    void the_two_roles_may_not_touch_what_stands_and_the_query_role_not_append() {
        for (String user : List.of(TestDatabase.COMMAND, TestDatabase.QUERY, TestDatabase.UPKEEP)) {
            for (String change : List.of(
                    "update log.event set sequence = 53",
                    "delete from log.event",
                    "truncate log.event",
                    "insert into log.event select * from log.event",
                    "update log.head set position = 9",
                    "delete from log.frame",
                    "update log.event_type set name = 'x'",
                    "insert into log.client (name) values ('x')",
                    "update log.installation set id = gen_random_uuid()",
                    "alter table log.event disable trigger append_only",
                    "select log.append_own('x', gen_random_uuid(), '{}', now(), 'SYSTEM')")) {
                assertThatThrownBy(() -> jdbc(user).sql(change).update())
                        .as(user + ": " + change)
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThat(jdbc(user)
                            .sql("select count(*) from log.event")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThatThrownBy(() -> jdbc(TestDatabase.QUERY)
                        .sql("select log.type_id('x', 1::smallint)")
                        .query()
                        .singleValue())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_trigger_refuses_changes_even_of_the_owner() {
        append(request("Note-a", 0, "a"));
        for (String change : List.of(
                "update log.event set sequence = 53",
                "update log.event set sequence = 53 where false",
                "delete from log.event",
                "truncate log.event",
                "delete from log.event_type",
                "update log.client set name = 'x'",
                "truncate log.frame",
                "delete from log.head",
                "insert into log.head (one, position, recorded_at) values (true, 1, now())",
                "truncate log.head",
                "update log.installation set id = gen_random_uuid()",
                "delete from log.installation")) {
            assertThatThrownBy(() -> jdbc(TestDatabase.OWNER).sql(change).update())
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
        for (String back : List.of("position = position - 1", "clock = 'SIMULATED', position = position + 1")) {
            assertThatThrownBy(() -> jdbc(TestDatabase.OWNER)
                            .sql("update log.head set " + back)
                            .update())
                    .rootCause()
                    .hasMessageContaining("only moves forward");
        }
    }

    @Test
    void look_ups_stay_few_however_large_the_log_grew_since_the_plan_was_made() throws SQLException {
        try (Connection connection = database.command().getConnection()) {
            String[] thousand = new String[1_000];
            Arrays.fill(thousand, "a");
            writer.append(connection, List.of(prepared(request("Note-a", 0, "the plan is made here"))), 0);
            writer.append(connection, List.of(prepared(request("Note-b", 0, thousand))), 0);
            long before = tuplesRead(connection);
            for (int i = 1; i <= 50; i++) {
                writer.append(connection, List.of(prepared(request("Note-a", i, "a"))), 0);
            }
            assertThat(tuplesRead(connection) - before).isLessThan(50 * 5);
        }
    }

    private long tuplesRead(Connection connection) throws SQLException {
        connection.createStatement().execute("select pg_stat_force_next_flush()");
        return jdbc(TestDatabase.OWNER)
                .sql("select t.seq_tup_read + (select sum(i.idx_tup_read) from pg_stat_user_indexes i"
                        + " where i.relid = t.relid) from pg_stat_user_tables t"
                        + " where t.schemaname = 'log' and t.relname = 'event'")
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc(String user) {
        return JdbcClient.create(
                switch (user) {
                    case TestDatabase.OWNER -> database.owner();
                    case TestDatabase.COMMAND -> database.command();
                    default -> database.query();
                });
    }

    private List<String> stored() {
        return jdbc(TestDatabase.QUERY)
                .sql("select position || ' ' || stream || ' ' || sequence from log.readable order by position")
                .query(String.class)
                .list();
    }

    private List<Outcome> append(AppendRequest... requests) {
        try (Connection connection = database.command().getConnection()) {
            return writer.append(
                            connection,
                            Stream.of(requests)
                                    .map(AppendFunctionTest::prepared)
                                    .toList(),
                            0)
                    .outcomes();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static EncodedRequest prepared(AppendRequest request) {
        return EncodedRequest.of(request, Sample.CODEC);
    }
}
