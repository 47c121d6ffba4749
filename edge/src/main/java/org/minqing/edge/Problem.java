package org.minqing.edge;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a request is not answered as it was meant; {@link Problems} puts it into words. Never carries personal data. */
public interface Problem {
    int status();

    /** Stable, for programs: {@code quota-exceeded}. */
    String code();

    /** What its words are filled in with; a {@link Spoken} one takes words of its own. */
    List<Object> arguments();

    /** One for each field or parameter that is wrong. */
    List<? extends Field> errors();

    /** When the same may be asked again, where the problem itself knows; null: as for others of its status. */
    default @Nullable Duration retryAfter() {
        return null;
    }

    /** One field or parameter that is wrong. */
    interface Field {
        /** JSON pointer (RFC 6901) into the body, or {@code ?name} of a parameter. */
        String pointer();

        String code();

        List<Object> arguments();
    }

    /** What HTTP calls a status, as a code: {@code method-not-allowed}, {@code unsupported-media-type}, ... */
    static String code(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "http-" + status
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A problem that its status and code tell in full. */
    static Problem of(int status, String code) {
        return new StatusProblem(status, code);
    }
}
