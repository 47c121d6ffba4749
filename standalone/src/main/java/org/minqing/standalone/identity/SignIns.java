package org.minqing.standalone.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * People's sign-ins in progress and their refresh tokens, bounded in number, and in time from their begin on. Tokens of programs are not kept at
 * all: they speak for themselves, and the framework's own store in memory would grow with every one.
 */
final class SignIns implements OAuth2AuthorizationService {
    private static final int KEPT = 10_000;

    private final Cache<String, OAuth2Authorization> kept;

    SignIns(Duration lifetime) {
        this(lifetime, Ticker.systemTicker());
    }

    SignIns(Duration lifetime, Ticker ticker) {
        kept = Caffeine.newBuilder()
                .maximumSize(KEPT)
                // from its begin, however often its tokens were renewed since
                .expireAfter(Expiry.<String, OAuth2Authorization>creating((id, begun) -> lifetime))
                .ticker(ticker)
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            kept.put(authorization.getId(), authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        kept.invalidate(authorization.getId());
    }

    /** Every sign-in of the session of which this ID token is. */
    void end(String idToken) {
        OAuth2Authorization one = findByToken(idToken, null);
        Object session = one == null ? null : session(one);
        if (one != null) {
            kept.asMap().values().removeIf(other -> other == one || session != null && session.equals(session(other)));
        }
    }

    private static @Nullable Object session(OAuth2Authorization signIn) {
        OAuth2Authorization.Token<OidcIdToken> id = signIn.getToken(OidcIdToken.class);
        return id == null || id.getClaims() == null ? null : id.getClaims().get("sid");
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kept.asMap().values().stream()
                .filter(sign -> holds(sign, token))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization signIn, String token) {
        return signIn.getToken(token) != null || token.equals(signIn.getAttribute(OAuth2ParameterNames.STATE));
    }
}
