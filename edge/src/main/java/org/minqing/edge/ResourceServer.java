package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What an OAuth2 resource server is here: bearer tokens, no session, no form; whom it turns away is told a problem. */
public final class ResourceServer {
    private static final BearerTokenAuthenticationEntryPoint CHALLENGE = new BearerTokenAuthenticationEntryPoint();

    private ResourceServer() {}

    /** Makes the chain one; who may reach what is left to the caller. */
    public static HttpSecurity of(HttpSecurity http, Problems problems) throws Exception {
        AuthenticationEntryPoint unknown = (request, response, e) -> challenge(problems, request, response, e);
        AccessDeniedHandler forbidden = (request, response, e) -> problems.write(problems.of(403), request, response);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(new BearerHeader())
                        .authenticationEntryPoint(unknown)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(forbidden));
    }

    private static void challenge(
            Problems problems, HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        CHALLENGE.commence(request, response, e);
        problems.write(problems.of(401), request, response);
    }
}
