package org.minqing.command.platform.stream;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.ReferenceGuard;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;

/** What Axon's command bus calls for the commands of one aggregate, and for its voids and corrections. */
public final class StreamHandlers {
    private StreamHandlers() {}

    static Repository<StreamRoot> join(Roots roots, CommandBus bus, EventStore store, Cache cache) {
        CommandTypes types = roots.types();
        Class<?> aggregate = roots.aggregate();
        Repository<StreamRoot> repository = EventSourcingRepository.builder(StreamRoot.class)
                .eventStore(store)
                .cache(cache)
                .aggregateFactory(roots)
                .parameterResolverFactory(ClasspathParameterResolverFactory.forClass(aggregate))
                .build();
        types.all().stream()
                .filter(command -> command.aggregate() == aggregate)
                .forEach(command -> bus.subscribe(command.record().getName(), of(command, roots, repository)));
        String subject = aggregate.getSimpleName();
        bus.subscribe(subject + "." + AmendmentType.VOID, amending(repository));
        bus.subscribe(subject + "." + AmendmentType.CORRECT, amending(repository));
        return repository;
    }

    /** Decides a command on its stream. */
    public static MessageHandler<CommandMessage<?>> of(
            CommandType command, Roots roots, Repository<StreamRoot> repository) {
        return message -> {
            DispatchContext decision = DispatchContext.of(message);
            root(command, decision, roots, repository).execute(root -> {
                root.requireLength(decision);
                root.handle(command, message.getPayload(), decision.situation);
            });
            return null;
        };
    }

    /** Voids or corrects an event of its stream. */
    public static MessageHandler<CommandMessage<?>> amending(Repository<StreamRoot> repository) {
        return message -> {
            DispatchContext decision = DispatchContext.of(message);
            repository.load(decision.stream).execute(root -> {
                root.requireLength(decision);
                switch (message.getPayload()) {
                    case VoidRequest undoing -> root.handle(undoing, decision.situation);
                    case CorrectionRequest correcting -> root.handle(correcting, decision.situation);
                    default -> throw new IllegalStateException("neither a void nor a correction");
                }
            });
            return null;
        };
    }

    private static Aggregate<StreamRoot> root(
            CommandType command, DispatchContext decision, Roots roots, Repository<StreamRoot> repository)
            throws Exception {
        if (!command.creating()) {
            return repository.load(decision.stream);
        }
        return decision.length == 0 && !decision.fresh()
                ? repository.newInstance(() -> roots.createAggregateRoot(decision.stream, null))
                : repository.loadOrCreate(decision.stream, () -> roots.createAggregateRoot(decision.stream, null));
    }

    /** Makes the root of a stream that is loaded. */
    public record Roots(CommandTypes types, Class<?> aggregate, ReferenceGuard guard)
            implements AggregateFactory<StreamRoot> {
        @Override
        public StreamRoot createAggregateRoot(String stream, @Nullable DomainEventMessage<?> first) {
            return new StreamRoot(types, aggregate, guard, stream);
        }

        @Override
        public Class<StreamRoot> getAggregateType() {
            return StreamRoot.class;
        }
    }
}
