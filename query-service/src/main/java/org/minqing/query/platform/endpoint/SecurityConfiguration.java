package org.minqing.query.platform.endpoint;

import org.minqing.edge.Problems;
import org.minqing.edge.ResourceServer;
import org.minqing.edge.header.AnswerHeaders;
import org.minqing.edge.share.ShareFilter;
import org.minqing.edge.share.Shares;
import org.minqing.edge.token.ProtectedResource;
import org.minqing.edge.token.Scope;
import org.minqing.query.platform.question.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Bearer tokens for questions, those for reading; metrics for one role only; health and documentation are open. Pages bring a chain of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Of Swagger UI, which brings its pictures along in its styles. */
    private static final String DOCUMENTATION = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'none'";

    @Bean
    @Order(10)
    SecurityFilterChain questions(HttpSecurity http, ProtectedResource resource, Problems problems, Shares shares)
            throws Exception {
        return ResourceServer.of(http, resource, problems)
                .addFilterAfter(
                        new ShareFilter(
                                shares, problems, request -> Kind.of(request).share()),
                        AuthorizationFilter.class)
                .securityMatcher("/v1/**", "/actuator/**", "/docs/**", "/swagger-ui/**")
                .headers(headers -> headers.addHeaderWriter((request, response) -> {
                    if (!request.getRequestURI().startsWith("/v1/")) {
                        response.setHeader(AnswerHeaders.POLICY, DOCUMENTATION);
                    }
                }))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v1/openapi", "/v1/openapi/**")
                        .permitAll()
                        .requestMatchers("/docs/**", "/swagger-ui/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/v1/**")
                        .access(Scope.required(Scope.READ))
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyRole(ResourceServer.OPERATORS)
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
