package org.minqing.query.platform.source;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Period;

/** What people wrote for a report; whoever keeps reporting periods gives a bean. */
public interface ReportSections {
    String PROBLEMS = "problems";
    String NEXT_STEPS = "next-steps";

    /** Text by section, of those written; as known at the position. */
    Map<String, String> of(Period period, long knownAt, UUID organisation, @Nullable UUID programme);
}
