package org.minqing.command.platform.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.References;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.springframework.core.GenericTypeResolver;

/**
 * An automation: what the house does by itself when something has happened. A Spring bean named as a sentence,
 * {@code WhenCadreTransferredThenAskForHandOver}; the name is part of the ids of its commands and is never changed. A pure
 * function of the event, and of what others say of it: it may be asked about the same event again.
 */
public interface Policy<E extends DomainEvent> {
    /** The family whose events it answers. */
    @SuppressWarnings("unchecked")
    default Class<E> family() {
        return (Class<E>) Objects.requireNonNull(GenericTypeResolver.resolveTypeArgument(getClass(), Policy.class));
    }

    /** The commands that follow, in order; most often none. */
    default List<Following> when(E event, Occasion occasion) {
        return List.of();
    }

    /** What follows where such an event was voided or corrected; most often nothing. */
    default List<Following> whenAmended(AmendingEvent<?> event, Occasion occasion) {
        return List.of();
    }

    /** The id of the first event of the {@code ordinal}th command by which a policy answers an event. */
    static UUID answer(UUID eventId, Class<? extends Policy<?>> policy, int ordinal) {
        UUID commandId = Ids.policyCommand(eventId, policy.getSimpleName(), ordinal);
        return Ids.event(Policies.CLIENT, commandId, 0);
    }

    /**
     * Which event it is.
     *
     * @param stream {@code <Type>-<id>}
     * @param recordedOn the day on which it was entered
     * @param references the log as it stands now
     */
    record Occasion(UUID eventId, long position, String stream, LocalDate recordedOn, References references) {}

    /**
     * A command as a client would send it.
     *
     * @param fields of its body, as in JSON: strings, numbers, booleans, lists, maps, UUIDs and days
     * @param about which of several that follow it is, where their number may change until it is asked again; null: their
     *     order tells
     */
    record Following(
            String command, Map<String, ?> fields, @Nullable UUID about) {
        public Following(String command, Map<String, ?> fields) {
            this(command, fields, null);
        }
    }
}
