package org.minqing.query.platform.question;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How much of a list is asked for, and behind which place in it; only the one who gave a cursor can read it. */
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private final QuestionParameters asked;
    private final List<String> place;

    private Cursor(QuestionParameters asked, List<String> place) {
        this.asked = asked;
        this.place = place;
    }

    /**
     * As the parameters {@code limit} and {@code cursor} say.
     *
     * @param parts of which a place in the list is made; the day and position of the first page stand behind them
     */
    public static Cursor of(QuestionParameters asked, int parts) {
        asked.limit();
        String value = asked.text("cursor");
        if (value == null) {
            return new Cursor(asked, List.of());
        }
        List<String> read = read(value);
        if (read.size() != parts + 2 || read.stream().anyMatch(Cursor::unclean)) {
            throw malformed();
        }
        Map<String, String> snapshot = Map.of("asOf", read.get(parts), "knownAt", read.get(parts + 1));
        return new Cursor(asked.or(snapshot), read.subList(0, parts));
    }

    private static List<String> read(String value) {
        try {
            return List.of(
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static boolean unclean(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    private static Refusal malformed() {
        return Refusal.malformed("cursor", new ParameterForm("cursor"));
    }

    /** What is asked, of the snapshot in which the first page was. */
    public QuestionParameters asked() {
        return asked;
    }

    public int limit() {
        return asked.limit();
    }

    private boolean first() {
        return place.isEmpty();
    }

    /** What begins behind a place of the list. */
    public String after(List<?> last, Question question) {
        List<String> parts = Stream.concat(last.stream(), Stream.of(question.asOf(), question.knownAt()))
                .map(Object::toString)
                .toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    public String text(int part, String first) {
        return first() ? first : place.get(part);
    }

    /** 0 before the first page. */
    public long number(int part) {
        return part(part, 0L, Long::parseLong);
    }

    public LocalDate day(int part, LocalDate first) {
        return part(part, first, text -> LocalDate.parse(QuestionParameters.fourDigitYear(text)));
    }

    public Instant instant(int part, Instant first) {
        return part(part, first, text -> Instant.parse(QuestionParameters.fourDigitYear(text)));
    }

    private <T> T part(int part, T first, Function<String, T> read) {
        try {
            return first() ? first : read.apply(place.get(part));
        } catch (DateTimeException | NumberFormatException e) {
            throw malformed();
        }
    }
}
