package org.minqing.events.period;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;

/** The story of one reporting period 报告期: opened, its sections written, submitted, sent back, approved, sealed, amended. */
public sealed interface ReportingPeriodEvent extends DomainEvent {
    /**
     * Whose report it is.
     *
     * @param divisionId of the organisation's seat
     */
    record Report(UUID reportingPeriodId, UUID programmeId, UUID organisationId, String divisionId) implements Header {}

    /**
     * Of which days it is, both included.
     *
     * @param name {@code 2012}, {@code 2012年上半年}
     */
    record Span(String name, LocalDate from, LocalDate to, PeriodKind kind) {}

    @Override
    Report of();

    @Override
    default boolean looksBack() {
        return true;
    }

    /** From this day on a report is written of the days from one to another. */
    record PeriodOpened(Report of, Span span, LocalDate occurredOn) implements ReportingPeriodEvent {}

    /** This section of the report reads so, instead of what it read before. */
    record SectionWritten(Report of, ReportSection section, String text, LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /**
     * The report was submitted for approval on this day.
     *
     * @param recipient 主送机关: to whom the paper is addressed, as it is printed
     * @param copiedTo 抄送: who gets it besides, as it is printed
     */
    record ReportSubmitted(
            Report of, @Nullable String recipient, @Nullable String copiedTo, LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The report was sent back on this day and can be written on. */
    record ReportSentBack(
            Report of, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** Somebody else than who submitted the report approved it on this day. */
    record ReportApproved(Report of, @Nullable String documentNo, LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The report was given out on this day, and its figures stand as they were at the position. */
    record PeriodSealed(Report of, Span span, SealedAt seal, LocalDate occurredOn) implements ReportingPeriodEvent {}

    /** A note was added to the sealed report on this day; its figures stand. */
    record SealedReportAmended(
            Report of, String note, Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements ReportingPeriodEvent {}
}
