package org.minqing.log;

/** What became of one request of a batch. */
sealed interface Outcome {
    /** @param first position of its first event; the others follow directly */
    record Accepted(long first) implements Outcome {}

    /** Refused alone, the log holds nothing of it. */
    record Refused(Why why) implements Outcome {}

    enum Why {
        /** A stream does not stand where the request expects it. */
        CONFLICT,
        /** What the decision looked at has grown since. */
        STALE,
        /** The client has used this key. */
        DUPLICATE,
        /** A recording time this clock does not take. */
        TIME
    }
}
