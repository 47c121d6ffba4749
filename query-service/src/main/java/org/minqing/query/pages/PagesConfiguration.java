package org.minqing.query.pages;

import java.time.Duration;
import java.util.Locale;
import org.minqing.edge.LanguageChange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Pages speak Chinese until their reader chooses English. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
    private static final Duration YEAR = Duration.ofDays(365);

    private final String accountUrl;

    PagesConfiguration(@Value("${minqing.pages.account-url}") String accountUrl) {
        this.accountUrl = accountUrl;
    }

    /** The own password and one-time codes are changed where people sign in. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/account", accountUrl);
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("minqing-language");
        resolver.setDefaultLocale(Locale.CHINESE);
        resolver.setCookieMaxAge(YEAR);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // also where there is no page: what is then shown is in the language asked for
        registry.addInterceptor(new LanguageChange()).addPathPatterns("/**").excludePathPatterns("/v1/**");
    }

    /** The chart library is a megabyte, and a phone should fetch it once: its address carries its version. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
    }
}
