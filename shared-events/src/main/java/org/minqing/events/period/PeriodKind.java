package org.minqing.events.period;

/** How long a reporting period is. */
public enum PeriodKind {
    ANNUAL,
    HALF_YEAR
}
