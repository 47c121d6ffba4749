package org.minqing.standalone.identity;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.AccountChanges;
import org.minqing.standalone.account.AccountSchema;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.minqing.standalone.token.EndedTokens;
import org.minqing.standalone.token.SecretDigest;
import org.minqing.standalone.token.SigningKeys;
import org.minqing.standalone.token.TokenStates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionTemplate;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return SecretDigest.orBcrypt();
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
        return new Claims(accounts, properties.resources());
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
                        || accounts.find(Kind.CLIENT, name)
                                .filter(account -> account.good(given))
                                .isPresent();
            }

            @Override
            public boolean user(String name, Instant given) {
                return accounts.find(Kind.USER, name)
                        .filter(account -> account.good(given))
                        .isPresent();
            }
        });
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
