package org.minqing.command.attachment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;

/** An attachment 附件: stored once, and perhaps erased. */
class Attachment implements StreamAggregate<AttachmentEvent> {
    private @Nullable AttachmentStored stored;
    private boolean erased;

    void handle(AttachmentCommand.StoreAttachment command, DecisionContext situation) {
        AttachedTo subject = command.subject();
        Place place = Place.of(subject, situation);
        Placement of = new Placement(
                situation.madeId(),
                place.programmeId(),
                place.organisationId(),
                Objects.requireNonNull(place.divisionId()));
        situation.enter(new AttachmentStored(
                of,
                subject,
                command.sealedUnder(),
                command.mediaType(),
                command.bytes(),
                command.sha256(),
                Optional.ofNullable(command.name())
                        .map(AttachmentCommand.StoreAttachment.SealedName::sealed)
                        .orElse(null),
                situation.day()));
    }

    void handle(AttachmentCommand.EraseAttachment command, DecisionContext situation) {
        AttachmentStored known = stored();
        situation.enter(new AttachmentErased(known.of(), known.subject(), command.reason(), situation.day()));
    }

    @Override
    public void check(StreamEntry<AttachmentEvent> entry) {
        switch (entry.event()) {
            case AttachmentStored e -> {
                if (stored != null) {
                    throw Refusal.alreadyExists("Attachment", e.of().attachmentId());
                }
            }
            case AttachmentErased e -> {}
        }
    }

    @Override
    public boolean repeats(AttachmentEvent event) {
        return event instanceof AttachmentErased && erased;
    }

    /** What was uploaded lies outside the log: it is there until it is erased, and then it is gone. */
    @Override
    public void requireAmendable(StreamEntry<AttachmentEvent> entry, DecisionContext situation) {
        switch (entry.event()) {
            case AttachmentStored e -> throw Refusal.conflict("attachment-stays");
            case AttachmentErased e -> throw Refusal.conflict("erasure-final");
        }
    }

    @Override
    public void on(StreamEntry<AttachmentEvent> entry) {
        switch (entry.event()) {
            case AttachmentStored e -> stored = e;
            case AttachmentErased e -> erased = true;
        }
    }

    private AttachmentStored stored() {
        return Objects.requireNonNull(stored, "an attachment is stored for good");
    }
}
