package org.minqing.query.platform.question;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a page ended; only the one who gave it can read it. */
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    public static String of(Object... parts) {
        String text = String.join(
                SEPARATOR, List.of(parts).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of the parameter {@code cursor}; null if there is none. */
    public static String @Nullable [] read(QuestionParameters asked, int parts) {
        String value = asked.text("cursor");
        if (value == null) {
            return null;
        }
        try {
            String[] read =
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (read.length == parts && Stream.of(read).noneMatch(Cursor::unclean)) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.malformed("cursor", new ParameterForm("cursor"));
    }

    private static boolean unclean(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    public static LocalDate day(String part) {
        try {
            return LocalDate.parse(QuestionParameters.fourDigitYear(part));
        } catch (DateTimeException e) {
            throw Refusal.malformed("cursor", new ParameterForm("cursor"));
        }
    }

    public static Instant instant(String part) {
        try {
            return Instant.parse(QuestionParameters.fourDigitYear(part));
        } catch (DateTimeException e) {
            throw Refusal.malformed("cursor", new ParameterForm("cursor"));
        }
    }

    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Refusal.malformed("cursor", new ParameterForm("cursor"));
        }
    }
}
