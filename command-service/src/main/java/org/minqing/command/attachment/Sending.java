package org.minqing.command.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        request.getParameterMap().forEach((name, values) -> {
            if (!KNOWN.contains(name) || values.length != 1) {
                throw Refusal.content(400, "attachment-parameter-unknown", name, String.join(", ", KNOWN));
            }
        });
        return new Sending(
                text(request, "subjectType"),
                text(request, "subjectId"),
                keep(text(request, "keepLocation")),
                text(request, "name"));
    }

    private static boolean keep(@Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Refusal.content(422, "attachment-keep-location");
        }
        return "true".equals(value);
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
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
