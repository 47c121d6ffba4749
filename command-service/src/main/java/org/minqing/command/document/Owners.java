package org.minqing.command.document;

import static org.minqing.events.document.DocumentKind.ASSESSMENT_METHOD;
import static org.minqing.events.document.DocumentKind.DIARY_BOOK;
import static org.minqing.events.document.DocumentKind.INNER_PARTY_CARE;
import static org.minqing.events.document.DocumentKind.MEMBER_DEVELOPMENT_PLAN;
import static org.minqing.events.document.DocumentKind.MEMBER_TRAINING_PLAN;
import static org.minqing.events.document.DocumentKind.RECTIFICATION_PERSONAL;
import static org.minqing.events.document.DocumentKind.RECTIFICATION_TEAM;
import static org.minqing.events.document.DocumentKind.REFLECTION;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.OwedBy;

/** Who may owe what: summaries and work plans are owed by a cadre or by a team, everything else by one of them alone. */
final class Owners {
    private static final Set<DocumentKind> OF_A_CADRE = EnumSet.of(DIARY_BOOK, REFLECTION, RECTIFICATION_PERSONAL);

    private static final Set<DocumentKind> OF_A_TEAM = EnumSet.of(
            RECTIFICATION_TEAM, ASSESSMENT_METHOD, MEMBER_DEVELOPMENT_PLAN, MEMBER_TRAINING_PLAN, INNER_PARTY_CARE);

    private Owners() {}

    /** As what the document is owed; 422 where owner, group and kind do not go together. */
    static OwedBy group(DocumentKind kind, @Nullable OwedBy group, @Nullable UUID cadreId) {
        if (cadreId == null) {
            if (OF_A_CADRE.contains(kind)) {
                throw Refusal.invalid("/cadreId", "owed-by-a-cadre", kind);
            }
            if (group != null && group != OwedBy.LEADERSHIP_TEAM) {
                throw Refusal.invalid("/group", "group-of-cadres", group);
            }
            return OwedBy.LEADERSHIP_TEAM;
        }
        if (OF_A_TEAM.contains(kind)) {
            throw Refusal.invalid("/cadreId", "owed-by-a-team", kind);
        }
        if (group == null) {
            throw Refusal.invalid("/group", "required");
        }
        if (group == OwedBy.LEADERSHIP_TEAM) {
            throw Refusal.invalid("/group", "group-of-a-team");
        }
        return group;
    }
}
