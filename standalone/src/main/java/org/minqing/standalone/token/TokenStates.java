package org.minqing.standalone.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.token.Scope;
import org.minqing.edge.watch.SecurityLog;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Whether an access token still is one: it is not when who it was given to signed out, has no account any more or gave it back. Asked by the
 * services (RFC 7662), each time they verify a token.
 */
public final class TokenStates {
    /** How long an access token is good. */
    public static final Duration LIFE = Duration.ofMinutes(60);

    /** Claim of a person's access token: under which sign-in it was given. */
    public static final String SIGN_IN = "sid";

    /** Claim: when it was given in milliseconds; in the second in which {@code iat} says it was, an account may have changed. */
    public static final String GIVEN = "given_ms";

    private final JwtDecoder signed;
    private final OAuth2AuthorizationService signIns;
    private final EndedTokens ended;
    private final Bearers bearers;

    /** Who may still have a token that was given at a moment. */
    public interface Bearers {
        boolean client(String name, Instant given);

        boolean user(String name, Instant given);
    }

    public TokenStates(
            JWKSource<SecurityContext> keys,
            String issuer,
            OAuth2AuthorizationService signIns,
            EndedTokens ended,
            Bearers bearers) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                List.of(new JwtIssuerValidator(issuer), new JwtTypeValidator("at+jwt"))));
        this.signed = decoder;
        this.signIns = signIns;
        this.ended = ended;
        this.bearers = bearers;
    }

    boolean active(Jwt token) {
        Instant given = token.getClaim(GIVEN) instanceof Long moment ? Instant.ofEpochMilli(moment) : null;
        if (given == null || ended.has(text(token, "jti"))) {
            return false;
        }
        String signIn = token.getClaimAsString(SIGN_IN);
        if (signIn == null) {
            return bearers.client(text(token, "client_id"), given);
        }
        OAuth2Authorization standing = signIns.findById(signIn);
        return standing != null && !givenBack(standing, token) && bearers.user(text(token, "sub"), given);
    }

    private static boolean givenBack(OAuth2Authorization standing, Jwt token) {
        OAuth2Authorization.Token<?> own = standing.getToken(token.getTokenValue());
        return own != null && own.isInvalidated();
    }

    /** Whether this is an access token that stands, of somebody with one of these roles. */
    public boolean hasRole(@Nullable String token, Set<String> roles) {
        return token != null
                && read(token)
                        .filter(this::active)
                        .map(jwt -> jwt.getClaimAsStringList("roles"))
                        .filter(own -> own.stream().anyMatch(roles::contains))
                        .isPresent();
    }

    private Optional<Jwt> read(String token) {
        try {
            return Optional.of(signed.decode(token));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    /** Instead of the framework's, which knows only tokens that are kept. */
    public AuthenticationProvider introspection() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) {
                var about = (OAuth2TokenIntrospectionAuthenticationToken) asked;
                OAuth2TokenIntrospection told = read(about.getToken())
                        .filter(TokenStates.this::active)
                        .map(TokenStates::told)
                        .orElse(OAuth2TokenIntrospection.builder().build());
                return new OAuth2TokenIntrospectionAuthenticationToken(
                        about.getToken(), (Authentication) about.getPrincipal(), told);
            }

            @Override
            public boolean supports(Class<?> type) {
                return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    private static OAuth2TokenIntrospection told(Jwt token) {
        var told = OAuth2TokenIntrospection.builder(true).tokenType("Bearer");
        for (String claim : List.of("client_id", "sub", "aud", "iat", "exp", "jti")) {
            Object value = token.getClaim(claim);
            if (value != null) {
                told.claim(claim, value);
            }
        }
        told.issuer(text(token, "iss"));
        Scope.of(token).forEach(told::scope);
        return told.build();
    }

    private static String text(Jwt token, String claim) {
        return String.valueOf((Object) token.getClaim(claim));
    }

    /** A program gives its own token back; what else is given back is for the framework's own provider behind this one. */
    public AuthenticationProvider revocation() {
        return new AuthenticationProvider() {
            @Override
            public @Nullable Authentication authenticate(Authentication asked) {
                var back = (OAuth2TokenRevocationAuthenticationToken) asked;
                var client = (OAuth2ClientAuthenticationToken) back.getPrincipal();
                Jwt token = read(back.getToken()).orElse(null);
                if (token == null
                        || token.hasClaim(SIGN_IN)
                        || !client.getName().equals(token.getSubject())) {
                    return null;
                }
                SecurityLog.tell("token-given-back", client.getName(), null);
                ended.add(text(token, "jti"), Objects.requireNonNull(token.getExpiresAt()));
                return new OAuth2TokenRevocationAuthenticationToken(back.getToken(), client, back.getTokenTypeHint());
            }

            @Override
            public boolean supports(Class<?> type) {
                return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }
}
