package org.minqing.log;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the log learns what stands in an event's header, without knowing the domain. Given at wiring. */
@FunctionalInterface
public interface EventHeaders {
    /** @param payload an event record of a known type */
    Header of(Object payload);

    /**
     * @param programme the programme the event belongs to, if any
     * @param division divisionId of its place, if any
     * @param occurredOn the valid day, Asia/Shanghai
     */
    record Header(@Nullable UUID programme, @Nullable String division, LocalDate occurredOn) {}
}
