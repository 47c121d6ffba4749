package org.minqing.edge.token;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Access tokens as RFC 9068 has them: {@code typ} says so ({@code at+jwt}; an ID token is none), signed by RS256 or ES256 with a key the issuer
 * publishes, for this service ({@code aud}), with {@code iss, exp, iat, sub, client_id, jti}, and not ended since.
 *
 * <p>The issuer's keys are kept for {@link #KEYS_KEPT}; a key that is not among them is looked for at once, but not more often than once
 * a second, whoever makes them up. While the issuer does not answer, those that are known stay good.
 */
final class AccessTokens implements JwtDecoder {
    static final Duration KEYS_KEPT = Duration.ofSeconds(25);

    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int LONGEST_KEYS = 1 << 16;
    private static final List<String> REQUIRED = List.of("iss", "exp", "iat", "sub", "client_id", "jti", "aud");

    private final JwtDecoder signed;
    private final Introspection introspection;

    /** @param resource this service, as {@code aud} must name it */
    AccessTokens(String issuer, String keysAt, String resource, Introspection introspection) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(keysAt))
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                // judged below, for all the same
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        decoder.setClaimSetConverter(AccessTokens::asWritten);
        decoder.setJwtValidator(rules(issuer, resource));
        this.signed = decoder;
        this.introspection = introspection;
    }

    /** The framework makes up an {@code iat} where there is none. */
    private static Map<String, Object> asWritten(Map<String, Object> claims) {
        Map<String, Object> read =
                new HashMap<>(MappedJwtClaimSetConverter.withDefaults(Map.of()).convert(claims));
        read.keySet().retainAll(claims.keySet());
        return read;
    }

    static OAuth2TokenValidator<Jwt> rules(String issuer, String resource) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTypeValidator(List.of("at+jwt", "application/at+jwt")),
                AccessTokens::complete,
                new JwtIssuerValidator(issuer),
                token -> is(token.getAudience() != null && token.getAudience().contains(resource), "aud"),
                new JwtTimestampValidator(SKEW)));
    }

    private static OAuth2TokenValidatorResult complete(Jwt token) {
        for (String claim : REQUIRED) {
            Object value = token.getClaim(claim);
            if (value == null || value.toString().isBlank()) {
                return is(false, claim);
            }
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult is(boolean good, String claim) {
        return good
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The " + claim + " claim is not valid", null));
    }

    private static JWKSource<SecurityContext> keys(String at) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(at).toURL(),
                            new DefaultResourceRetriever(
                                    (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LONGEST_KEYS))
                    .cache(KEYS_KEPT.toMillis(), PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(LOOK_AGAIN.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jwk-set-uri: " + at, e);
        }
    }

    @Override
    public Jwt decode(String token) {
        Jwt read = read(token);
        if (!introspection.active(read)) {
            throw new BadJwtException("the token was ended");
        }
        return read;
    }

    private Jwt read(String token) {
        try {
            return signed.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (caused(e, RateLimitReachedException.class)) {
                throw new BadJwtException("signed by a key that nobody publishes", e);
            }
            if (caused(e, RemoteKeySourceException.class) || caused(e, java.io.IOException.class)) {
                throw new IssuerAway(e);
            }
            throw new BadJwtException("not readable", e);
        }
    }

    private static boolean caused(@Nullable Throwable failure, Class<? extends Throwable> by) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (by.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
