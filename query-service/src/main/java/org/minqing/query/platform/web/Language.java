package org.minqing.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages answers are in: Chinese unless English is asked for. */
public enum Language {
    ZH("zh"),
    EN("en");

    private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    static Language of(HttpServletRequest request) {
        return of(request.getHeader("Accept-Language"));
    }

    static Language of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return ZH;
        }
        try {
            Locale chosen = Locale.lookup(Locale.LanguageRange.parse(header), OFFERED);
            return Locale.ENGLISH.equals(chosen) ? EN : ZH;
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }
}
