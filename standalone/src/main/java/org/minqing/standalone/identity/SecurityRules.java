package org.minqing.standalone.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.minqing.edge.AskedAddress;
import org.minqing.edge.SessionBound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who reaches what: the protocol's endpoints for programs, one form for people, nothing else. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    private static final String FORM = "/sign-in";
    private static final int FREE_TRIES = 5;
    private static final int SESSIONS_OF_ONE = 20;
    private static final int SESSIONS = 3_000;

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, InstantSource clock) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        var attempts = new Attempts(clock, FREE_TRIES);
        // Only people come here, whatever their program says it accepts; the other addresses are for programs.
        var forPeople = PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize");
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        s -> s.oidc(withDefaults())
                                .clientAuthentication(client -> client.authenticationProviders(
                                                providers -> providers.replaceAll(
                                                        p -> p instanceof ClientSecretAuthenticationProvider
                                                                ? new ThrottledProvider(p, attempts, false)
                                                                : p))
                                        .errorResponseHandler(new TokenRefusals())))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(whereTheyWere()))
                .exceptionHandling(
                        e -> e.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(FORM), forPeople)
                                .defaultAuthenticationEntryPointFor(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Accounts accounts,
            PasswordEncoder encoder,
            IdentityProperties properties,
            InstantSource clock)
            throws Exception {
        var passwords = new DaoAuthenticationProvider(users(accounts));
        passwords.setPasswordEncoder(encoder);
        String pages = properties.pagesAt().getFirst() + "/";
        // Browsers hold redirects after a form to form-action too: the pages are where a sign-in ends.
        String policy =
                "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' "
                        + String.join(" ", properties.pagesAt());
        return http.authenticationProvider(new ThrottledProvider(passwords, new Attempts(clock, FREE_TRIES), true))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                FORM, "/sign-in.css", "/actuator/health", "/error", "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(whereTheyWere()))
                // the form's token stands in a cookie: whoever has not signed in has no session
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .sessionManagement(
                        kept -> kept.addSessionAuthenticationStrategy(new SessionBound(SESSIONS_OF_ONE, SESSIONS)))
                .formLogin(form -> form.loginPage(FORM).defaultSuccessUrl(pages).failureHandler(SecurityRules::refused))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    private static AskedAddress whereTheyWere() {
        return new AskedAddress("MINQING_IDENTITY_ADDRESS");
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("MINQING_IDENTITY_CSRF");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Back to the form, saying whether to look again or to wait; never which of name and password was wrong. */
    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(FORM + (why instanceof Attempts.TooMany slowed ? "?wait=" + slowed.seconds() : "?error"));
    }

    private static UserDetailsService users(Accounts accounts) {
        return name -> accounts.user(name)
                .map(a -> User.withUsername(a.name())
                        .password(a.hash())
                        .authorities(a.roles().toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
