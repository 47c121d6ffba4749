package org.minqing.standalone.identity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless the browser asks for English or somebody chose it with {@code ?lang=en}. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    @Bean
    LocaleResolver localeResolver() {
        var asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
        asked.setDefaultLocale(Locale.CHINESE);
        var chosen = new CookieLocaleResolver("MINQING_IDENTITY_LANGUAGE");
        chosen.setDefaultLocaleFunction(request -> Objects.requireNonNull(asked.resolveLocale(request)));
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
