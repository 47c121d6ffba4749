package org.minqing.standalone.identity;

import java.util.Objects;
import org.minqing.edge.Language;
import org.minqing.edge.LanguageChange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese unless the browser asks for English or somebody chose it with {@code ?lang=en}. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    @Bean
    LocaleResolver localeResolver() {
        var asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(Language.OFFERED);
        asked.setDefaultLocale(Language.OFFERED.getFirst());
        var chosen = new CookieLocaleResolver("MINQING_IDENTITY_LANGUAGE");
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setDefaultLocaleFunction(request -> Objects.requireNonNull(asked.resolveLocale(request)));
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChange());
    }
}
