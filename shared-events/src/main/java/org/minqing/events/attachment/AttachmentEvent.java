package org.minqing.events.attachment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;

/**
 * The story of an attachment 附件: stored, erased. Its content is no part of the log; nothing here follows from it in the
 * clear.
 */
public sealed interface AttachmentEvent extends DomainEvent {
    /**
     * Which attachment, and where it is counted to.
     *
     * @param divisionId of what it is attached to, else the scope of whoever stored it
     */
    record Placement(
            UUID attachmentId,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            String divisionId) implements Header {}

    @Override
    Placement of();

    @Override
    default boolean looksBack() {
        return true;
    }

    /** Null: of itself. */
    @Nullable
    AttachedTo subject();

    /**
     * An attachment was stored.
     *
     * @param sealedUnder subject whose key its content and name are sealed under
     * @param mediaType as its content was found to be
     * @param bytes length of the sealed content
     * @param sha256 of the sealed content, hexadecimal
     */
    record AttachmentStored(
            Placement of,
            @Nullable AttachedTo subject,
            String sealedUnder,
            String mediaType,
            int bytes,
            String sha256,
            @Nullable Sealed name,
            LocalDate occurredOn)
            implements AttachmentEvent {}

    /**
     * An attachment was erased: its content is gone, and its key where it had one of its own.
     *
     * @param reason in words without personal data
     */
    record AttachmentErased(Placement of, @Nullable AttachedTo subject, String reason, LocalDate occurredOn)
            implements AttachmentEvent {}
}
