package org.minqing.standalone.token;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.edge.token.Scope;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;

/** What the server says of itself (RFC 8414, OpenID Connect Discovery): what it does for somebody, not all the framework could do. */
public final class Metadata {
    private static final List<String> GRANTS = List.of("authorization_code", "client_credentials", "refresh_token");
    private static final List<String> AUTHENTICATION = List.of("client_secret_basic");
    /** Of what nobody is registered for. */
    private static final Set<String> NOT_OFFERED = new TreeSet<>(List.of(
            "device_authorization_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported",
            "registration_endpoint"));

    private Metadata() {}

    public static void offered(OAuth2AuthorizationServerMetadata.Builder told) {
        told.grantTypes(is(GRANTS))
                .tokenEndpointAuthenticationMethods(is(AUTHENTICATION))
                .tokenIntrospectionEndpointAuthenticationMethods(is(AUTHENTICATION))
                .tokenRevocationEndpointAuthenticationMethods(is(AUTHENTICATION))
                .scopes(is(List.of("openid", "profile", Scope.READ, Scope.WRITE)))
                .claims(claims -> claims.keySet().removeAll(NOT_OFFERED));
    }

    public static void offered(OidcProviderConfiguration.Builder told) {
        told.grantTypes(is(GRANTS))
                .tokenEndpointAuthenticationMethods(is(AUTHENTICATION))
                .tokenIntrospectionEndpointAuthenticationMethods(is(AUTHENTICATION))
                .tokenRevocationEndpointAuthenticationMethods(is(AUTHENTICATION))
                .scopes(is(List.of("openid", "profile", Scope.READ, Scope.WRITE)))
                .claims(claims -> claims.keySet().removeAll(NOT_OFFERED));
    }

    private static java.util.function.Consumer<List<String>> is(List<String> offered) {
        return all -> {
            all.clear();
            all.addAll(offered);
        };
    }
}
