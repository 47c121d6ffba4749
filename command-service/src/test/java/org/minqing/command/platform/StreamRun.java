package org.minqing.command.platform;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.desk.CommandDraft;
import org.minqing.command.platform.desk.ReentryDraft;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.history.StreamStory;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.stream.StreamHandlers;
import org.minqing.command.platform.stream.StreamRoot;
import org.minqing.command.platform.stream.VoidRequest;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.reference.Requirements;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.log.Admission;
import org.minqing.log.AppendContext;
import org.minqing.log.KeyRows;
import org.minqing.log.ReadSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stream that takes one command, void or correction after the other, read back from its events before each, for
 * histories longer than a fixture's.
 */
public final class StreamRun {
    private static final Caller CALLER =
            new Caller(CommandFixture.CLIENT, "tester", Set.of("office"), "office", Reach.SCOPE, "53", null, null);

    private final Class<?> aggregate;
    private final String stream;
    private final CommandTypes types;
    private final Engine engine = new Engine();
    private final Repository<StreamRoot> repository;
    private final InMemoryReferences references = new InMemoryReferences();
    private final List<StreamEntry<DomainEvent>> log = new ArrayList<>();
    private int sent;

    /** What came of a command: events and their ids, or a refusal. */
    public record Outcome(
            List<StreamEntry<DomainEvent>> events, @Nullable Refusal refusal) {}

    public StreamRun(Class<?> aggregate, String stream, DomainEvent first) {
        this.aggregate = aggregate;
        this.stream = stream;
        this.types = CommandTypes.of(List.of(aggregate));
        this.repository = EventSourcingRepository.builder(StreamRoot.class)
                .eventStore(EmbeddedEventStore.builder().storageEngine(engine).build())
                .aggregateFactory(new StreamHandlers.Roots(types, aggregate, new Requirements()))
                .build();
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(aggregate.getSimpleName(), stream, 0, first)));
        log.addAll(engine.appended);
    }

    public void known(String type, Object id, DomainEvent event) {
        references.add(type, id, event);
    }

    public Outcome send(Object command, LocalDate day) {
        CommandType type = types.of(command.getClass());
        DecisionContext situation = situation();
        situation.enveloped(new Envelope(null, null, null, null, day));
        return run(situation, root -> root.handle(type, command, situation));
    }

    public Outcome voided(UUID eventId, boolean following) {
        DecisionContext situation = situation();
        return run(
                situation,
                root -> root.handle(new VoidRequest(eventId, following, CommandFixture.REASON, null), situation));
    }

    /** @param changes as in JSON, without texts to be sealed */
    public Outcome corrected(UUID eventId, String changes, boolean following) {
        DecisionContext situation = situation();
        DomainEvent inForce = story().find(eventId).orElseThrow().inForce();
        CommandType maker = types.maker(inForce).orElseThrow();
        ObjectNode before = ReentryDraft.fields(maker, inForce);
        CommandDraft draft = new CommandDraft(
                maker,
                before,
                StrictJson.object(changes.getBytes(StandardCharsets.UTF_8)),
                CommandFixture.CLIENT,
                situation.commandId());
        VoidRequest undoing = new VoidRequest(eventId, following, CommandFixture.REASON, null);
        return run(
                situation,
                root -> root.handle(
                        new CorrectionRequest(undoing, maker, new ReentryDraft(maker, before, draft)), situation));
    }

    private DecisionContext situation() {
        return new DecisionContext(CALLER, new UUID(7, sent++), CommandFixture.TODAY, references, new Gazetteer());
    }

    private Outcome run(DecisionContext situation, Consumer<StreamRoot> decision) {
        engine.commandId = situation.commandId();
        engine.appended.clear();
        AppendContext append = new AppendContext(
                CommandFixture.CLIENT,
                situation.commandId(),
                new byte[0],
                null,
                null,
                () -> ReadSet.NONE,
                KeyRows.NONE,
                Admission.FREE);
        MetaData metadata =
                MetaData.with(DispatchContext.KEY, new DispatchContext(stream, 0, situation, append, Map.of(), true));
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("run", metadata));
        try {
            repository.load(stream).execute(decision::accept);
            work.commit();
            log.addAll(engine.appended);
            return new Outcome(List.copyOf(engine.appended), null);
        } catch (Refusal refusal) {
            work.rollback();
            return new Outcome(List.of(), refusal);
        }
    }

    /** What stands, in the order in which it was entered. */
    public List<StreamEntry<DomainEvent>> standing() {
        return story().standing();
    }

    private StreamStory story() {
        StreamStory story = new StreamStory();
        log.forEach(entry -> story.take(entry.id(), entry.event(), null));
        return story;
    }

    /** What stands could have been entered so from the beginning; throws the refusal else. */
    @SuppressWarnings("unchecked")
    public void checkAgain() {
        try {
            var constructor = aggregate.getDeclaredConstructor();
            constructor.setAccessible(true);
            var blank = (StreamAggregate<DomainEvent>) constructor.newInstance();
            standing().forEach(entry -> {
                blank.check(entry);
                blank.on(entry);
            });
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives events the ids the log would give them. */
    private static final class Engine extends InMemoryEventStorageEngine {
        private final List<StreamEntry<DomainEvent>> appended = new ArrayList<>();
        private UUID commandId = new UUID(6, 0);

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            List<EventMessage<?>> named = new ArrayList<>();
            for (EventMessage<?> message : events) {
                DomainEventMessage<?> event = (DomainEventMessage<?>) message;
                UUID id = Ids.event(CommandFixture.CLIENT, commandId, named.size());
                appended.add(new StreamEntry<>(id, (DomainEvent) event.getPayload(), null));
                named.add(new GenericDomainEventMessage<>(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getPayload(),
                        event.getMetaData(),
                        id.toString(),
                        event.getTimestamp()));
            }
            super.appendEvents(named);
        }
    }
}
