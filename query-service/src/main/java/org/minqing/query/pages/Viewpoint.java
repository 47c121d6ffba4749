package org.minqing.query.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where and when the reader of a page stands. Public, as its templates ask it.
 *
 * @param division code or divisionId; null: the whole of what the reader may see
 * @param asOf the world's day; null: today
 * @param knownAt position, or instant with zone; null: now
 * @param after position the answer must have reached; null: whatever it has
 */
public record Viewpoint(
        @Nullable String division,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable String after) {
    /** A day of knowledge means its end in Asia/Shanghai. */
    public Viewpoint {
        if (knownAt != null && knownAt.matches("\\d{4}-\\d{2}-\\d{2}")) {
            knownAt = knownAt + "T23:59:59.999999+08:00";
        }
    }

    /** The day of {@code knownAt}, as the date field shows it. */
    public String knownDay() {
        return knownAt != null && knownAt.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? knownAt.substring(0, 10) : "";
    }

    /** Common parameters of every question, and some more. */
    Map<String, @Nullable Object> with(@Nullable String... more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("asOf", asOf);
        all.put("knownAt", knownAt);
        all.put("after", after);
        for (int i = 0; i < more.length; i += 2) {
            all.put(Objects.requireNonNull(more[i]), more[i + 1]);
        }
        return all;
    }

    /** This view as a link. */
    public String link(String path) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        Map<String, Object> given = new LinkedHashMap<>();
        put(uri, given, "division", division);
        put(uri, given, "asOf", asOf);
        put(uri, given, "knownAt", knownAt);
        return uri.encode().buildAndExpand(given).toUriString();
    }

    private static void put(UriComponentsBuilder uri, Map<String, Object> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            uri.queryParam(name, "{" + name + "}");
            given.put(name, value);
        }
    }
}
