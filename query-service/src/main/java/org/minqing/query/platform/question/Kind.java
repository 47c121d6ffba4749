package org.minqing.query.platform.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Kinds of question, each with a share of its own: {@code minqing.shares.<kind>}. */
public enum Kind {
    /** Papers, and what looks at everything there is. */
    HEAVY("(reports|data-quality|samples)(/.*)?|periods/[^/]+/assessment"),
    /** For other systems, batch after batch. */
    FEEDS("events"),
    /** Listened to for as long as somebody listens. */
    STREAMS("events/stream"),
    DOWNLOADS("attachments/[^/]+/content"),
    /** All others. */
    QUESTIONS("");

    private final Pattern addresses;

    Kind(String addresses) {
        this.addresses = Pattern.compile("/v1/(" + addresses + ")/?");
    }

    public static Kind of(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        for (Kind kind : values()) {
            if (kind.addresses.matcher(address).matches()) {
                return kind;
            }
        }
        return QUESTIONS;
    }

    public String share() {
        return name().toLowerCase(Locale.ROOT);
    }
}
