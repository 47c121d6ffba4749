package org.minqing.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every reader may know of an event without knowing its type. Each stream's family is one sealed interface
 * {@code XEvent extends DomainEvent} whose nested records are the events of {@code X}; the stream type is {@code X}.
 */
public interface DomainEvent {
    /** The one valid day of the event, in Asia/Shanghai; never after the log's today. */
    LocalDate occurredOn();

    /** What all events of its stream say of it. */
    default @Nullable Header of() {
        return null;
    }

    /** The programme it belongs to, or null for facts outside any programme. */
    default @Nullable UUID programme() {
        Header of = of();
        return of == null ? null : of.programmeId();
    }

    /** The divisionId (not a code) of the place it belongs to: 2, 4, 6, 9 or 12 characters, ancestors are its prefixes. */
    default @Nullable String division() {
        Header of = of();
        return of == null ? null : of.divisionId();
    }

    /** Whether it looks back at that programme, as reports and inspections do: it may come after the programme's end. */
    default boolean looksBack() {
        return false;
    }

    /**
     * What else must be in force on its day: whoever takes part, whom it is done with, where it came up. An event of another
     * stream that ends one of these on an earlier day cannot stand beside it.
     */
    default List<Source> requires() {
        return List.of();
    }

    /** The last day on which that must still be in force: its own, or an earlier one of which it tells. */
    default LocalDate requiredUntil() {
        return occurredOn();
    }

    /** What it is about, which must have begun by its day, whether it goes on or not. */
    default List<Source> requiresBegun() {
        return List.of();
    }

    /** The last day on which its stream is in force, of an event that ends its stream; null of all others. */
    default @Nullable LocalDate lastDay() {
        return null;
    }

    /** The organisation that answers for it. */
    default @Nullable UUID organisation() {
        Header of = of();
        return of == null ? null : of.organisationId();
    }

    /** Whose data the words written about it are, {@code household:<id>}; null: its stream's own. */
    default @Nullable String dataSubject() {
        Header of = of();
        return of == null ? null : of.subject();
    }
}
