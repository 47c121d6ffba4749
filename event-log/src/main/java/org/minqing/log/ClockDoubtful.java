package org.minqing.log;

/** The clock is further ahead of the log's last time than is likely, and nothing tells whether it is right: nothing was appended, try again in a while. */
public final class ClockDoubtful extends RuntimeException {
    public ClockDoubtful() {
        super("nothing tells whether the clock is right", null, false, false);
    }
}
