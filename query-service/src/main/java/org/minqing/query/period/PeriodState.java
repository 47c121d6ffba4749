package org.minqing.query.period;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * A reporting period 报告期 on a day.
 *
 * @param sections those written, each as it was last written
 * @param recipient 主送机关 of the submission that stands
 * @param copiedTo 抄送 of it
 * @param sentBackBecause why it was last sent back, until it is submitted again
 * @param documentNo of the approval
 * @param seal by what it was judged when it was sealed
 */
record PeriodState(
        @JsonUnwrapped Report of,
        @JsonUnwrapped Span span,
        Status status,
        List<Section> sections,
        @Nullable LocalDate submittedOn,
        @Nullable String recipient,
        @Nullable String copiedTo,
        @Nullable Sealed sentBackBecause,
        @Nullable LocalDate approvedOn,
        @Nullable String documentNo,
        @Nullable LocalDate sealedOn,
        @Nullable SealedAt seal,
        List<Amendment> amendments) {

    enum Status {
        OPEN,
        SUBMITTED,
        APPROVED,
        SEALED,
        AMENDED
    }

    record Section(ReportSection section, String text, LocalDate writtenOn) {}

    /** A note added to the sealed report. */
    record Amendment(String note, LocalDate amendedOn) {}

    static PeriodState opened(PeriodOpened e) {
        return new PeriodState(
                e.of(), e.span(), Status.OPEN, List.of(), null, null, null, null, null, null, null, null, List.of());
    }

    PeriodState after(ReportingPeriodEvent event) {
        return switch (event) {
            case PeriodOpened e -> opened(e);
            case SectionWritten e -> written(e);
            case ReportSubmitted e ->
                step(Status.SUBMITTED, e.occurredOn(), e.recipient(), e.copiedTo(), null, null, null);
            case ReportSentBack e -> step(Status.OPEN, null, null, null, e.reason(), null, null);
            case ReportApproved e ->
                step(Status.APPROVED, submittedOn, recipient, copiedTo, null, e.occurredOn(), e.documentNo());
            case PeriodSealed e -> given(Status.SEALED, e.occurredOn(), e.seal(), List.of());
            case SealedReportAmended e -> amended(new Amendment(e.note(), e.occurredOn()));
        };
    }

    private PeriodState written(SectionWritten e) {
        List<Section> all = new ArrayList<>(sections);
        all.removeIf(section -> section.section() == e.section());
        all.add(new Section(e.section(), e.text(), e.occurredOn()));
        all.sort(Comparator.comparing(Section::section));
        return new PeriodState(
                of,
                span,
                status,
                all,
                submittedOn,
                recipient,
                copiedTo,
                sentBackBecause,
                approvedOn,
                documentNo,
                sealedOn,
                seal,
                amendments);
    }

    private PeriodState step(
            Status next,
            @Nullable LocalDate submitted,
            @Nullable String to,
            @Nullable String copies,
            @Nullable Sealed because,
            @Nullable LocalDate approved,
            @Nullable String paper) {
        return new PeriodState(
                of, span, next, sections, submitted, to, copies, because, approved, paper, sealedOn, seal, amendments);
    }

    private PeriodState given(Status next, @Nullable LocalDate day, @Nullable SealedAt at, List<Amendment> notes) {
        return new PeriodState(
                of,
                span,
                next,
                sections,
                submittedOn,
                recipient,
                copiedTo,
                sentBackBecause,
                approvedOn,
                documentNo,
                day,
                at,
                notes);
    }

    private PeriodState amended(Amendment amendment) {
        return given(
                Status.AMENDED,
                sealedOn,
                seal,
                Stream.concat(amendments.stream(), Stream.of(amendment)).toList());
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(status).kind(span.kind());
    }

    /** What is to be done until its report is submitted. */
    Stream<Task> tasks() {
        return Stream.of(new Task(
                "submit-report",
                new Subject("ReportingPeriod", of.reportingPeriodId().toString()),
                span.to(),
                dimensions()));
    }
}
