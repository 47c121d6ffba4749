package org.minqing.command.linkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Caller;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.Gazetteer;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.Ids;
import org.minqing.events.linkpoint.LinkPointEvent;

/** A link point that takes one command after the other, read back from its events before each. */
final class LinkPointRun {
    private static final Caller CALLER =
            new Caller(CommandFixture.CLIENT, "tester", Set.of("office"), "office", "53", null, null);
    private static final String STREAM = "LinkPoint-" + Scene.POINT;

    final InMemoryReferences references = new InMemoryReferences();
    private final Engine engine = new Engine();
    private final Repository<LinkPoint> repository = EventSourcingRepository.builder(LinkPoint.class)
            .eventStore(EmbeddedEventStore.builder().storageEngine(engine).build())
            .build();
    private int sent;

    LinkPointRun(LinkPointEvent first) {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>("LinkPoint", STREAM, 0, first)));
    }

    /** What came of a command: events, or the code it was refused with. */
    record Outcome(List<LinkPointEvent> events, @Nullable String refusal) {}

    Outcome send(Object command) {
        engine.commandId = new UUID(7, sent++);
        engine.appended.clear();
        Situation situation =
                new Situation(CALLER, engine.commandId, CommandFixture.TODAY, references, new Gazetteer());
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(command));
        try {
            Aggregate<LinkPoint> linkPoint = repository.load(STREAM);
            linkPoint.execute(root -> handle(root, command, situation));
            work.commit();
            return new Outcome(List.copyOf(engine.appended), null);
        } catch (Refusal refusal) {
            work.rollback();
            return new Outcome(List.of(), refusal.code());
        }
    }

    private static void handle(LinkPoint root, Object command, Situation situation) {
        switch (command) {
            case EnrolCadre c -> root.handle(c, situation);
            case WithdrawFromLinkPoint c -> root.handle(c, situation);
            case VoidEnrolment c -> root.handle(c, situation);
            case AdmitHousehold c -> root.handle(c, situation);
            case VoidAdmission c -> root.handle(c, situation);
            case AssignCadreToHousehold c -> root.handle(c, situation);
            case HandOverHousehold c -> root.handle(c, situation);
            case ReleaseHousehold c -> root.handle(c, situation);
            case VoidLink c -> root.handle(c, situation);
            case VoidRelease c -> root.handle(c, situation);
            case IssueLiaisonCard c -> root.handle(c, situation);
            case ConfirmCardDelivery c -> root.handle(c, situation);
            case RevokeLiaisonCard c -> root.handle(c, situation);
            case VoidCardIssue c -> root.handle(c, situation);
            case VoidCardDelivery c -> root.handle(c, situation);
            case VoidCardRevocation c -> root.handle(c, situation);
            default -> throw new IllegalArgumentException(command.toString());
        }
    }

    /** Gives events the ids the log would give them. */
    private static final class Engine extends InMemoryEventStorageEngine {
        private final List<LinkPointEvent> appended = new ArrayList<>();
        private UUID commandId = new UUID(7, 0);

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            List<EventMessage<?>> named = new ArrayList<>();
            for (EventMessage<?> message : events) {
                DomainEventMessage<?> event = (DomainEventMessage<?>) message;
                appended.add((LinkPointEvent) event.getPayload());
                named.add(new GenericDomainEventMessage<>(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getPayload(),
                        event.getMetaData(),
                        Ids.event(CommandFixture.CLIENT, commandId, named.size())
                                .toString(),
                        event.getTimestamp()));
            }
            super.appendEvents(named);
        }
    }
}
