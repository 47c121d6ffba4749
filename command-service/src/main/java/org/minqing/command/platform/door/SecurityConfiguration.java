package org.minqing.command.platform.door;

import org.minqing.edge.Problems;
import org.minqing.edge.ResourceServer;
import org.minqing.edge.token.ProtectedResource;
import org.minqing.edge.token.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens on every call but health: to command one for writing, to measure the role for that. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain security(HttpSecurity http, ProtectedResource resource, Problems problems) throws Exception {
        return ResourceServer.of(http, resource, problems)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole(ResourceServer.OPERATORS)
                        .requestMatchers(HttpMethod.GET)
                        .access(Scope.required(Scope.READ, Scope.WRITE))
                        .anyRequest()
                        .access(Scope.required(Scope.WRITE)))
                .build();
    }
}
