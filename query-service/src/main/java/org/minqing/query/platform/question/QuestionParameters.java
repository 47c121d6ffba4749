package org.minqing.query.platform.question;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;

/** What was asked, and by whom: parameters read strictly, nothing looked up yet. */
public final class QuestionParameters {
    public static final List<String> COMMON = List.of("asOf", "knownAt", "after", "programme");
    /** Parameters that need no value. */
    private static final Set<String> FLAGS = Set.of("mine", "overdue");

    /** Once a parameter: what it said stands in every log of addresses. */
    private static final String REVEAL = "reveal";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** A plus sign in a query string that nobody escaped arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("^(\\S+T\\S+) (\\d{2}:?\\d{2})$");

    private static final Pattern BARE_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final int LIMIT = 100;
    private static final int MOST = 1000;

    private final QuestionCaller asker;
    private final Language language;
    private final Kind kind;
    private final Map<String, String> parameters;
    private final @Nullable Purpose purpose;

    QuestionParameters(QuestionCaller asker, Language language, Map<String, String> parameters) {
        this(asker, language, Kind.QUESTIONS, parameters, null);
    }

    private QuestionParameters(
            QuestionCaller asker,
            Language language,
            Kind kind,
            Map<String, String> parameters,
            @Nullable Purpose purpose) {
        this.purpose = purpose;
        this.kind = kind;
        this.asker = asker;
        this.language = language;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static QuestionParameters of(
            HttpServletRequest request,
            @Nullable QuestionCaller asker,
            String question,
            Set<String> taken,
            @Nullable Purpose purpose) {
        if (asker == null) {
            throw Refusal.forbidden("no-business-data");
        }
        asker.requireMayAsk(question);
        if (asker.division() == null) {
            throw Refusal.forbidden("no-scope");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        all(request).forEach((name, values) -> {
            if (name.equals(REVEAL)) {
                throw Refusal.unknown(name, "reveal-in-address", Purpose.CODES);
            }
            if (!COMMON.contains(name) && !taken.contains(name)) {
                throw Refusal.unknownParameter(name);
            }
            if (values.length != 1) {
                throw Refusal.repeated(name);
            }
            if (values[0].chars().anyMatch(Character::isISOControl)) {
                throw Refusal.malformed(name, "...");
            }
            if (!values[0].isBlank()) {
                parameters.put(name, values[0].strip());
            } else if (FLAGS.contains(name)) {
                parameters.put(name, "true");
            } else {
                throw Refusal.empty(name);
            }
        });
        QuestionParameters asked =
                new QuestionParameters(asker, Language.of(request), Kind.of(request), parameters, purpose);
        asked.requireOrder();
        return asked;
    }

    /** What personal data is to be shown in full for, if it is. */
    public @Nullable Purpose purpose() {
        return purpose;
    }

    /** Nothing happened between a day and one before it, and a 0 would say that it could have. */
    private void requireOrder() {
        if (has("from") && has("to")) {
            LocalDate from = Objects.requireNonNull(day("from"));
            LocalDate to = Objects.requireNonNull(day("to"));
            if (from.isAfter(to)) {
                throw Refusal.invalid("from", "from-after-to", from, to);
            }
        }
    }

    private static Map<String, String[]> all(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            // so the Servlet specification (6.1) says of a query string that cannot be read
            throw Refusal.unreadableQuery();
        }
    }

    Kind kind() {
        return kind;
    }

    public QuestionCaller asker() {
        return asker;
    }

    public Language language() {
        return language;
    }

    public @Nullable String text(String name) {
        return parameters.get(name);
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public @Nullable LocalDate day(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Refusal.malformed(name, "YYYY-MM-DD");
    }

    public @Nullable UUID uuid(String name) {
        return uuid(name, new ParameterForm("uuid"));
    }

    /** @param what it is the id of */
    @Nullable
    public UUID uuid(String name, ParameterForm what) {
        String value = text(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(name, what);
        }
    }

    /** Whether something is asked for: {@code ?mine}, {@code ?mine=true}. */
    public boolean flag(String name) {
        String value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw Refusal.malformed(name, "true | false");
        }
        return true;
    }

    /** A number from 0. */
    public @Nullable Long number(String name) {
        String value = text(name);
        try {
            if (value == null || value.matches("\\d{1,18}")) {
                return value == null ? null : Long.valueOf(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.malformed(name, "0, 1, 2, ...");
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E choice : type.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
                return choice;
            }
        }
        throw Refusal.malformed(
                name,
                Stream.of(type.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | ")));
    }

    /** How many items at most. */
    public int limit() {
        Long limit = number("limit");
        if (limit == null) {
            return LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit", "limit-out-of-range", MOST);
        }
        return limit.intValue();
    }

    /** The position knownAt names, if it names one. */
    @Nullable
    Long knownAtPosition() {
        String value = text("knownAt");
        return value != null && value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }

    /** The instant knownAt names, if it names one. */
    @Nullable
    Instant knownAtInstant() {
        String value = text("knownAt");
        return value == null || value.matches("\\d{1,18}") ? null : instant(value);
    }

    private static Instant instant(String value) {
        String plus = LOST_PLUS.matcher(value).replaceFirst("$1+$2");
        String offset = BARE_OFFSET.matcher(plus).replaceFirst("$1:$2");
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(fourDigitYear(offset));
            Instant instant = Instant.from(read);
            requireAgreement(read, instant);
            return instant;
        } catch (DateTimeException e) {
            throw Refusal.malformed("knownAt", "12345 | 2013-05-06T00:00:00+08:00");
        }
    }

    /** {@code +05:00[Asia/Shanghai]} says two things, and whichever was taken, the other would be false. */
    private static void requireAgreement(TemporalAccessor read, Instant instant) {
        ZoneId zone = read.query(TemporalQueries.zoneId());
        ZoneOffset offset = read.query(TemporalQueries.offset());
        if (zone != null
                && offset != null
                && !zone.getRules().getOffset(instant).equals(offset)) {
            throw Refusal.invalid("knownAt", "zone-contradicts-offset", zone, offset);
        }
    }

    /** Other years than 0000 to 9999, which ISO 8601 writes with a sign, are beyond what the database can compare with. */
    static String fourDigitYear(String dateOrTime) {
        if (dateOrTime.startsWith("+") || dateOrTime.startsWith("-")) {
            throw new DateTimeException(dateOrTime);
        }
        return dateOrTime;
    }

    /** The same question with some parameters set, where they were not. */
    public QuestionParameters or(Map<String, String> defaults) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(parameters);
        return new QuestionParameters(asker, language, kind, all, purpose);
    }

    /** With these parameters and no others. */
    QuestionParameters instead(Map<String, String> others) {
        return new QuestionParameters(asker, language, kind, others, purpose);
    }

    public QuestionParameters without(String name) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.remove(name);
        return new QuestionParameters(asker, language, kind, all, purpose);
    }

    /** Whether the token it was asked with is no longer good. */
    public boolean expired() {
        return asker.until() != null && Instant.now().isAfter(asker.until());
    }

    /** The query string again, with some parameters set to other values. */
    public String query(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(changed);
        StringBuilder query = new StringBuilder();
        all.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return query.toString();
    }
}
