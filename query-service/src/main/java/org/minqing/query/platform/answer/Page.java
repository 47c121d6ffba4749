package org.minqing.query.platform.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Snapshots;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A list of items, and where it goes on: {@code next} in the body, {@code Link: rel="next"} in the header. */
public record Page(
        Map<String, Object> fields, List<?> items, @Nullable String next) {
    public static Page of(List<?> items, @Nullable String next) {
        return new Page(Map.of(), items, next);
    }

    /** As a response; the link asks for the same snapshot. */
    public ResponseEntity<Object> response(Question question, String path) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("items", items);
        body.put("next", next);
        var response = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, question.language().tag());
        if (next != null) {
            Map<String, String> same = new LinkedHashMap<>(Snapshots.same(question));
            same.put("cursor", next);
            response.header(HttpHeaders.LINK, "<" + path + question.asked().query(same) + ">; rel=\"next\"");
        }
        return response.body(body);
    }
}
