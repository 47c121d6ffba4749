package org.minqing.events.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one document owed 应交材料: required, handed in, sent back, accepted. */
public sealed interface DocumentEvent extends DomainEvent {
    UUID documentId();

    UUID programmeId();

    /** The organisation whose team or cadre owes it. */
    UUID organisationId();

    /** The divisionId of the organisation's seat. */
    String divisionId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /** From this day on the document is owed. */
    record DocumentRequired(
            UUID documentId, UUID programmeId, UUID organisationId, String divisionId, Duty duty, LocalDate occurredOn)
            implements DocumentEvent {}

    /** What is owed is otherwise than entered. */
    record DocumentCorrected(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentRequired before,
            DocumentRequired after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Corrects<DocumentRequired> {}

    /** The document was never owed. */
    record DocumentVoided(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentRequired before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Voids<DocumentRequired> {}

    /**
     * The document was handed in on this day, for the first time or again.
     *
     * @param title in words without personal data
     */
    record DocumentHandedIn(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Duty duty,
            String title,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements DocumentEvent {}

    /** What was handed in is otherwise than entered. */
    record DocumentHandInCorrected(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentHandedIn before,
            DocumentHandedIn after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Corrects<DocumentHandedIn> {}

    /** The document was never handed in that day. */
    record DocumentHandInVoided(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentHandedIn before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Voids<DocumentHandedIn> {}

    /** The document was sent back on this day, and is owed again. */
    record DocumentSentBack(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Duty duty,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent {}

    /** What was sent back is otherwise than entered. */
    record DocumentSendBackCorrected(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentSentBack before,
            DocumentSentBack after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Corrects<DocumentSentBack> {}

    /** The document was never sent back that day. */
    record DocumentSendBackVoided(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentSentBack before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Voids<DocumentSentBack> {}

    /** The document was found good on this day. */
    record DocumentAccepted(
            UUID documentId, UUID programmeId, UUID organisationId, String divisionId, LocalDate occurredOn)
            implements DocumentEvent {}

    /** The document was never found good. */
    record DocumentAcceptanceVoided(
            UUID documentId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            DocumentAccepted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements DocumentEvent, Voids<DocumentAccepted> {}
}
