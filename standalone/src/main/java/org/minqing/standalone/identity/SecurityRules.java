package org.minqing.standalone.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import org.minqing.edge.AskedAddress;
import org.minqing.edge.BearerHeader;
import org.minqing.edge.ResourceServer;
import org.minqing.edge.SessionBound;
import org.minqing.edge.header.AnswerHeaders;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.account.Account;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.minqing.standalone.token.Metadata;
import org.minqing.standalone.token.ScopesAsked;
import org.minqing.standalone.token.TokenStates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who reaches what: the protocol's endpoints for programs, one form for people, nothing else. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    private static final String FORM = "/sign-in";
    private static final int FREE_TRIES = 5;
    private static final int SESSIONS_OF_ONE = 20;
    private static final int SESSIONS = 3_000;

    /** {@code ./minqing user}, {@code client}, {@code init}: who can read the key in the folder of this server. */
    @Bean
    @Order(0)
    SecurityFilterChain operators(HttpSecurity http, IdentityProperties properties) throws Exception {
        OperatorKey key = OperatorKey.make(properties.directory());
        return http.securityMatcher("/operator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((asked, context) -> new AuthorizationDecision(
                                key.is(context.getRequest().getHeader(OperatorKey.HEADER)))))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    /** The figures are for those who watch, with a token that stands. */
    @Bean
    @Order(0)
    SecurityFilterChain monitors(HttpSecurity http, TokenStates states) throws Exception {
        return http.securityMatcher(MetricsPage.AT)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((asked, context) -> new AuthorizationDecision(states.hasRole(
                                BearerHeader.token(context.getRequest().getHeader("Authorization")),
                                Set.of(ResourceServer.OPERATORS)))))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http,
            InstantSource clock,
            Accounts accounts,
            PasswordEncoder encoder,
            TokenStates states,
            SignIns signIns)
            throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        var attempts = new Attempts(clock, FREE_TRIES);
        // Only people come here, whatever their program says it accepts; the other addresses are for programs.
        var forPeople = PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize");
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        s -> s.oidc(oidc -> oidc.logoutEndpoint(
                                                end -> end.logoutResponseHandler(new SignOutEverywhere(signIns)))
                                        .providerConfigurationEndpoint(
                                                told -> told.providerConfigurationCustomizer(Metadata::offered)))
                                .authorizationServerMetadataEndpoint(
                                        told -> told.authorizationServerMetadataCustomizer(Metadata::offered))
                                .tokenEndpoint(token ->
                                        token.accessTokenRequestConverters(converters -> converters.replaceAll(
                                                c -> c instanceof OAuth2ClientCredentialsAuthenticationConverter
                                                        ? new ScopesAsked()
                                                        : c)))
                                .tokenIntrospectionEndpoint(
                                        about -> about.authenticationProvider(states.introspection()))
                                .tokenRevocationEndpoint(back -> back.authenticationProvider(states.revocation()))
                                .clientAuthentication(client -> client.authenticationProviders(
                                                providers -> providers.replaceAll(
                                                        p -> p instanceof ClientSecretAuthenticationProvider secrets
                                                                ? throttled(secrets, encoder, attempts)
                                                                : p))
                                        .errorResponseHandler(new TokenRefusals())))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(whereTheyWere()))
                .exceptionHandling(
                        e -> e.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(FORM), forPeople)
                                .defaultAuthenticationEntryPointFor(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()))
                .addFilterAfter(new SessionEnd(accounts), SecurityContextHolderFilter.class)
                .build();
    }

    private static ThrottledProvider throttled(
            ClientSecretAuthenticationProvider secrets, PasswordEncoder encoder, Attempts attempts) {
        secrets.setPasswordEncoder(Clients.eitherOf(encoder));
        return new ThrottledProvider(secrets, attempts, false);
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Accounts accounts,
            OneTimeCodes codes,
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
        var signIn = new PasswordAndCode(passwords, accounts, codes);
        var signedIn = new SavedRequestAwareAuthenticationSuccessHandler();
        signedIn.setDefaultTargetUrl(pages);
        signedIn.setRequestCache(whereTheyWere());
        return http.authenticationProvider(new ThrottledProvider(signIn, new Attempts(clock, FREE_TRIES), true))
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
                .formLogin(form -> form.loginPage(FORM)
                        .authenticationDetailsSource(PasswordAndCode.Details::new)
                        .successHandler((request, response, person) -> {
                            SessionEnd.signedIn(request);
                            SecurityLog.tell("sign-in", person.getName(), request.getRemoteAddr());
                            signedIn.onAuthenticationSuccess(request, response, person);
                        })
                        .failureHandler(SecurityRules::refused))
                .addFilterAfter(new SessionEnd(accounts), SecurityContextHolderFilter.class)
                .headers(headers -> headers.addHeaderWriter(
                        (request, response) -> response.setHeader(AnswerHeaders.POLICY, policy)))
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
        SecurityLog.tell(
                why instanceof Attempts.TooMany ? "sign-in-delayed" : "sign-in-refused",
                request.getParameter("username"),
                request.getRemoteAddr());
        response.sendRedirect(FORM
                + switch (why) {
                    case Attempts.TooMany slowed -> "?wait=" + slowed.seconds();
                    case PasswordAndCode.CodeMissing missing -> "?code";
                    case InternalAuthenticationServiceException away when DatabaseAway.isAway(away) -> "?away";
                    default -> "?error";
                });
    }

    private static UserDetailsService users(Accounts accounts) {
        return name -> accounts.find(Kind.USER, name)
                .filter(Account::enabled)
                .map(a -> User.withUsername(a.name())
                        .password(a.hash())
                        .authorities(a.roles().toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
