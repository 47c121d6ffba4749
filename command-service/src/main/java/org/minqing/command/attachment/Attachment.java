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
        if (situation.corrected() instanceof AttachmentStored said) {
            situation.enter(placedAgain(said, command, situation));
            return;
        }
        AttachedTo subject = command.subject();
        AttachmentRights.require(subject, situation);
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

    /** What was stored stays what it is; it is counted to where that lies which it is attached to. */
    private static AttachmentStored placedAgain(
            AttachmentStored said, AttachmentCommand.StoreAttachment command, DecisionContext situation) {
        boolean otherwise = command.subject() != null
                || command.name() != null
                || isOther(command.sealedUnder(), said.sealedUnder())
                || isOther(command.mediaType(), said.mediaType())
                || command.bytes() != said.bytes()
                || isOther(command.sha256(), said.sha256());
        if (otherwise) {
            throw Refusal.conflict("attachment-stays");
        }
        if (said.subject() == null) {
            return said;
        }
        Place place = Place.of(said.subject(), situation);
        return new AttachmentStored(
                new Placement(
                        said.of().attachmentId(),
                        place.programmeId(),
                        place.organisationId(),
                        Objects.requireNonNull(place.divisionId())),
                said.subject(),
                said.sealedUnder(),
                said.mediaType(),
                said.bytes(),
                said.sha256(),
                said.name(),
                said.occurredOn());
    }

    private static boolean isOther(@Nullable String given, String said) {
        return given != null && !given.equals(said);
    }

    void handle(AttachmentCommand.EraseAttachment command, DecisionContext situation) {
        if (situation.corrected() instanceof AttachmentErased said
                && !said.reason().equals(command.reason())) {
            throw Refusal.conflict("erasure-final");
        }
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
    public void requireVoidable(StreamEntry<AttachmentEvent> entry, DecisionContext situation) {
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
