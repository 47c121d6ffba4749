package org.minqing.standalone.identity;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    static final Duration WORKING_DAY = Duration.ofHours(10);

    private static final Duration TOKEN = Duration.ofMinutes(60);

    private final Accounts accounts;
    private final RegisteredClient pages;

    /** @param pagesAt where the pages are reached, without a slash at the end */
    Clients(Accounts accounts, String pagesHash, List<String> pagesAt) {
        this.accounts = accounts;
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
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN)
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
        return id.equals(PAGES)
                ? pages
                : accounts.client(id).map(Clients::registered).orElse(null);
    }

    private static RegisteredClient registered(Account account) {
        return RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(account.hash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(TOKEN).build())
                .build();
    }
}
