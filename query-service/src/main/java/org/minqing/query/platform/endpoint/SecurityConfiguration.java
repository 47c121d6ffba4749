package org.minqing.query.platform.endpoint;

import org.minqing.edge.Problems;
import org.minqing.edge.ResourceServer;
import org.minqing.edge.share.ShareFilter;
import org.minqing.edge.share.Shares;
import org.minqing.query.platform.question.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Bearer tokens for questions; health and documentation are open. Pages bring a chain of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    @Order(10)
    SecurityFilterChain questions(HttpSecurity http, Problems problems, Shares shares) throws Exception {
        return ResourceServer.of(http, problems)
                .addFilterAfter(
                        new ShareFilter(
                                shares, problems, request -> Kind.of(request).share()),
                        AuthorizationFilter.class)
                .securityMatcher("/v1/**", "/actuator/**", "/docs/**", "/swagger-ui/**")
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
                .build();
    }
}
