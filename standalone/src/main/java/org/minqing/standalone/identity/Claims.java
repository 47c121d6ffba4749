package org.minqing.standalone.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says of its bearer: {@code client_id, roles, division, cadre_id}.
 *
 * @param commandServiceDivision the division below which the command side asks the read side
 */
record Claims(Accounts accounts, String commandServiceDivision) implements OAuth2TokenCustomizer<JwtEncodingContext> {
    @Override
    public void customize(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getClaims().claim("client_id", client);
        if (client.equals(Clients.COMMAND_SERVICE)) {
            // reads what is masked, everywhere; whom the answer is for was judged before it asks
            context.getClaims().claim("roles", List.of("inspector")).claim("division", commandServiceDivision);
            return;
        }
        bearer(context, client).ifPresent(account -> {
            context.getClaims().claim("roles", account.roles()).claim("division", account.division());
            if (account.cadreId() != null) {
                context.getClaims().claim("cadre_id", account.cadreId());
            }
        });
    }

    private Optional<Accounts.Account> bearer(JwtEncodingContext context, String client) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return accounts.client(client);
        }
        Authentication person = context.getPrincipal();
        return person == null ? Optional.empty() : accounts.user(person.getName());
    }
}
