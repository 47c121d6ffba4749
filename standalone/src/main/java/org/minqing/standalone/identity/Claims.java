package org.minqing.standalone.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.account.Account;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.token.TokenStates;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What a token says of its bearer: {@code client_id, roles, division, organisation, cadre_id}. Whose access ended gets none.
 *
 * @param resources the services that take access tokens
 */
record Claims(Accounts accounts, List<String> resources) implements OAuth2TokenCustomizer<JwtEncodingContext> {
    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getClaims().claim("client_id", client);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context);
        }
        if (client.equals(Clients.COMMAND_SERVICE)) {
            // reads what is masked, everywhere; whom the answer is for was judged before it asks
            context.getClaims().claim("roles", List.of("inspector"));
            accounts.province().ifPresent(province -> context.getClaims().claim("division", province));
            return;
        }
        Account account = bearer(context, client)
                .filter(a -> a.good(given(context.getAuthorization())))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getClaims().claim("roles", account.roles()).claim("division", account.division());
        if (account.organisation() != null) {
            context.getClaims().claim("organisation", account.organisation().toString());
        }
        if (account.cadre() != null) {
            context.getClaims().claim("cadre_id", account.cadre().toString());
        }
    }

    /** As RFC 9068 has it: of a kind of its own, and for the services alone. */
    private void access(JwtEncodingContext context) {
        JwsHeader.Builder header = context.getJwsHeader();
        if (header != null) {
            header.type("at+jwt");
        }
        context.getClaims()
                .audience(resources)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                .claim(TokenStates.GIVEN, Instant.now().toEpochMilli());
        Authentication bearer = context.getPrincipal();
        SecurityLog.tell(
                "token",
                bearer == null ? null : bearer.getName(),
                source(),
                "grant",
                Objects.requireNonNull(context.getAuthorizationGrantType()).getValue());
        OAuth2Authorization signIn = context.getAuthorization();
        if (signIn != null) {
            context.getClaims().claim(TokenStates.SIGN_IN, signIn.getId());
        }
    }

    private static @Nullable String source() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? asked.getRequest().getRemoteAddr()
                : null;
    }

    private Optional<Account> bearer(JwtEncodingContext context, String client) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return accounts.find(Kind.CLIENT, client);
        }
        Authentication person = context.getPrincipal();
        return person == null ? Optional.empty() : accounts.find(Kind.USER, person.getName());
    }

    /** When the code or the refresh token was given for which this token is asked. */
    private static Instant given(@Nullable OAuth2Authorization signIn) {
        if (signIn == null) {
            return Instant.MAX;
        }
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = signIn.getRefreshToken();
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = signIn.getToken(OAuth2AuthorizationCode.class);
        Instant given = refresh != null
                ? refresh.getToken().getIssuedAt()
                : code != null ? code.getToken().getIssuedAt() : null;
        return given == null ? Instant.MAX : given;
    }
}
