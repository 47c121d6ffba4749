package org.minqing.command.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.door.QueryString;
import org.minqing.command.platform.form.TextRules;
import org.minqing.command.platform.refusal.Refusal;

/** What is said beside the file, in the query string. */
record Sending(
        @Nullable String subjectType,
        @Nullable String subjectId,
        boolean keepLocation,
        @Nullable String name) {
    private static final int LONGEST_NAME = 200;
    private static final Set<String> KNOWN = Set.of("subjectType", "subjectId", "keepLocation", "name");

    static Sending of(HttpServletRequest request) {
        QueryString said = QueryString.of(request, KNOWN);
        return new Sending(
                said.text("subjectType").orElse(null),
                said.text("subjectId").orElse(null),
                keep(said.text("keepLocation").orElse(null)),
                said.text("name").orElse(null));
    }

    private static boolean keep(@Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Refusal.content(422, "attachment-keep-location");
        }
        return "true".equals(value);
    }

    /** The name given, else the form's. */
    @Nullable
    String called(SentFile file) {
        String given = name == null ? file.name() : name;
        if (given == null || given.isBlank()) {
            return null;
        }
        String called = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (TextRules.broken(called, LONGEST_NAME).isPresent()
                || called.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.content(422, "attachment-name", LONGEST_NAME);
        }
        return called;
    }
}
