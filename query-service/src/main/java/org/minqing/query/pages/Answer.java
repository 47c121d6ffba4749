package org.minqing.query.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the REST interface.
 *
 * @param body JSON, a bare list under {@code items}; a problem (RFC 9457) where the status is not 2xx
 * @param position of the log it stands at; null: it does not say
 */
record Answer(
        int status, Map<String, Object> body, @Nullable Long position) {
    /** A question that was refused; the answer is the problem. */
    static final class Refused extends RuntimeException {
        private final transient Answer answer;

        Refused(Answer answer) {
            super("status " + answer.status);
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    boolean good() {
        return status >= 200 && status < 300;
    }

    Answer orRefuse() {
        if (!good()) {
            throw new Refused(this);
        }
        return this;
    }

    List<Map<String, Object>> items() {
        return list("items");
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String field) {
        return body.get(field) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    String text(String field) {
        return text(body, field);
    }

    static String text(Map<String, Object> item, String field) {
        Object value = item.get(field);
        return value == null ? "" : value.toString();
    }

    Answer with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return new Answer(status, changed, position);
    }
}
