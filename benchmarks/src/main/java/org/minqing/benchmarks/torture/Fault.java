package org.minqing.benchmarks.torture;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** One way of harming an installation. */
interface Fault {
    /** In the table, in few words. */
    String name();

    /** Why it cannot be tried on this machine, if it cannot. */
    default Optional<String> missing(Victim victim) {
        return Optional.empty();
    }

    /** Does the harm, lets it last, and ends it: from its return on everything is to come back by itself. */
    void strike(Victim victim, RandomGenerator random) throws Exception;
}
