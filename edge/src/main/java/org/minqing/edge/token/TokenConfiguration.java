package org.minqing.edge.token;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** {@code spring.security.oauth2.resourceserver.jwt.issuer-uri} and {@code jwk-set-uri}, {@code minqing.resource}, {@code minqing.introspection.*}. */
@Configuration(proxyBeanMethods = false)
public class TokenConfiguration {
    @Bean
    static ProtectedResource protectedResource(
            @Value("${minqing.resource}") String resource,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        return new ProtectedResource(resource.replaceFirst("/+$", ""), issuer);
    }

    @Bean
    static Introspection introspection(
            @Value("${minqing.introspection.uri:}") String at,
            @Value("${minqing.introspection.client-id:}") String client,
            @Value("${minqing.introspection.client-secret:}") String secret) {
        return new Introspection(at, client, secret);
    }

    @Bean
    static JwtDecoder accessTokens(
            ProtectedResource resource,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") String keysAt,
            Introspection introspection) {
        return new AccessTokens(resource.issuer(), keysAt, resource.resource(), introspection);
    }

    /** Before everything that asks who somebody is: it is for those who want to know where to become somebody. */
    @Bean
    static FilterRegistrationBean<MetadataFilter> protectedResourceMetadata(ProtectedResource resource) {
        var registration = new FilterRegistrationBean<>(new MetadataFilter(resource));
        registration.addUrlPatterns(ProtectedResource.METADATA);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
