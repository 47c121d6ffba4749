package org.minqing.command.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.events.Ids;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;

class EventIdTest {
    private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-000000000009");
    private static final UUID STORED = UUID.fromString("00000000-0000-5000-8000-000000000001");

    @Test
    void an_event_has_the_same_id_when_applied_and_when_read_back() {
        var engine = new InMemoryEventStorageEngine();
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        engine.appendEvents(new GenericDomainEventMessage<>(
                "Diary", "Diary-1", 0, renamed("甲"), Map.of(), STORED.toString(), Instant.EPOCH));
        Repository<Diary> repository =
                EventSourcingRepository.builder(Diary.class).eventStore(store).build();

        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        Aggregate<Diary> diary = repository.load("Diary-1");
        diary.execute(d -> d.handle("乙"));
        List<UUID> seen = diary.invoke(d -> List.copyOf(d.seen));
        assertThat(seen).containsExactly(STORED, Ids.event("test", COMMAND, 0), Ids.event("test", COMMAND, 1));
        work.rollback();
    }

    private static DivisionRenamed renamed(String name) {
        return new DivisionRenamed(new Place("53"), null, "", name, CommandFixture.TODAY);
    }

    static class Diary {
        @AggregateIdentifier
        private @Nullable String stream;

        private final List<UUID> seen = new ArrayList<>();

        @CommandHandler
        void handle(String name) {
            DecisionContext situation = new DecisionContext(
                    new Caller("test", "tester", Set.of(), "office", Reach.SCOPE, "53", null, null),
                    COMMAND,
                    CommandFixture.TODAY,
                    new InMemoryReferences(),
                    new Gazetteer());
            situation.apply(renamed(name));
            situation.apply(renamed(name));
        }

        @EventSourcingHandler
        void on(DivisionEvent event, @EventId UUID id) {
            stream = "Diary-1";
            seen.add(id);
        }
    }
}
