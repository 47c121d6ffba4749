package org.minqing.command.platform;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Joins every aggregate to the command bus: a caching repository each, and handlers that know their stream's name. */
final class Aggregates {
    /** The stream was worked out when the command was judged. */
    private static final CommandTargetResolver TARGET =
            command -> new VersionedAggregateIdentifier(Decision.of(command).stream, null);

    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();

    Aggregates(CommandTypes types, CommandBus bus, EventStore store, AggregateCache cache) {
        types.aggregates().forEach(aggregate -> {
            if (StreamAggregate.class.isAssignableFrom(aggregate)) {
                repositories.put(aggregate, StreamHandlers.join(aggregate, types, bus, store, cache));
            } else {
                join(aggregate, bus, store, cache);
            }
        });
    }

    private <T> void join(Class<T> aggregate, CommandBus bus, EventStore store, AggregateCache cache) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                new SituationResolver(), ClasspathParameterResolverFactory.forClass(aggregate));
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(aggregate)
                .eventStore(store)
                .cache(cache)
                .parameterResolverFactory(parameters)
                .build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .repository(repository)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(TARGET)
                .build()
                .subscribe(bus);
        repositories.put(aggregate, repository);
    }

    Map<Class<?>, Repository<?>> repositories() {
        return repositories;
    }
}
