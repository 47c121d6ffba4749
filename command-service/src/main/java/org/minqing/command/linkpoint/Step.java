package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.events.linkpoint.LinkPointEvent;

/** An event that stands: it has happened, and nobody has voided it. */
record Step<E extends LinkPointEvent>(UUID id, E event) {
    LocalDate day() {
        return event.occurredOn();
    }
}
