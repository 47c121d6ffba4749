package org.minqing.command.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives a handle method the situation of the command at hand. */
final class SituationResolver implements ParameterResolverFactory, ParameterResolver<Situation> {
    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Situation.class ? this : null;
    }

    @Override
    public @Nullable Situation resolveParameterValue(Message<?> message) {
        Decision decision = (Decision) message.getMetaData().get(Decision.KEY);
        return decision == null ? null : decision.situation;
    }

    @Override
    public boolean matches(Message<?> message) {
        return message.getMetaData().containsKey(Decision.KEY);
    }
}
