package org.minqing.standalone.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says of its bearer: {@code client_id, roles, division, cadre_id}.
 *
 * @param commandServiceDivision the division below which the command side asks the read side
 * @param resources the services as which a token may be used
 */
record Claims(Accounts accounts, String commandServiceDivision, List<String> resources) implements OAuth2TokenCustomizer<JwtEncodingContext> {
    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getClaims().claim("client_id", client);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context);
        }
        if (client.equals(Clients.COMMAND_SERVICE)) {
            // reads what is masked, everywhere; whom the answer is for was judged before it asks
            context.getClaims().claim("roles", List.of("inspector")).claim("division", commandServiceDivision);
            return;
        }
        Accounts.Account account = bearer(context, client)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getClaims().claim("roles", account.roles()).claim("division", account.division());
        if (account.cadreId() != null) {
            context.getClaims().claim("cadre_id", account.cadreId());
        }
    }

    /** As RFC 9068 has it: of a kind of its own, and for the services alone. */
    private void access(JwtEncodingContext context) {
        JwsHeader.Builder header = context.getJwsHeader();
        if (header != null) {
            header.type("at+jwt");
        }
        context.getClaims().audience(resources).claim("scope", String.join(" ", context.getAuthorizedScopes()));
        OAuth2Authorization signIn = context.getAuthorization();
        if (signIn != null) {
            context.getClaims().claim(TokenStates.SIGN_IN, signIn.getId());
        }
    }

    private Optional<Accounts.Account> bearer(JwtEncodingContext context, String client) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return accounts.client(client);
        }
        Authentication person = context.getPrincipal();
        return person == null ? Optional.empty() : accounts.user(person.getName());
    }
}
