package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.log.Sample.note;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.log.AppendContext.Appended;

class LogEventStorageEngineTest {
    private final TestDatabase database = TestDatabase.create();
    private final LogTail tail = new LogTail(database.command());
    private final PostgresEventLog log = new PostgresEventLog(database.command(), Sample.TYPES, Sample.CODEC, tail);
    private final Appender appender = Sample.appender(database.command(), tail);
    private final LogEventStorageEngine engine =
            new LogEventStorageEngine(log, appender, Sample.TYPES, Sample.CODEC, Sample.HEADERS, Sample.IDS);
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();

    @BeforeEach
    void open() {
        LogSchema.open(database.command());
    }

    @AfterEach
    void drop() {
        store.shutDown();
        appender.close();
        tail.close();
        database.close();
    }

    @Test
    void appends_a_unit_of_work_at_once_and_tells_its_positions() {
        AppendContext context = context();
        publish(context, event("Note-a", 0, "a0"), event("Note-a", 1, "a1"), event("Note-b", 0, "b0"));

        assertThat(context.appended())
                .containsExactly(
                        new Appended(2, "Note-a", 0, id(context, 0), "Note.NoteTaken"),
                        new Appended(3, "Note-a", 1, id(context, 1), "Note.NoteTaken"),
                        new Appended(4, "Note-b", 0, id(context, 2), "Note.NoteTaken"));
        assertThat(log.findCommand("test", context.commandId())).hasValueSatisfying(command -> {
            assertThat(command.first()).isEqualTo(2);
            assertThat(command.last()).isEqualTo(4);
            assertThat(command.bodyHmac()).isEqualTo(context.bodyHmac());
        });
    }

    @Test
    void reads_a_stream_as_it_was_appended() {
        AppendContext context = context();
        publish(context, event("Note-a", 0, "a0"), event("Note-b", 0, "b0"), event("Note-a", 1, "a1"));

        List<? extends DomainEventMessage<?>> events =
                store.readEvents("Note-a").asStream().toList();
        assertThat(events).extracting(EventMessage::getPayload).isEqualTo(List.of(note("a0"), note("a1")));
        DomainEventMessage<?> last = events.getLast();
        assertThat(last.getIdentifier()).isEqualTo(id(context, 2).toString());
        assertThat(last.getSequenceNumber()).isEqualTo(1);
        assertThat(last.getType()).isEqualTo("Note");
        assertThat(last.getMetaData()).isEqualTo(MetaData.from(Map.of("actor", "tester")));
        assertThat(last.getTimestamp()).isEqualTo(log.readRange(4, 4).getFirst().recordedAt());

        var fromOne = store.readEvents("Note-a", 1);
        assertThat(fromOne.asStream()).hasSize(1);
        assertThat(fromOne.getLastSequenceNumber()).isEqualTo(1);
        assertThat(store.readEvents("Note-none").hasNext()).isFalse();
        assertThat(store.lastSequenceNumberFor("Note-a")).contains(1L);
        assertThat(store.lastSequenceNumberFor("Note-none")).isEmpty();
    }

    @Test
    void a_stream_that_moved_on_meanwhile_is_a_conflict() {
        publish(context(), event("Note-a", 0, "a0"));
        AppendContext late = context();
        assertThatThrownBy(() -> publish(late, event("Note-a", 0, "the same place")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(late.appended()).isEmpty();
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void a_key_that_was_used_is_a_duplicate_even_where_the_stream_moved_on() {
        AppendContext context = context();
        publish(context, event("Note-a", 0, "a0"));
        AppendContext again = new AppendContext(
                "test",
                context.commandId(),
                new byte[32],
                null,
                null,
                () -> ReadSet.NONE,
                KeyRows.NONE,
                Admission.FREE);
        assertThatThrownBy(() -> publish(again, event("Note-a", 1, "a1"))).isInstanceOf(DuplicateCommand.class);
        assertThatThrownBy(() -> publish(again, event("Note-a", 0, "a0 decided at the same time")))
                .isInstanceOf(DuplicateCommand.class);
    }

    @Test
    void another_version_than_expected_is_said_so() {
        publish(context(), event("Note-a", 0, "a0"));
        var stale = new AppendContext(
                "test", UUID.randomUUID(), new byte[32], 0L, null, () -> ReadSet.NONE, KeyRows.NONE, Admission.FREE);
        assertThatThrownBy(() -> publish(stale, event("Note-a", 1, "a1")))
                .isInstanceOfSatisfying(VersionMismatch.class, mismatch -> {
                    assertThat(mismatch.expected()).isZero();
                    assertThat(mismatch.actual()).isEqualTo(1);
                });
        publish(
                new AppendContext(
                        "test",
                        UUID.randomUUID(),
                        new byte[32],
                        1L,
                        null,
                        () -> ReadSet.NONE,
                        KeyRows.NONE,
                        Admission.FREE),
                event("Note-a", 1, "a1"));
    }

    @Test
    void a_recording_time_is_refused_by_the_system_clock() {
        var dated = new AppendContext(
                "test",
                UUID.randomUUID(),
                new byte[32],
                null,
                Instant.EPOCH,
                () -> ReadSet.NONE,
                KeyRows.NONE,
                Admission.FREE);
        assertThatThrownBy(() -> publish(dated, event("Note-a", 0, "a0"))).isInstanceOf(RecordingTimeRefused.class);
    }

    @Test
    void a_second_append_in_one_unit_of_work_fails_loudly() {
        assertThatThrownBy(() -> inUnitOfWork(context(), unit -> {
                    store.publish(event("Note-a", 0, "a0"));
                    unit.onCommit(u -> engine.appendEvents(event("Note-a", 1, "published on the way")));
                }))
                .hasMessageContaining("second append");
    }

    @Test
    void events_of_nobody_are_refused() {
        assertThatThrownBy(() -> publish(null, event("Note-a", 0, "a0"))).hasMessageContaining("no AppendContext");
        assertThatThrownBy(() -> engine.appendEvents(event("Note-a", 0, "a0"))).hasMessageContaining("unit of work");
        assertThatThrownBy(() -> publish(context(), GenericEventMessage.asEventMessage(note("of no stream"))))
                .hasMessageContaining("aggregate's stream");
        assertThatThrownBy(() -> publish(
                        context(),
                        event("Note-a", 0, "a0").andMetaData(Map.of("traceId", "Axon adds this by default"))))
                .hasMessageContaining("traceId");
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void tokens_stand_at_the_tail_the_head_and_an_instant() {
        publish(context(), event("Note-a", 0, "a0"));
        publish(context(), event("Note-a", 1, "a1"));
        Instant second = log.readRange(3, 3).getFirst().recordedAt();

        assertThat(engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(engine.createTokenAt(second)).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.createTokenAt(second.plusNanos(1))).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(second.plus(Duration.ofDays(1)))).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void reads_by_token_from_log_opened_on() {
        publish(context(), event("Note-a", 0, "a0"));
        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .isEqualTo(List.of(new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(2)));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(1), false).map(EventMessage::getPayload))
                .isEqualTo(List.of(note("a0")));
    }

    @Test
    void keeps_no_snapshots() {
        assertThat(engine.readSnapshot("Note-a")).isEmpty();
        assertThatThrownBy(() -> engine.storeSnapshot(event("Note-a", 0, "snapshot")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static AppendContext context() {
        return new AppendContext(
                "test", UUID.randomUUID(), new byte[32], null, null, () -> ReadSet.NONE, KeyRows.NONE, Admission.FREE);
    }

    private static UUID id(AppendContext context, int ordinal) {
        return Sample.IDS.eventId("test", context.commandId(), ordinal);
    }

    private static DomainEventMessage<?> event(String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>("Note", stream, sequence, note(text), Map.of("actor", "tester"));
    }

    private void publish(@Nullable AppendContext context, EventMessage<?>... events) {
        inUnitOfWork(context, unit -> store.publish(events));
    }

    private static void inUnitOfWork(@Nullable AppendContext context, Consumer<UnitOfWork<?>> work) {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        if (context != null) {
            unit.resources().put(AppendContext.RESOURCE, context);
        }
        var result = unit.executeWithResult(() -> {
            work.accept(unit);
            return null;
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }
}
