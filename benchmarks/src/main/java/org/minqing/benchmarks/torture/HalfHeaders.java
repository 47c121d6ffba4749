package org.minqing.benchmarks.torture;

import java.util.random.RandomGenerator;

/** Connections whose headers never end, to all three ports. */
final class HalfHeaders implements Fault {
    @Override
    public String name() {
        return "half-headers";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        int port = new int[] {victim.queryPort(), victim.commandPort(), victim.identityPort()}[random.nextInt(3)];
        Burst.unfinished(
                port,
                random.nextInt(50, 240),
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ",
                random.nextInt(3_000, 8_000));
    }
}
