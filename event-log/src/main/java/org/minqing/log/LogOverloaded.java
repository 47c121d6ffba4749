package org.minqing.log;

/** More commands wait than the log takes: nothing was appended, try again in a while. */
public final class LogOverloaded extends RuntimeException {
    LogOverloaded(int waiting) {
        super(waiting + " commands wait for the log", null, false, false);
    }
}
