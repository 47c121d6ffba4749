package org.minqing.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Accounts accounts(IdentityProperties properties, PasswordEncoder encoder) throws IOException {
        return Accounts.in(properties.directory(), properties.issuer(), encoder);
    }

    @Bean
    RegisteredClientRepository clients(Accounts accounts, IdentityProperties properties, PasswordEncoder encoder) {
        return new Clients(
                accounts,
                hash(encoder, properties.pagesSecret()),
                properties.pagesAt(),
                hash(encoder, properties.commandServiceSecret()));
    }

    private static String hash(PasswordEncoder encoder, String secret) {
        return Objects.requireNonNull(encoder.encode(secret));
    }

    @Bean
    OAuth2AuthorizationService signIns() {
        return new SignIns(Clients.WORKING_DAY);
    }

    @Bean
    Claims claims(Accounts accounts, IdentityProperties properties) {
        return new Claims(accounts, properties.commandServiceDivision());
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentityProperties properties) throws IOException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(properties.directory())));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
