package org.minqing.command.platform.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;

/**
 * An event of a stream as it stands: nobody has voided it, and it says what it was last corrected to.
 *
 * @param id of the event as it was first entered, however often it was corrected since; also the id of the entity it makes
 * @param event what is in force of it
 * @param actor who entered it, or who said last that it was otherwise
 */
public record StreamEntry<E extends DomainEvent>(
        UUID id, E event, @Nullable String actor) {}
