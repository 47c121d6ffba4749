package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.token.IssuerAway;
import org.minqing.edge.token.ProtectedResource;
import org.minqing.edge.token.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What an OAuth2 resource server is here: bearer tokens, no session, no form; whom it turns away is told a problem. */
public final class ResourceServer {
    /** Roles that see metrics, and the details of health: {@code monitor} is for programs and sees nothing else. */
    public static final String[] OPERATORS = {"monitor", "administrator"};

    private final ProtectedResource resource;
    private final Problems problems;

    private ResourceServer(ProtectedResource resource, Problems problems) {
        this.resource = resource;
        this.problems = problems;
    }

    /** Makes the chain one; who may reach what is left to the caller. */
    public static HttpSecurity of(HttpSecurity http, ProtectedResource resource, Problems problems) throws Exception {
        var server = new ResourceServer(resource, problems);
        AuthenticationEntryPoint unknown = server::challenge;
        AccessDeniedHandler forbidden = (request, response, e) ->
                server.forbid(request, response, e instanceof Scope.Insufficient needs ? needs.scope() : null);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(oauth -> oauth.jwt(jwt -> jwt.jwtAuthenticationConverter(Scope.authorities()))
                        .bearerTokenResolver(new BearerHeader())
                        .authenticationEntryPoint(unknown)
                        .accessDeniedHandler(forbidden)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(server::challenge);
                                return filter;
                            }
                        }))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(forbidden));
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof IssuerAway) {
            problems.write(Problem.of(503, "issuer-away"), request, response);
            return;
        }
        if (e instanceof AuthenticationServiceException) {
            throw e;
        }
        boolean bad = e instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                resource.challenge(
                        bad ? "invalid_token" : null,
                        bad ? "The access token is malformed, expired, ended, or not for this service" : null,
                        null));
        problems.write(problems.of(401), request, response);
    }

    private void forbid(HttpServletRequest request, HttpServletResponse response, @Nullable String scope)
            throws IOException {
        if (scope == null) {
            problems.write(problems.of(403), request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                resource.challenge("insufficient_scope", "The access token is not for this", scope));
        problems.write(Problem.of(403, "insufficient-scope"), request, response);
    }
}
