package org.minqing.edge;

import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Lets the reader of a page choose its language with {@code ?lang=en}. */
public final class LanguageChange extends LocaleChangeInterceptor {
    public LanguageChange() {
        setParamName("lang");
        setIgnoreInvalidLocale(true);
    }
}
