package org.minqing.standalone.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * Slows guessing: after some failures in a row each further one doubles the wait, up to a ceiling, during which not even
 * the right password is looked at. It ends by itself, so nobody can lock another out for good.
 */
final class Attempts {
    private static final Duration CEILING = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);
    private static final int REMEMBERED = 100_000;

    private final InstantSource clock;
    private final int free;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(FORGOTTEN)
            .build();

    Attempts(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /**
     * Begins an attempt, which counts as failed until it has succeeded: as many as come at the same moment are counted one by one.
     *
     * @param who source and account together: whoever tries wrong ones from elsewhere keeps nobody out
     * @return how long he must still wait; zero for not at all
     */
    Duration begin(String who) {
        Instant now = clock.instant();
        var wait = new AtomicLong();
        failures.asMap().compute(who, (key, known) -> {
            if (known != null && known.until.isAfter(now)) {
                wait.set(Duration.between(now, known.until).toNanos());
                return known;
            }
            return next(known == null ? 0 : known.count);
        });
        return Duration.ofNanos(wait.get());
    }

    void succeeded(String who) {
        failures.invalidate(who);
    }

    private Failures next(int before) {
        int count = before + 1;
        if (count < free) {
            return new Failures(count, Instant.EPOCH);
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(count - free, 20));
        return new Failures(count, clock.instant().plus(wait.compareTo(CEILING) > 0 ? CEILING : wait));
    }

    /** Asked again too soon after too many failures. The token endpoint lets only its own kind of exception be answered. */
    static final class TooMany extends OAuth2AuthenticationException {
        private final long seconds;

        TooMany(Duration wait) {
            super(new OAuth2Error("too_many_attempts"));
            this.seconds = wait.toSeconds() + 1;
        }

        long seconds() {
            return seconds;
        }
    }

    private record Failures(int count, Instant until) {}
}
