package org.minqing.query.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Pages: sign-in at the authorization server, a session cookie, a CSRF token in every form. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    private static final String SIGN_IN = "/oauth2/authorization/pages";
    /** Scripts and styles from here alone: what somebody typed into a field can never run. */
    private static final String CONTENT = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(20)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        var signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/webjars/**", "/pages.css", "/pages.js", "/favicon.svg", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(SIGN_IN))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, e) -> {
                                    // a fragment cannot show the sign-in form: the whole page goes there
                                    response.setHeader("HX-Redirect", "/");
                                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                                },
                                new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(signIn, request -> true))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT)))
                .build();
    }
}
