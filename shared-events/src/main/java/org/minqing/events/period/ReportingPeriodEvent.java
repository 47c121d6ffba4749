package org.minqing.events.period;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one reporting period 报告期: opened, its sections written, submitted, sent back, approved, sealed, amended. */
public sealed interface ReportingPeriodEvent extends DomainEvent {
    UUID reportingPeriodId();

    UUID programmeId();

    /** The organisation whose report it is. */
    UUID organisationId();

    /** The divisionId of the organisation's seat. */
    String divisionId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /** From this day on a report is written of the days from one to another, both included. */
    record PeriodOpened(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String name,
            LocalDate from,
            LocalDate to,
            PeriodKind kind,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The period was never opened so. */
    record PeriodVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            PeriodOpened before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<PeriodOpened> {}

    /** This section of the report reads so, instead of what it read before. */
    record SectionWritten(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            ReportSection section,
            String text,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The section was never written so. */
    record SectionVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            SectionWritten before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<SectionWritten> {}

    /** The report was submitted for approval on this day. */
    record ReportSubmitted(
            UUID reportingPeriodId, UUID programmeId, UUID organisationId, String divisionId, LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The report was never submitted that day. */
    record SubmissionVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ReportSubmitted before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<ReportSubmitted> {}

    /** The report was sent back on this day and can be written on. */
    record ReportSentBack(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The report was never sent back that day. */
    record SendBackVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ReportSentBack before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<ReportSentBack> {}

    /** Somebody else than who submitted the report approved it on this day. */
    record ReportApproved(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The report was never approved. */
    record ApprovalVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            ReportApproved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<ReportApproved> {}

    /** The report was given out on this day, and its figures stand as they were at the position. */
    record PeriodSealed(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String name,
            LocalDate from,
            LocalDate to,
            PeriodKind kind,
            SealedAt seal,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The period was never sealed. */
    record SealVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            PeriodSealed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<PeriodSealed> {}

    /** A note was added to the sealed report on this day; its figures stand. */
    record SealedReportAmended(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            String note,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent {}

    /** The note was never added. */
    record AmendmentVoided(
            UUID reportingPeriodId,
            UUID programmeId,
            UUID organisationId,
            String divisionId,
            UUID target,
            SealedReportAmended before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements ReportingPeriodEvent, Voids<SealedReportAmended> {}
}
