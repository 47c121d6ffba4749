package org.minqing.command.rectification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.command.platform.References;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;

/** What is written about it is the member's who owns it, else its own. */
final class WhoseRectification implements SubjectOf {
    private static final Reference<String> KIND = new Reference<>(
            "Rectification", "", (subject, event) -> event instanceof RectificationRaised e ? subject(e) : subject);

    @Override
    public String subject(References references, String streamId, @Nullable UUID entity) {
        return references.require(KIND, streamId);
    }

    private static String subject(RectificationRaised e) {
        return e.cadreId() == null ? "rectification:" + e.rectificationId() : "person:" + e.cadreId();
    }
}
