package org.minqing.command.platform;

import java.util.Map;
import java.util.function.LongSupplier;

/** Where nobody said how to ask the read side. */
record NoReadSide(LongSupplier log) implements ReadSide {
    @Override
    public long head() {
        return log.getAsLong();
    }

    @Override
    public Answer ask(String path, Map<String, String> parameters, long position) {
        throw Faults.status(503, "read-side-away");
    }
}
