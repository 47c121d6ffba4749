package org.minqing.query.platform.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Snapshots;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A list of items, and where it goes on: {@code next} in the body, {@code Link: rel="next"} in the header. */
public record Page(
        Map<String, Object> fields, List<?> items, @Nullable String next) {
    /**
     * The page a cursor asks for.
     *
     * @param found from there on, one more than is asked for where there are more
     * @param place of an item in the list
     * @param shown what is told of those on the page
     */
    public static <T> Page of(
            Question question,
            Cursor cursor,
            List<T> found,
            Function<T, List<?>> place,
            Function<List<T>, ? extends List<?>> shown) {
        List<T> page = found.subList(0, Math.min(cursor.limit(), found.size()));
        String next = found.size() > page.size() ? cursor.after(place.apply(page.getLast()), question) : null;
        return new Page(Map.of(), shown.apply(page), next);
    }

    /** Beside the list. */
    public Page with(Map<String, Object> more) {
        return new Page(more, items, next);
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
