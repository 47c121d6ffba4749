package org.minqing.events.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/** The story of one document owed 应交材料: required, handed in, sent back, accepted. */
public sealed interface DocumentEvent extends DomainEvent {
    /**
     * Where it is owed.
     *
     * @param organisationId whose team or cadre owes it
     * @param divisionId of the organisation's seat
     */
    record Place(UUID documentId, UUID programmeId, UUID organisationId, String divisionId) implements Header {}

    @Override
    Place of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case DocumentRequired e -> Source.each("Cadre", e.duty.cadreId()).toList();
            case DocumentHandedIn e -> List.of();
            case DocumentSentBack e -> List.of();
            case DocumentAccepted e -> List.of();
        };
    }

    @Override
    default boolean looksBack() {
        return true;
    }

    /** From this day on the document is owed. */
    record DocumentRequired(Place of, Duty duty, LocalDate occurredOn) implements DocumentEvent {}

    /**
     * The document was handed in on this day, for the first time or again.
     *
     * @param title in words without personal data
     */
    record DocumentHandedIn(
            Place of, Duty duty, String title, @Nullable UUID attachmentId, LocalDate occurredOn)
            implements DocumentEvent {}

    /** The document was sent back on this day, and is owed again. */
    record DocumentSentBack(
            Place of, Duty duty, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements DocumentEvent {}

    /** The document was found good on this day. */
    record DocumentAccepted(Place of, LocalDate occurredOn) implements DocumentEvent {}
}
