package org.minqing.query.platform.source;

import java.util.Map;
import java.util.UUID;

/** What people wrote for a report; whoever keeps reporting periods gives a bean. */
public interface ReportSections {
    String PROBLEMS = "problems";
    String NEXT_STEPS = "next-steps";

    /** Text by section, of those written for the reporting period; as known at the position. */
    Map<String, String> of(UUID reportingPeriodId, long knownAt);
}
