package org.minqing.query.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Problems in people's words, each part at the field it is about. A problem's own words serve programs too: those of {@code
 * problem.<code>} in the pages' texts go before them, and what then still speaks of headers or identifiers is not shown.
 */
@Component
class Words {
    /** The field that a problem without one is about, by the beginning of its code. */
    private static final Map<String, String> ABOUT = new LinkedHashMap<>();

    static {
        ABOUT.put("household-", "/householdId");
        ABOUT.put("cadre-", "/cadreId");
        ABOUT.put("quota-", "/cadreId");
        ABOUT.put("link-point-", "/linkPointId");
        ABOUT.put("fund-", "/fundId");
        ABOUT.put("organisation-", "/organisationId");
        ABOUT.put("dispute-not-found", "/disputeId");
        ABOUT.put("dispute-voided", "/disputeId");
        ABOUT.put("division-", "?division");
        ABOUT.put("out-of-order", "/occurredOn");
        ABOUT.put("programme-", "/occurredOn");
        ABOUT.put("agreement-not-in-effect", "/occurredOn");
        ABOUT.put("confirmation-too-late", "/occurredOn");
    }

    private static final int NOT_FOUND = 404;
    private static final List<String> UNREADABLE = List.of("malformed-parameter", "missing-parameter");
    /** Told by their fields. */
    private static final List<String> BY_FIELDS =
            List.of("invalid-field", "invalid-body", "malformed-parameter", "missing-parameter");

    private static final Pattern TECHNICAL = Pattern.compile(
            "Retry-After|幂等|[Ii]dempoten|JSON|UUID|NFC|GET /|/v1/|/docs|Bearer|Accept|traceId|\\berrors\\b"
                    + "|\\b(asOf|knownAt)\\b|\\b[a-z]+Id\\b|[0-9a-f]{8}-[0-9a-f]{4}-");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A problem as people are told it.
     *
     * @param inputs which field of the page's form holds what a pointer names, where it is not called the same
     */
    Told told(Answer answer, Map<String, String> inputs) {
        String code = answer.text("code");
        String title = text("problem." + code + ".title", answer.text("title"));
        List<Told.Fault> faults = answer.list("errors").stream()
                .map(error -> fault(Answer.text(error, "pointer"), said(error), inputs))
                .toList();
        String detail = text("problem." + code, text(kind(answer), answer.text("detail")));
        if (faults.isEmpty()) {
            faults = ABOUT.entrySet().stream()
                    .filter(about -> code.startsWith(about.getKey()))
                    .limit(1)
                    .map(about -> fault(about.getValue(), detail, inputs))
                    .toList();
        }
        boolean said = faults.stream().anyMatch(fault -> fault.text().equals(detail));
        return new Told(
                title.isEmpty() ? text("error.title", "") : title,
                said || BY_FIELDS.contains(code) && !faults.isEmpty() ? "" : detail,
                faults);
    }

    /** Nothing is known but that the other side does not answer. */
    Told away() {
        return new Told(text("error.title", ""), text("error.away", ""), List.of());
    }

    /** What is not found by an identifier is told without it: nobody typed one. */
    private static String kind(Answer answer) {
        String code = answer.text("code");
        return code.endsWith("-not-found") && answer.status() == NOT_FOUND
                ? "problem.nothing-found"
                : "problem." + code;
    }

    private String said(Map<String, Object> error) {
        String pointer = Answer.text(error, "pointer");
        String code = Answer.text(error, "code");
        return pointer.startsWith("?") && UNREADABLE.contains(code)
                ? text("expected." + pointer.substring(1), text("expected.other", ""))
                : text("problem." + code, Answer.text(error, "message"));
    }

    /** That something was left out which is needed. */
    Told.Fault required(String pointer, Map<String, String> inputs) {
        return fault(pointer, text("expected.required", ""), inputs);
    }

    /** Called as the field is that it was typed into, else as what it is. */
    private Told.Fault fault(String pointer, String text, Map<String, String> inputs) {
        String name = pointer.replaceFirst("^[/?]", "");
        String what = text("field." + name.replace('/', '.'), "");
        String input = inputs.getOrDefault(pointer, name.contains("/") ? "" : name);
        return new Told.Fault(input, inputs.containsKey(pointer) ? text("input." + input, what) : what, text);
    }

    /** What people cannot read is not shown to them. */
    String shown(String words) {
        return TECHNICAL.matcher(words).find() ? text("problem.other", "") : words;
    }

    private String text(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? "" : found;
    }
}
