package org.minqing.command.attachment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;

/** An attachment 附件: stored once, and perhaps erased. */
@Aggregate
class Attachment {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable AttachmentStored stored;
    private boolean erased;

    Attachment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StoreAttachment command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        if (stored != null) {
            throw Refusal.alreadyExists("Attachment", stored.attachmentId());
        }
        AttachedTo subject = command.subject();
        Place place = Place.of(subject, situation);
        situation.apply(new AttachmentStored(
                situation.madeId(),
                place.programmeId(),
                place.organisationId(),
                Objects.requireNonNull(place.divisionId()),
                subject,
                command.sealedUnder(),
                command.mediaType(),
                command.bytes(),
                command.sha256(),
                Optional.ofNullable(command.name())
                        .map(StoreAttachment.SealedName::sealed)
                        .orElse(null),
                day));
    }

    @CommandHandler
    void handle(EraseAttachment command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        AttachmentStored known = Objects.requireNonNull(stored);
        if (erased) {
            return;
        }
        if (day.isBefore(known.occurredOn())) {
            throw Refusal.outOfOrder(known.occurredOn());
        }
        situation.apply(new AttachmentErased(
                known.attachmentId(),
                known.programmeId(),
                known.organisationId(),
                known.divisionId(),
                known.subject(),
                command.reason(),
                day));
    }

    @EventSourcingHandler
    void on(AttachmentEvent event) {
        stream = "Attachment-" + event.attachmentId();
        switch (event) {
            case AttachmentStored e -> stored = e;
            case AttachmentErased e -> erased = true;
        }
    }
}
