package org.minqing.log;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How the log takes what is appended: {@code minqing.log.batch} requests in a commit, {@code minqing.log.commit} how long one
 * takes (refused and repeated attempts in it), {@code minqing.log.queue} requests that wait.
 */
final class AppendMeters {
    private final DistributionSummary batch;
    private final Timer commit;

    AppendMeters(MeterRegistry registry, AppendQueue queue) {
        batch = DistributionSummary.builder("minqing.log.batch")
                .description("Requests in one commit of the log")
                .serviceLevelObjectives(1, 4, 16, 64, 256)
                .register(registry);
        commit = Timer.builder("minqing.log.commit")
                .description("How long one commit of the log takes")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(3),
                        Duration.ofMillis(10),
                        Duration.ofMillis(30),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
        Gauge.builder("minqing.log.queue", queue, AppendQueue::size)
                .description("Requests that wait for the next commit of the log")
                .register(registry);
    }

    /** @param took in nanoseconds */
    void answered(List<PendingAppend> requests, long took) {
        if (!requests.isEmpty()) {
            batch.record(requests.size());
            commit.record(took, TimeUnit.NANOSECONDS);
        }
    }
}
