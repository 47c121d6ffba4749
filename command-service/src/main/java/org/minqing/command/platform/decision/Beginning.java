package org.minqing.command.platform.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;

/**
 * The event with which a stream begins, where it stands: without it nothing else may be entered, and with it no second one.
 * Of a process {@link Steps} says the same.
 *
 * @param <B> its type
 */
public final class Beginning<B extends DomainEvent> {
    private final String kind;
    private @Nullable B event;

    /** @param kind the stream's type, {@code LinkPoint} */
    public Beginning(String kind) {
        this.kind = kind;
    }

    public void on(B begun) {
        event = begun;
    }

    public Optional<B> find() {
        return Optional.ofNullable(event);
    }

    /** 409 {@code already-exists}, with the stream's own id. */
    public void refuseSecond(Object id) {
        if (event != null) {
            throw Refusal.alreadyExists(kind, id);
        }
    }

    /** 409 {@code <kind>-voided} with these arguments. */
    public B standing(Object... arguments) {
        if (event == null) {
            throw Refusal.conflict(Refusal.hyphenated(kind) + "-voided", arguments);
        }
        return event;
    }
}
