package org.minqing.query.pages;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.log.LogClock;
import org.springframework.web.util.UriUtils;

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
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A day of knowledge means its end in Asia/Shanghai. */
    public Viewpoint {
        division = given(division);
        asOf = given(asOf);
        knownAt = given(knownAt);
        after = given(after);
        if (knownAt != null && DAY.matcher(knownAt).matches()) {
            // today has not ended: what is known of it is what is known now
            knownAt =
                    knownAt.equals(LocalDate.now(LogClock.ZONE).toString()) ? null : knownAt + "T23:59:59.999999+08:00";
        }
    }

    static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    Viewpoint at(String place) {
        return new Viewpoint(place, asOf, knownAt, after);
    }

    /** The day of {@code asOf}, as the date field shows it; empty when it is no day. */
    public String day() {
        return asOf != null && DAY.matcher(asOf).matches() ? asOf : "";
    }

    /** The day of {@code knownAt}, as the date field shows it; empty when it is no day. */
    public String knownDay() {
        return knownAt != null && knownAt.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? knownAt.substring(0, 10) : "";
    }

    /** The position of {@code knownAt}; empty when it is none. */
    public String knownPosition() {
        return knownAt != null && knownAt.matches("\\d{1,18}") ? knownAt : "";
    }

    /** Whether this is another day, or another state of knowledge, than now. */
    public boolean elsewhen() {
        return asOf != null || knownAt != null;
    }

    /** Common parameters of every question, and some more. */
    Map<String, @Nullable Object> with(@Nullable String... more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("asOf", asOf);
        all.put("knownAt", knownAt);
        all.put("after", after);
        add(all, more);
        return all;
    }

    /** The dashboard again. A position is not kept: it only held the figures and their evidence together. */
    public String home() {
        return link("/", "knownAt", knownPosition().isEmpty() ? knownAt : null);
    }

    private static void add(Map<String, @Nullable Object> all, @Nullable String... more) {
        for (int i = 0; i < more.length; i += 2) {
            all.put(Objects.requireNonNull(more[i]), more[i + 1]);
        }
    }

    /** This view as a link, with names and values of more parameters; those without a value are left out. */
    public String link(String path, @Nullable String... more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("division", division);
        all.put("asOf", asOf);
        all.put("knownAt", knownAt);
        add(all, more);
        StringBuilder link = new StringBuilder(path);
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                link.append(link.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
            }
        });
        return link.toString();
    }
}
