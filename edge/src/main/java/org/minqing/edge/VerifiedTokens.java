package org.minqing.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Tokens whose signature was verified already, by their SHA-256: each is good until it expires, and is verified again after
 * {@link #LONGEST} at the latest. So what is ended (a token, an account, a session, a signing key) is ended within a minute. Roles and
 * scope are judged on every call.
 */
public final class VerifiedTokens implements JwtDecoder {
    private static final long TOKENS = 10_000;
    private static final MessageDigest SHA_256 = sha256();
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final JwtDecoder verifying;
    private final Clock clock;
    private final Cache<ByteBuffer, Jwt> verified;

    VerifiedTokens(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .expireAfter(Expiry.creating((ByteBuffer hash, Jwt token) -> left(token)))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = hash(token);
        Jwt known = verified.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        Jwt read = verifying.decode(token);
        if (left(read).isPositive()) {
            verified.put(hash, read);
        }
        return read;
    }

    /** The token, if it was verified lately and is good still. */
    public @Nullable Jwt known(String token) {
        return verified.getIfPresent(hash(token));
    }

    private Duration left(Jwt token) {
        Instant until = token.getExpiresAt();
        Duration left = until == null ? LONGEST : Duration.between(clock.instant(), until);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private static ByteBuffer hash(String token) {
        try {
            MessageDigest digest = (MessageDigest) SHA_256.clone(); // spares the search through the providers
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
