package org.minqing.edge.header;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often this application turned somebody away, by status. */
final class Refusals {
    static final Set<Integer> STATUSES = Set.of(401, 403, 429);

    private final Map<Integer, LongAdder> counts =
            STATUSES.stream().collect(Collectors.toUnmodifiableMap(status -> status, status -> new LongAdder()));

    /** @return whether this status turns somebody away */
    boolean met(int status) {
        LongAdder count = counts.get(status);
        if (count != null) {
            count.increment();
        }
        return count != null;
    }

    long count(int status) {
        LongAdder count = counts.get(status);
        return count == null ? 0 : count.sum();
    }
}
