package org.minqing.query.attachment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;

/**
 * An attachment 附件 on a day; see {@link AttachmentStored}.
 *
 * @param householdId where it is attached to a household, as {@code subject} says too
 */
record AttachmentState(
        Placement of,
        @Nullable AttachedTo subject,
        @Nullable UUID householdId,
        String sealedUnder,
        String mediaType,
        int bytes,
        String sha256,
        @Nullable Sealed name,
        Status status,
        LocalDate storedOn,
        @Nullable LocalDate erasedOn) {

    enum Status {
        STORED,
        ERASED
    }

    AttachmentState after(AttachmentEvent event) {
        return switch (event) {
            case AttachmentStored e -> stored(e);
            case AttachmentErased e -> erased(e.occurredOn());
        };
    }

    static AttachmentState stored(AttachmentStored e) {
        AttachedTo subject = e.subject();
        return new AttachmentState(
                e.of(),
                subject,
                subject != null && subject.type().equals("Household") ? subject.id() : null,
                e.sealedUnder(),
                e.mediaType(),
                e.bytes(),
                e.sha256(),
                e.name(),
                Status.STORED,
                e.occurredOn(),
                null);
    }

    private AttachmentState erased(LocalDate day) {
        return new AttachmentState(
                of, subject, householdId, sealedUnder, mediaType, bytes, sha256, name, Status.ERASED, storedOn, day);
    }
}
