package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.log.LogClock;
import org.springframework.web.util.UriUtils;

/**
 * Where and when the reader of a page stands; every page prints both times and every link carries them. Public, as templates ask
 * it.
 *
 * @param division code or divisionId; null: the whole of what the reader may see
 * @param asOf the world's day; null: today
 * @param knownAt position, or instant with zone; null: now
 * @param after position the answer must have reached; null: whatever it has
 * @param now whether {@code knownAt} only holds a figure and its evidence together, for a reader who asked for what is known now
 */
public record Viewpoint(
        @Nullable String division,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable String after,
        boolean now) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final String END_OF_DAY = "T23:59:59.999999+08:00";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A day of knowledge means its end in Asia/Shanghai. */
    public Viewpoint {
        division = given(division);
        asOf = given(asOf);
        knownAt = given(knownAt);
        after = given(after);
        if (knownAt != null && DAY.matcher(knownAt).matches()) {
            // today has not ended: what is known of it is what is known now
            knownAt = knownAt.equals(today()) ? null : knownAt + END_OF_DAY;
        }
    }

    static Viewpoint of(HttpServletRequest request) {
        return new Viewpoint(
                request.getParameter("division"),
                request.getParameter("asOf"),
                request.getParameter("knownAt"),
                request.getParameter("after"),
                "true".equals(request.getParameter("now")));
    }

    static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static String today() {
        return LocalDate.now(LogClock.ZONE).toString();
    }

    Viewpoint at(String place) {
        return new Viewpoint(place, asOf, knownAt, after, now);
    }

    /** What is known now, where a position only held a figure and its evidence together. */
    Viewpoint released() {
        return now ? new Viewpoint(division, asOf, null, after, false) : this;
    }

    /** The times an answer was given for, where the reader left one to it: links from it lead to the same. */
    Viewpoint held(String day, String position) {
        return new Viewpoint(
                division,
                asOf == null ? day : asOf,
                knownAt == null ? position : knownAt,
                null,
                now || knownAt == null);
    }

    /** The day of {@code asOf}, as the date field shows it; empty when it is no day. */
    public String day() {
        return asOf != null && DAY.matcher(asOf).matches() ? asOf : "";
    }

    /** The day of {@code knownAt}, as the date field shows it; empty when it is not the whole of a day. */
    public String knownDay() {
        String day = knownAt == null ? "" : knownAt.replace(END_OF_DAY, "");
        return DAY.matcher(day).matches() ? day : "";
    }

    /** The position of {@code knownAt}; empty when it is none. */
    public String knownPosition() {
        return knownAt != null && POSITION.matcher(knownAt).matches() ? knownAt : "";
    }

    /** {@code knownAt} as people read it: a day, or a moment in Asia/Shanghai; empty when it is neither. */
    public String knownOn() {
        if (knownAt == null || !knownDay().isEmpty()) {
            return knownDay();
        }
        return second(knownAt);
    }

    /** An instant as people read it in Asia/Shanghai; empty when it is none. */
    static String second(String instant) {
        try {
            return OffsetDateTime.parse(instant)
                    .atZoneSameInstant(LogClock.ZONE)
                    .format(SECOND);
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Whether this is another day, or another state of knowledge, than now. */
    public boolean elsewhen() {
        return asOf != null || knownAt != null;
    }

    /** Whether this is another day than today, or an earlier state of knowledge than now. */
    boolean past() {
        return (asOf != null && !asOf.equals(today())) || (knownAt != null && !now);
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

    /** The dashboard again, at the same times. */
    public String home() {
        return released().link("/");
    }

    /** The dashboard of the same place as it is now. */
    public String toNow() {
        return new Viewpoint(division, null, null, null, false).link("/");
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
        all.put("now", now ? "true" : null);
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
