package org.minqing.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The log's clock: the system's, or while the demonstration is loaded the simulated one. Microseconds. */
public interface LogClock {
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Instant now();

    /** True until {@code log.SimulationEnded} on a log that was opened as simulated. */
    boolean simulated();

    /** The log's today in Asia/Shanghai: nothing may have occurred after it. */
    default LocalDate today() {
        return now().atZone(ZONE).toLocalDate();
    }
}
