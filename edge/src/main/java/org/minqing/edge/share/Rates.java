package org.minqing.edge.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one kind may come in a minute: of a program, and of each person who comes through it. Each answer says how many are
 * left, in {@code RateLimit-Policy} and {@code RateLimit} as draft-ietf-httpapi-ratelimit-headers writes them: of a person those of the person.
 */
public final class Rates {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final double SECOND = 1e9;
    /** Whoever was not seen for so long has all of it again in any case. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final long MOST_KEPT = 20_000;

    private final @Nullable Limit client;
    private final @Nullable Limit person;

    /** @param kind as the header fields call it */
    public Rates(String kind, Share share) {
        this.client = share.client() == 0 ? null : new Limit(kind, share.client());
        this.person = share.person() == 0 ? null : new Limit(kind + "-person", share.person());
    }

    private static final class Limit {
        private final String name;
        private final String policy;
        private final long most;
        private final Cache<Caller, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(KEPT)
                .build();

        Limit(String kind, long most) {
            this.name = '"' + kind + '"';
            this.policy = name + ";q=" + most + ";w=" + WINDOW.toSeconds();
            this.most = most;
        }

        Bucket of(Caller caller) {
            return buckets.get(
                    caller,
                    c -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                            .build());
        }

        String left(ConsumptionProbe probe) {
            // said of one that is refused: when the next may come
            long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
            return name + ";r=" + probe.getRemainingTokens() + ";t=" + Math.max(1, (long) Math.ceil(nanos / SECOND));
        }
    }

    /**
     * Counts a request, and says on its answer what is left.
     *
     * @throws ShareRefusal {@code rate-limit-exceeded}
     */
    public void count(Caller caller, HttpServletResponse response) {
        if (person != null && caller.person() != null) {
            count(person, caller, response);
        }
        if (client != null) {
            count(client, new Caller(caller.client(), null), caller.person() == null ? response : null);
        }
    }

    private static void count(Limit limit, Caller caller, @Nullable HttpServletResponse response) {
        ConsumptionProbe probe = limit.of(caller).tryConsumeAndReturnRemaining(1);
        if (response != null) {
            response.setHeader("RateLimit-Policy", limit.policy);
            response.setHeader("RateLimit", limit.left(probe));
        }
        if (!probe.isConsumed()) {
            throw ShareRefusal.tooMany(probe.getNanosToWaitForRefill());
        }
    }

    /** Counts one more of what comes in a stream, and waits until it may come. */
    public void pace(Caller caller) throws InterruptedException {
        if (person != null && caller.person() != null) {
            person.of(caller).asBlocking().consume(1);
        }
        if (client != null) {
            client.of(new Caller(caller.client(), null)).asBlocking().consume(1);
        }
    }
}
