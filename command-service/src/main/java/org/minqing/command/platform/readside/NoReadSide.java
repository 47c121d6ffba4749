package org.minqing.command.platform.readside;

import java.util.Map;
import java.util.function.LongSupplier;
import org.minqing.command.platform.refusal.Faults;

/** Where nobody said how to ask the read side. */
public record NoReadSide(LongSupplier log) implements ReadSide {
    @Override
    public long head() {
        return log.getAsLong();
    }

    @Override
    public Answer ask(String path, Map<String, String> parameters, long position) {
        throw Faults.status(503, "read-side-away");
    }
}
