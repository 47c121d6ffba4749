package org.minqing.query.platform.source;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Codes and names of divisions, day by day. */
public interface Gazetteer {
    /**
     * The division a code or divisionId means: the one in force under that code on the day, else the one of that id, else any that
     * ever bore the code. What was known when does not matter.
     */
    Optional<String> find(String codeOrId, LocalDate asOf);

    /** Whether divisions lie below what is no division's id; in a ledger that has none yet every id is above those that come. */
    boolean above(String divisionId);

    /** Code and name in force on the day as known then; before a division's first day or position, its first. */
    Map<String, Place> places(Collection<String> divisionIds, LocalDate asOf, long knownAt);

    /** A division as it was called on a day. */
    record Place(String divisionId, String code, String name) {}
}
