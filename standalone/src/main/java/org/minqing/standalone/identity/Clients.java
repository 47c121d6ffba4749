package org.minqing.standalone.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.token.Scope;
import org.minqing.standalone.account.Account;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.token.TokenStates;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: those of the accounts, and the pages on behalf of the people who sign in. */
final class Clients implements RegisteredClientRepository {
    static final String PAGES = "pages";
    /** The command side, which asks the read side where a decision rests on it. */
    static final String COMMAND_SERVICE = "command-service";

    static final Duration WORKING_DAY = Duration.ofHours(10);

    /** In no hash. */
    private static final String BETWEEN = " ";

    private final Accounts accounts;
    private final RegisteredClient pages;
    private final RegisteredClient commandService;

    /** @param pagesAt where the pages are reached, without a slash at the end */
    Clients(Accounts accounts, String pagesHash, List<String> pagesAt, String commandServiceHash) {
        this.accounts = accounts;
        this.commandService = program(COMMAND_SERVICE, commandServiceHash, Scope.READ);
        this.pages = RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientSecret(pagesHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> pagesAt.forEach(at -> uris.add(at + "/login/oauth2/code/" + PAGES)))
                .postLogoutRedirectUris(uris -> pagesAt.forEach(at -> uris.add(at + "/")))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(Scope.READ)
                .scope(Scope.WRITE)
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TokenStates.LIFE)
                        .refreshTokenTimeToLive(WORKING_DAY)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are not made over the network");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return switch (id) {
            case PAGES -> pages;
            case COMMAND_SERVICE -> commandService;
            default ->
                accounts.find(Kind.CLIENT, id)
                        .filter(Account::enabled)
                        .map(account -> program(account.name(), hashes(account), Scope.READ, Scope.WRITE))
                        .orElse(null);
        };
    }

    /** Of the secret, and of the one before as long as that is good. */
    private static String hashes(Account account) {
        return account.formerHash() == null
                        || account.formerUntil() == null
                        || Instant.now().isAfter(account.formerUntil())
                ? account.hash()
                : account.hash() + BETWEEN + account.formerHash();
    }

    /** Takes a secret that is one of two. */
    static PasswordEncoder eitherOf(PasswordEncoder encoder) {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence secret) {
                return encoder.encode(secret);
            }

            @Override
            public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
                return hashes != null
                        && Stream.of(hashes.split(BETWEEN)).anyMatch(hash -> encoder.matches(secret, hash));
            }
        };
    }

    private static RegisteredClient program(String name, String hash, String... scopes) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(hash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(own -> own.addAll(List.of(scopes)))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TokenStates.LIFE)
                        .build())
                .build();
    }
}
