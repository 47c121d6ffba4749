package org.minqing.standalone.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * An authentication provider behind {@link Attempts}. Hashing is dear on purpose, so few do it at the same moment, whoever asks.
 *
 * @param guessable a password of somebody: while he must wait not even the right one is looked at. The secret of a program is too long to be
 *     guessed: the right one always passes, so that nobody can keep a program out by trying wrong ones in its name
 */
record ThrottledProvider(AuthenticationProvider provider, Attempts attempts, boolean guessable)
        implements AuthenticationProvider {
    private static final Semaphore HASHING = new Semaphore(2, true);
    /** Which program came with which secret and was right within the hour, as a hash: whoever comes with it again does not stand behind those who guess. */
    private static final Cache<String, Boolean> RIGHT = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        String who = source(asked) + ' ' + asked.getName().toLowerCase(Locale.ROOT);
        Duration wait = attempts.begin(who);
        if (guessable && wait.isPositive()) {
            throw new Attempts.TooMany(wait);
        }
        try {
            Authentication answer = hashed(asked);
            if (answer != null) {
                attempts.succeeded(who);
            }
            return answer;
        } catch (AuthenticationException e) {
            if (wait.isPositive()) {
                throw new Attempts.TooMany(wait);
            }
            throw e;
        }
    }

    private @Nullable Authentication hashed(Authentication asked) {
        if (guessable) {
            return inTurn(asked);
        }
        String secret = digest(asked);
        if (RIGHT.getIfPresent(secret) != null) {
            return provider.authenticate(asked);
        }
        Authentication answer = inTurn(asked);
        if (answer != null) {
            RIGHT.put(secret, true);
        }
        return answer;
    }

    private static String digest(Authentication asked) {
        try {
            byte[] said = (asked.getName() + '\n' + asked.getCredentials()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Authentication inTurn(Authentication asked) {
        boolean mine = false;
        try {
            mine = HASHING.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new Attempts.TooMany(Duration.ofSeconds(1));
            }
            return provider.authenticate(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Attempts.TooMany(Duration.ofSeconds(1));
        } finally {
            if (mine) {
                HASHING.release();
            }
        }
    }

    private static String source(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "?";
    }

    @Override
    public boolean supports(Class<?> type) {
        return provider.supports(type);
    }
}
