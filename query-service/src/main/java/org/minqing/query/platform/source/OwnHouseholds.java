package org.minqing.query.platform.source;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which households a cadre is linked to: whoever keeps the links gives a bean. */
@FunctionalInterface
public interface OwnHouseholds {
    List<UUID> of(UUID cadre, LocalDate asOf, long knownAt);
}
