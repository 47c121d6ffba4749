package org.minqing.query.attachment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Attachments as things of their own; no figure counts them. */
@Component
class AttachmentView implements View<AttachmentEvent> {
    @Override
    public List<Entity<AttachmentEvent, ?>> entities() {
        return List.of(Entity.of(AttachmentEvent.class, "Attachment", "attachments", AttachmentState.class)
                .begunBy(AttachmentStored.class, AttachmentState::stored)
                .dimensions(s -> Dimensions.of(s.of())
                        .cadre(cadre(s.subject()))
                        .household(s.householdId())
                        .status(s.status())
                        .kind(s.mediaType()))
                .evolve(AttachmentState::after));
    }

    private static @Nullable UUID cadre(@Nullable AttachedTo subject) {
        return subject != null && subject.type().equals("Cadre") ? subject.id() : null;
    }
}
