package org.minqing.query.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.edge.AskedAddress;
import org.minqing.edge.SessionBound;
import org.minqing.edge.header.AnswerHeaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Pages: sign-in and sign-out at the authorization server, a session cookie, a CSRF token in every form. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    static final String SIGN_IN = "/oauth2/authorization/pages";
    private static final String[] FILES = {"/webjars/**", "/pages.css", "/pages.js", "/favicon.svg", "/favicon.ico"};
    private static final String FRAGMENT = "HX-Request";
    /** Scripts and styles from here alone: what somebody typed into a field can never run. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self' ";

    /** Whether only a part of a page is asked for. */
    static boolean fragment(HttpServletRequest request) {
        return request.getHeader(FRAGMENT) != null;
    }

    /** Files that are the same for everybody, and may be kept: no cookie comes with them. */
    @Bean
    @Order(15)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain pages(
            HttpSecurity http,
            @Value("${minqing.pages.sign-out-url}") String signOutUrl,
            @Value("${minqing.sessions-per-person:20}") int sessionsOfOne,
            @Value("${minqing.sessions:3000}") int sessions,
            ClientRegistrationRepository registrations)
            throws Exception {
        var signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .requestMatchers("/sign-in-again", SignOut.Form.PAGE)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(whereTheyWere()))
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .failureHandler(notSignedIn())
                        .authorizationEndpoint(
                                begun -> begun.authorizationRequestRepository(new BegunSignIn(registrations))))
                .sessionManagement(
                        kept -> kept.addSessionAuthenticationStrategy(new SessionBound(sessionsOfOne, sessions)))
                // in a cookie, which scripts read when they send: a form that is open outlives its session
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, e) -> signInAgain(request, response),
                                new RequestHeaderRequestMatcher(FRAGMENT))
                        .defaultAuthenticationEntryPointFor(signIn, request -> true)
                        .accessDeniedHandler((request, response, e) -> {
                            if (fragment(request)) {
                                signInAgain(request, response);
                            } else {
                                // a page from before the last sign-in: the first page has a token that is good
                                response.sendRedirect(request.getContextPath() + "/");
                            }
                        }))
                .logout(logout -> logout.logoutSuccessHandler(new SignOut(signOutUrl)))
                .headers(headers -> headers.addHeaderWriter((request, response) -> response.setHeader(
                        AnswerHeaders.POLICY,
                        // a page may bring one of its own
                        request.getAttribute(AnswerHeaders.POLICY) instanceof String own
                                ? own
                                : CONTENT + SignOut.origin(signOutUrl))))
                .build();
    }

    /** After sign-in the reader stands where they wanted to go, at its plain address. */
    static AskedAddress whereTheyWere() {
        return new AskedAddress("minqing-address");
    }

    /** Why is told by the authorization server; nothing of it is kept. */
    private static SimpleUrlAuthenticationFailureHandler notSignedIn() {
        var handler = new SimpleUrlAuthenticationFailureHandler(SIGN_IN + "?error");
        handler.setAllowSessionCreation(false);
        return handler;
    }

    /** A form keeps what was typed: it says where to sign in, and waits. */
    private static void signInAgain(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        request.getRequestDispatcher("/sign-in-again").forward(request, response);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName("minqing-csrf");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }
}
