package org.minqing.command.rectification;

import org.minqing.command.platform.Reference;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;

/** What is written about it is the member's who owns it, else its own. */
final class WhoseRectification implements SubjectOf {
    @Override
    public Reference<String> kind() {
        return new Reference<>(
                "Rectification", "", (subject, event) -> event instanceof RectificationRaised e ? subject(e) : subject);
    }

    private static String subject(RectificationRaised e) {
        return e.cadreId() == null ? "rectification:" + e.rectificationId() : "person:" + e.cadreId();
    }
}
