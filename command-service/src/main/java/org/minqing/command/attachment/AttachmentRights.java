package org.minqing.command.attachment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Grant;
import org.minqing.access.Reach;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.Roles;
import org.minqing.command.reference.OwnHouseholds;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.document.DocumentEvent.DocumentRequired;

/** Who may attach to what, as the policy says. */
final class AttachmentRights {
    private static final String NOTHING = "nothing";
    /** By whom a document is owed, where a cadre owes it. */
    private static final Reference<Optional<UUID>> OWING = new Reference<>(
            "Document",
            Optional.empty(),
            (owing, event) -> event instanceof DocumentRequired e
                    ? Optional.ofNullable(e.duty().cadreId())
                    : owing);

    private AttachmentRights() {}

    /** 403 {@code not-yours-to-attach} where the sender may not attach to it. */
    static void require(@Nullable AttachedTo subject, DecisionContext situation) {
        Optional<Grant> grant = Roles.attaching(situation.caller().roles(), subject == null ? NOTHING : subject.type());
        if (grant.isEmpty() || grant.get().reach() == Reach.OWN && !own(subject, situation)) {
            throw Refusal.forbidden("not-yours-to-attach");
        }
    }

    private static boolean own(@Nullable AttachedTo subject, DecisionContext situation) {
        UUID cadre = situation.caller().cadreId();
        if (subject == null || cadre == null) {
            return subject == null;
        }
        return switch (subject.type()) {
            case "Household" -> OwnHouseholds.everLinked(cadre, subject.id(), situation);
            case "Cadre" -> cadre.equals(subject.id());
            case "Document" ->
                situation
                        .references()
                        .require(OWING, subject.id())
                        .filter(cadre::equals)
                        .isPresent();
            default -> false;
        };
    }
}
