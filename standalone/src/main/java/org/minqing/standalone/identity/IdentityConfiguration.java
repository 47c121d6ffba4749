package org.minqing.standalone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.minqing.standalone.account.AccountChanges;
import org.minqing.standalone.account.AccountSchema;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionTemplate;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The schema comes first, brought up to date here where a role for that is given. */
    @Bean
    Accounts accounts(DataSource database, Environment environment) {
        String owner = environment.getProperty("minqing.owner.username");
        if (owner != null) {
            AccountSchema.migrate(new DriverManagerDataSource(
                    environment.getRequiredProperty("spring.datasource.url"),
                    owner,
                    environment.getProperty("minqing.owner.password", "")));
        }
        return new Accounts(database);
    }

    @Bean
    OneTimeCodes oneTimeCodes(Accounts accounts, InstantSource clock) {
        return new OneTimeCodes(accounts, clock);
    }

    @Bean
    AccountChanges changes(
            Accounts accounts,
            OneTimeCodes codes,
            PasswordEncoder encoder,
            DivisionLookup divisions,
            DataSource database,
            IdentityProperties properties)
            throws IOException {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        var changes = new AccountChanges(accounts, codes, encoder, divisions, transactions);
        var file = CredentialsFile.in(properties.directory());
        if (properties.demonstration() && accounts.province().isEmpty()) {
            Credentials told = Demonstration.credentials(properties.issuer());
            // Told first: accounts that stood without their passwords ever being told would lock everybody out.
            file.write(told);
            changes.demonstrate(Demonstration.PROVINCE, Demonstration.accounts(told));
        }
        file.address(properties.issuer());
        return changes;
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
    Claims claims(Accounts accounts) {
        return new Claims(accounts);
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
