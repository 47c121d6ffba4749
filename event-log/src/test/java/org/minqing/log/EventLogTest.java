package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.minqing.log.Sample.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.sample.NoteEvent.NoteTaken;

class EventLogTest {
    private final TestDatabase database = TestDatabase.create();
    private final TestLog test = TestLog.open(database, Sample.TYPES, Sample.HEADERS);
    private final EventLog log = test.log();

    @AfterEach
    void drop() {
        test.close();
        database.close();
    }

    @Test
    void no_two_logs_are_the_same_and_one_stays_what_it_is() {
        UUID own = log.installation();
        assertThat(log.installation()).isEqualTo(own);
        TestDatabase elsewhere = TestDatabase.create();
        try (TestLog another = TestLog.open(elsewhere, Sample.TYPES, Sample.HEADERS)) {
            assertThat(another.log().installation()).isNotEqualTo(own);
        } finally {
            elsewhere.close();
        }
    }

    @Test
    void position_one_says_that_the_log_was_opened() {
        StoredEvent opened = log.readAfter(0, 10).getFirst();

        assertThat(opened.position()).isEqualTo(1);
        assertThat(opened.type()).isEqualTo("log.Opened");
        assertThat(opened.payload()).isEqualTo(new LogEvent.Opened(ClockMode.SYSTEM));
        assertThat(opened.payloadBytes()).isEqualTo(new EventCodec().encode(opened.payload()));
        assertThat(opened.stream()).isEqualTo(LogEvent.STREAM);
    }

    @Test
    void opening_again_changes_nothing() {
        assertThat(LogSchema.open(database.command())).isEqualTo(ClockMode.SYSTEM);
        assertThat(LogSchema.openSimulated(database.command(), Instant.EPOCH)).isEqualTo(ClockMode.SYSTEM);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void events_come_back_as_they_went_in() {
        UUID programme = UUID.randomUUID();
        var note = new NoteTaken("水泵坏了", programme, "530328202207", LocalDate.of(2012, 3, 1));
        UUID causation = UUID.randomUUID();
        Appended appended = test.append(null, Map.of("causationId", causation.toString()), "Note-1", List.of(note))
                .getFirst();

        StoredEvent stored = log.readAfter(1, 10).getFirst();
        assertThat(stored.position()).isEqualTo(2).isEqualTo(appended.position());
        assertThat(stored.eventId()).isEqualTo(appended.eventId());
        assertThat(stored.stream()).isEqualTo("Note-1");
        assertThat(stored.sequence()).isZero();
        assertThat(stored.type()).isEqualTo("Note.NoteTaken");
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.programme()).isEqualTo(programme);
        assertThat(stored.division()).isEqualTo("530328202207");
        assertThat(stored.occurredOn()).isEqualTo(LocalDate.of(2012, 3, 1));
        assertThat(stored.payload()).isEqualTo(note);
        assertThat(stored.metadata())
                .containsEntry("actor", "tester")
                .containsEntry("causationId", causation.toString())
                .containsEntry("correlationId", stored.metadata().get("commandId"));
        assertThat(stored.metadataBytes()).isEqualTo(new EventCodec().encodeMetadata(stored.metadata()));
        assertThat(stored.recordedAt().getNano() % 1000).isZero();
    }

    @Test
    void finds_what_names_a_text_in_other_streams_since_the_stream_began() {
        test.append("Note-b", note("a"));
        test.append("Note-a", note("a"));
        test.append("Note-c", note("a"), note("aa"), note("x"));
        test.append("Note-d", note("x"));
        assertThat(log.naming("Note-a", List.of("a", "x"), 0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(4L, 6L, 7L);
        assertThat(log.naming("Note-a", List.of("a", "x"), 4, 1))
                .extracting(StoredEvent::position)
                .containsExactly(6L);
        assertThat(log.naming("Note-a", List.of("b"), 0, 10)).isEmpty();
    }

    @Test
    void reads_by_position_by_range_by_stream_and_by_type() {
        test.append("Note-a", note("a0"), note("a1"));
        test.append("Notebook-a", note("another type"));
        test.append("Note-b", note("b0"));
        test.append("Note-a", note("a2"));

        assertThat(log.readAfter(2, 2)).extracting(StoredEvent::position).containsExactly(3L, 4L);
        assertThat(log.readRange(3, 5)).extracting(StoredEvent::position).containsExactly(3L, 4L, 5L);
        assertThat(log.readStreams(Map.of("Note-a", 1L, "Note-b", 0L, "Note-none", 0L)))
                .extracting(StoredEvent::stream, StoredEvent::sequence)
                .containsExactly(tuple("Note-a", 1L), tuple("Note-a", 2L), tuple("Note-b", 0L));
        assertThat(log.readType("Note", 2)).extracting(StoredEvent::position).containsExactly(3L, 5L, 6L);
        assertThat(log.head()).isEqualTo(6);
    }

    @Test
    void a_command_is_found_by_its_key_with_its_positions() {
        test.append("Note-a", note("other"));
        test.append("Note-a", note("x"), note("y"), note("z"));
        UUID key = UUID.fromString(log.readAfter(2, 1).getFirst().metadata().get("commandId"));

        Optional<EventLog.RecordedCommand> command = log.findCommand("test", key);
        assertThat(command).hasValueSatisfying(found -> {
            assertThat(found.first()).isEqualTo(3);
            assertThat(found.last()).isEqualTo(5);
            assertThat(found.bodyHmac()).hasSize(32);
        });
        assertThat(log.findCommand("another", key)).isEmpty();
    }

    @Test
    void streams_are_parted_by_where_they_began_and_read_part_by_part() {
        test.append("Note-b", note("1"));
        test.append("Note-a", note("2"));
        test.append("Note-b", note("3"));
        test.append("Note-c", note("4"));

        assertThat(log.parts(5, 1)).containsExactly(1L, 2L, 3L, 5L);
        assertThat(log.parts(4, 2)).containsExactly(1L, 3L);
        assertThat(log.parts(5, 100)).containsExactly(5L);
        assertThat(log.readBegun(0, 2, 3)).extracting(StoredEvent::position).containsExactly(1L, 2L);
        assertThat(log.readBegun(1, 5, 5)).extracting(StoredEvent::position).containsExactly(2L, 4L, 3L, 5L);
        assertThat(log.readBegun(2, 3, 5)).extracting(StoredEvent::position).containsExactly(3L);
    }
}
