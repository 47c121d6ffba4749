package org.minqing.benchmarks.torture;

import java.util.random.RandomGenerator;

/** A stranger begins 60 to 200 POSTs to the sign-in and sends no body. */
final class UnfinishedPosts implements Fault {
    @Override
    public String name() {
        return "unfinished-posts";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        Burst.unfinished(
                victim.identityPort(),
                random.nextInt(60, 200),
                "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\ng",
                random.nextInt(3_000, 8_000));
    }
}
