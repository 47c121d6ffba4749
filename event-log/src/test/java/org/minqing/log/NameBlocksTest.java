package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.minqing.log.Sample.note;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.log.sample.NoteEvent.NoteTaken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What events name is found by blocks that were written behind the head, and event by event behind those. */
class NameBlocksTest {
    private static final int EVENTS = NameBlocks.EVENTS;

    private final TestDatabase database = TestDatabase.create();
    private final TestLog test = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private final EventLog log = test.log();
    private final JdbcClient jdbc = JdbcClient.create(database.command());

    @AfterEach
    void drop() {
        test.close();
        database.close();
    }

    @Test
    void what_names_an_id_is_found_in_blocks_and_behind_them() {
        String id = UUID.randomUUID().toString();
        test.append("Note-first", note(id));
        fill(2 * EVENTS + 10);
        test.append("Note-second", note("x"), note(id));
        try (var blocks = new NameBlocks(database.command(), test.tail())) {
            awaitBlocks(2);
        }
        test.append("Note-third", note(id));
        long head = log.head();
        assertThat(positions("Note-else", id, 0)).containsExactly(2L, head - 1, head);
        assertThat(positions("Note-first", id, 0)).containsExactly(head - 1, head);
        assertThat(positions("Note-else", id, 2)).containsExactly(head - 1, head);
        assertThat(log.naming("Note-else", List.of(id), 0, 2))
                .extracting(StoredEvent::position)
                .containsExactly(2L, head - 1);
        assertThat(positions("Note-else", UUID.randomUUID().toString(), 0)).isEmpty();
    }

    @Test
    void the_same_is_found_with_and_without_blocks() {
        List<String> names =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(40).toList();
        Seeds.each(1, random -> {
            for (int i = 0; i < 4 * EVENTS / 8; i++) {
                List<Object> some = new ArrayList<>();
                for (int e = 0; e < 8; e++) {
                    some.add(note(text(random, names)));
                }
                test.append("Note-" + random.nextInt(20), some.toArray());
            }
        });
        List<List<Long>> before =
                names.stream().map(name -> positions("Note-3", name, 300)).toList();
        assertThat(before).anyMatch(found -> found.size() > 3);
        try (var blocks = new NameBlocks(database.command(), test.tail());
                var beside = new NameBlocks(database.command(), test.tail())) {
            awaitBlocks((int) (log.head() / EVENTS));
        }
        assertThat(names.stream().map(name -> positions("Note-3", name, 300))).isEqualTo(before);
    }

    private static String text(Random random, List<String> names) {
        return random.nextInt(4) == 0 ? names.get(random.nextInt(names.size())) : "text " + random.nextInt();
    }

    @Test
    void a_block_is_written_when_it_is_full_in_its_turn_and_once() {
        assertThatThrownBy(() -> nameBlock(0))
                .hasRootCauseMessage(
                        "ERROR: block 0 is not full yet\n  Where: PL/pgSQL function log.name_block(integer,integer[]) line 4 at RAISE");
        fill(2 * EVENTS);
        assertThat(nameBlock(1)).isFalse();
        assertThat(nameBlock(0)).isTrue();
        assertThat(nameBlock(0)).isFalse();
        assertThatThrownBy(() -> JdbcClient.create(database.owner())
                        .sql("update log.names set names = '{}'")
                        .update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void looking_for_what_few_name_reads_few_events_however_long_the_log() throws SQLException {
        String id = UUID.randomUUID().toString();
        fill(3 * EVENTS);
        test.append("Note-use", note(id));
        fill(12 * EVENTS);
        assertThat(eventsRead(id)).as("without blocks").isGreaterThan(15 * EVENTS);
        try (var blocks = new NameBlocks(database.command(), test.tail())) {
            awaitBlocks((int) (log.head() / EVENTS));
        }
        assertThat(eventsRead(id)).as("one block, and what is behind the last").isBetween(1L, 2L * EVENTS);
    }

    /** To find the one event that names it. */
    private long eventsRead(String id) throws SQLException {
        byte[] form = PackedPayload.form(id);
        try (Connection connection = database.query().getConnection();
                PreparedStatement naming = connection.prepareStatement(
                        "select count(*) from log.naming(array[?::bytea], array[?::int], 0, 0::smallint, '', 10)")) {
            long before = eventsRead(connection);
            naming.setBytes(1, form);
            naming.setInt(2, PackedPayload.hash(form));
            try (ResultSet rows = naming.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(1);
            }
            return eventsRead(connection) - before;
        }
    }

    private static long eventsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (ResultSet rows = statement.executeQuery("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables"
                    + " where schemaname = 'log' and relname = 'event'")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private boolean nameBlock(int block) {
        return jdbc.sql("select log.name_block(?, '{1}')")
                .param(block)
                .query(Boolean.class)
                .single();
    }

    private void fill(int events) {
        test.append(
                "Note-fill",
                Stream.generate(() -> (Object) note("x")).limit(events).toArray(NoteTaken[]::new));
    }

    private void awaitBlocks(int blocks) {
        await().until(() ->
                jdbc.sql("select count(*) from log.names").query(Integer.class).single() == blocks);
    }

    private List<Long> positions(String stream, String name, long after) {
        return log.naming(stream, List.of(name), after, 10_000).stream()
                .map(StoredEvent::position)
                .toList();
    }
}
