package org.minqing.query.platform.projection;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Raised for good when an event cannot be taken in: every later answer would be untrue without it. */
final class Alarm implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final AtomicReference<@Nullable PoisonEvent> cause = new AtomicReference<>();

    void raise(PoisonEvent poison) {
        cause.set(poison);
        LOG.error(
                "The read side has stopped before position {}: {}. Questions are answered as of the position before;"
                        + " mend the view and start again.",
                poison.position(),
                poison.getMessage(),
                poison.getCause());
    }

    boolean raised() {
        return cause.get() != null;
    }

    @Override
    public Health health() {
        PoisonEvent poison = cause.get();
        return poison == null
                ? Health.up().build()
                : Health.down()
                        .withDetail("position", poison.position())
                        .withDetail("reason", String.valueOf(poison.getMessage()))
                        .build();
    }
}
