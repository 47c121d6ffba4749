package org.minqing.benchmarks.torture;

import java.util.random.RandomGenerator;

/** Commands whose bodies never come, of somebody who may send commands. */
final class SlowBodies implements Fault {
    @Override
    public String name() {
        return "slow-bodies";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Burst.unfinished(
                victim.commandPort(),
                random.nextInt(100, 240),
                "POST /v1/commands/RecordVisit HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + victim.token()
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: 6f1f2b1e-7b0a-4c6e-9a55-0d3c5a0e7d11"
                        + "\r\nContent-Length: 10000\r\n\r\n{",
                random.nextInt(3_000, 8_000));
    }
}
