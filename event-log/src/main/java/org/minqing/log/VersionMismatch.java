package org.minqing.log;

/** The stream does not hold the number of events that the sender said it must (If-Match). */
public final class VersionMismatch extends RuntimeException {
    private final long expected;
    private final long actual;

    VersionMismatch(String stream, long expected, long actual) {
        super(stream + " holds " + actual + " events, expected were " + expected, null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
