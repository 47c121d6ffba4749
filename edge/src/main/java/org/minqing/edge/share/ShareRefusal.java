package org.minqing.edge.share;

import java.time.Duration;
import java.util.List;
import org.minqing.edge.Problem;

/** A caller has had his share for now: 429 {@code rate-limit-exceeded}, or there is no place: 503 {@code overloaded}. */
public final class ShareRefusal extends RuntimeException implements Problem {
    private final int status;
    private final String code;
    private final Duration wait;

    private ShareRefusal(int status, String code, Duration wait) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.wait = wait;
    }

    /** @param nanos until one more may come */
    static ShareRefusal tooMany(long nanos) {
        return new ShareRefusal(429, "rate-limit-exceeded", Duration.ofSeconds(Math.ceilDiv(nanos, 1_000_000_000L)));
    }

    public static ShareRefusal overloaded() {
        return new ShareRefusal(503, "overloaded", Duration.ofSeconds(2));
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Object> arguments() {
        return List.of(wait.toSeconds());
    }

    @Override
    public List<Field> errors() {
        return List.of();
    }

    /** When it may be asked again. */
    @Override
    public Duration retryAfter() {
        return wait;
    }
}
