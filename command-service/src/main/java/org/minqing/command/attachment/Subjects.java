package org.minqing.command.attachment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;

/** What something may be attached to, and whose key it is sealed under. */
final class Subjects {
    /** Personal themselves: what is attached to them goes when they are erased. The person of a cadre is the cadre. */
    private static final List<String> PERSONAL = List.of("Household", "Dispute", "Cadre");

    private static final List<String> ALL =
            List.of("Household", "Dispute", "Cadre", "Document", "Activity", "Project", "Fund");

    private Subjects() {}

    /** 422 where the two parameters do not say whose it is. */
    static @Nullable UUID id(@Nullable String type, @Nullable String id) {
        if (type == null && id == null) {
            return null;
        }
        if (type == null || id == null) {
            throw Refusal.content(422, "attachment-half-a-subject");
        }
        if (!ALL.contains(type)) {
            throw Refusal.content(422, "attachment-subject-unknown", type, String.join(", ", ALL));
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.content(422, "attachment-subject-malformed");
        }
    }

    /** {@code Household} gives {@code householdId}. */
    static String field(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id";
    }

    static String sealedUnder(@Nullable String type, @Nullable UUID id, UUID attachmentId) {
        if (type == null || id == null || !PERSONAL.contains(type)) {
            return own(attachmentId);
        }
        return (type.equals("Cadre") ? "person" : type.toLowerCase(java.util.Locale.ROOT)) + ":" + id;
    }

    /** The attachment as its own subject. */
    static String own(UUID attachmentId) {
        return "attachment:" + attachmentId;
    }
}
