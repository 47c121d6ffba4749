package org.minqing.command.platform.decision;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** Gives {@link EventId} parameters their value. Found by Axon through {@code META-INF/services}. */
public final class EventIdResolver implements ParameterResolverFactory, ParameterResolver<UUID> {
    private static final String RESOURCE = EventId.class.getName();

    /** What the event about to be applied will be called. */
    static void applying(UUID eventId) {
        CurrentUnitOfWork.get().root().resources().put(RESOURCE, eventId);
    }

    @Override
    public @Nullable ParameterResolver<UUID> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].isAnnotationPresent(EventId.class) ? this : null;
    }

    @Override
    public UUID resolveParameterValue(Message<?> message) {
        if (AggregateLifecycle.isLive()) {
            return Objects.requireNonNull(CurrentUnitOfWork.get().root().getResource(RESOURCE));
        }
        return UUID.fromString(message.getIdentifier());
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof EventMessage;
    }
}
