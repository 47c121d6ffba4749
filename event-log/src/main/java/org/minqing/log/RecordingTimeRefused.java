package org.minqing.log;

/** A recording time was given to a log that runs on the system's clock, or one that lies ahead. */
public final class RecordingTimeRefused extends RuntimeException {
    RecordingTimeRefused() {
        super("recording times are given by the log and by nobody else");
    }
}
