package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The languages answers are in: Chinese unless English is asked for. */
public enum Language {
    ZH("zh", "uuuu年M月d日"),
    EN("en", "d MMMM uuuu");

    /** The same for whoever takes locales, the one that is spoken unless asked first. */
    public static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final String tag;
    private final DateTimeFormatter day;

    Language(String tag, String day) {
        this.tag = tag;
        this.day = DateTimeFormatter.ofPattern(day, Locale.ENGLISH);
    }

    public String tag() {
        return tag;
    }

    /** Written out: {@code 2013年5月6日}, {@code 6 May 2013}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    public static Language of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** @param acceptLanguage as RFC 9110 has it; one that cannot be read asks for nothing */
    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            Locale chosen = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return Locale.ENGLISH.equals(chosen) ? EN : ZH;
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }
}
