package org.minqing.query.platform.source;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.PeriodKind;
import org.minqing.query.platform.view.Period;

/** Reporting periods 报告期, by which IN_PERIOD measures count; whoever keeps them gives a bean. */
public interface ReportingPeriods {
    /**
     * The periods that hold the day, the longest first, as known at the position.
     *
     * @param programme of this programme, or of any
     * @param organisation of this organisation; null: of any whose seat is the place or lies above it
     * @param place divisionId
     */
    List<Period> holding(
            LocalDate day, long knownAt, @Nullable UUID programme, @Nullable UUID organisation, String place);

    /**
     * A reporting period that is held.
     *
     * @param division divisionId of the seat its figures are of
     * @param days those it is of
     */
    record Held(UUID reportingPeriodId, UUID programme, String division, Period days) {}

    /**
     * The organisation's periods of a kind that hold some of these days, in the order of their days, as known at the position. No
     * two of a programme hold the same day.
     *
     * @param programme of this programme, or of any
     */
    List<Held> ofKind(PeriodKind kind, Period days, long knownAt, @Nullable UUID programme, UUID organisation);
}
