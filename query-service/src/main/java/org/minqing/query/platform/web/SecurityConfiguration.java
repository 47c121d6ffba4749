package org.minqing.query.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens for questions; health and documentation are open. Pages bring a chain of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    @Order(10)
    SecurityFilterChain questions(HttpSecurity http, ProblemWriter writer) throws Exception {
        var challenge = new BearerTokenAuthenticationEntryPoint();
        return http.securityMatcher("/v1/**", "/actuator/**", "/docs/**", "/swagger-ui/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v1/openapi", "/v1/openapi/**")
                        .permitAll()
                        .requestMatchers("/docs/**", "/swagger-ui/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/v1/**", "/actuator/prometheus")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint((request, response, e) -> {
                            challenge.commence(request, response, e);
                            writer.send(writer.write(request, 401, "unauthorized", null, HttpHeaders.EMPTY), response);
                        }))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, e) -> {
                            challenge.commence(request, response, e);
                            writer.send(writer.write(request, 401, "unauthorized", null, HttpHeaders.EMPTY), response);
                        })
                        .accessDeniedHandler((request, response, e) -> writer.send(
                                writer.write(request, 403, "out-of-scope", null, HttpHeaders.EMPTY), response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
