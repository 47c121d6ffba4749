package org.minqing.command.platform.stream;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.minqing.command.platform.decision.ReferenceGuard;
import org.minqing.command.platform.type.CommandTypes;

/** Joins every aggregate to the command bus: a caching repository each. */
public final class Aggregates {
    private final Map<Class<?>, Repository<StreamRoot>> repositories;

    public Aggregates(
            CommandTypes types, CommandBus bus, EventStore store, AggregateCache cache, ReferenceGuard guard) {
        this.repositories = types.aggregates().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        aggregate -> StreamHandlers.join(
                                new StreamHandlers.Roots(types, aggregate, guard), bus, store, cache)));
    }

    public Map<Class<?>, Repository<StreamRoot>> repositories() {
        return repositories;
    }
}
