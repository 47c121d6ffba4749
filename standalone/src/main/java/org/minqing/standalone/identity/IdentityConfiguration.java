package org.minqing.standalone.identity;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return SecretDigest.orBcrypt();
    }

    @Bean
    Accounts accounts(IdentityProperties properties, PasswordEncoder encoder) throws IOException {
        return Accounts.in(properties.directory(), properties.issuer(), encoder);
    }

    @Bean
    RegisteredClientRepository clients(Accounts accounts, IdentityProperties properties) {
        return new Clients(
                accounts,
                SecretDigest.of(properties.pagesSecret()),
                properties.pagesAt(),
                SecretDigest.of(properties.commandServiceSecret()));
    }

    @Bean
    SignIns signIns() {
        return new SignIns(Clients.WORKING_DAY);
    }

    @Bean
    Claims claims(Accounts accounts, IdentityProperties properties) {
        return new Claims(accounts, properties.commandServiceDivision(), properties.resources());
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    SigningKeys keys(IdentityProperties properties, InstantSource clock) throws IOException {
        return SigningKeys.in(properties.directory(), clock);
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder(keys.signing());
    }

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    EndedTokens endedTokens(IdentityProperties properties, InstantSource clock) throws IOException {
        return EndedTokens.in(properties.directory(), clock);
    }

    @Bean
    TokenStates tokenStates(
            SigningKeys keys, IdentityProperties properties, SignIns signIns, EndedTokens ended, Accounts accounts) {
        return new TokenStates(keys, properties.issuer(), signIns, ended, new TokenStates.Bearers() {
            @Override
            public boolean client(String name, Instant given) {
                return name.equals(Clients.COMMAND_SERVICE)
                        || accounts.client(name).isPresent();
            }

            @Override
            public boolean user(String name, Instant given) {
                return accounts.user(name).isPresent();
            }
        });
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
