package org.minqing.standalone;

import java.io.IOException;

/**
 * Everything started on an empty folder, given some work and stopped: for the launcher, which has the JVM write down the classes this
 * takes and which of their methods are worth compiling first.
 */
final class Rehearsal {
    private static final int VISITS = 400;

    private Rehearsal() {}

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.make(options.data());
        Logging.into(directory.log());
        Ports ports = Ports.anyFree();
        try (var instance = new Instance(directory, ports, Story.BEGINNING_OF_THE_YEAR, null)) {
            instance.start();
            try (var practice = new Practice(directory, ports)) {
                practice.record(VISITS);
            }
        }
        return 0;
    }
}
