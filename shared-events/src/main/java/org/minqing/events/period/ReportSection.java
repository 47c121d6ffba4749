package org.minqing.events.period;

/** What people write for a report; all else in it is computed. */
public enum ReportSection {
    PROBLEMS_AND_CAUSES,
    NEXT_STEPS
}
