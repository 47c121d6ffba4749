package org.minqing.query.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Task;

/**
 * A reporting period 报告期 on a day.
 *
 * @param sections those written, each as it was last written
 * @param sentBackBecause why it was last sent back, until it is submitted again
 * @param documentNo of the approval
 * @param seal by what it was judged when it was sealed
 */
record PeriodState(
        UUID reportingPeriodId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        String name,
        LocalDate from,
        LocalDate to,
        PeriodKind kind,
        Status status,
        List<Section> sections,
        @Nullable LocalDate submittedOn,
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

    static PeriodState evolve(@Nullable PeriodState state, ReportingPeriodEvent event) {
        return switch (event) {
            case PeriodOpened e -> opened(e);
            case SectionWritten e -> known(state).written(e);
            case ReportSubmitted e -> known(state).step(Status.SUBMITTED, e.occurredOn(), null, null, null);
            case ReportSentBack e -> known(state).step(Status.OPEN, null, e.reason(), null, null);
            case ReportApproved e -> {
                PeriodState s = known(state);
                yield s.step(Status.APPROVED, s.submittedOn, null, e.occurredOn(), e.documentNo());
            }
            case PeriodSealed e -> known(state).given(Status.SEALED, e.occurredOn(), e.seal(), List.of());
            case SealedReportAmended e -> known(state).amended(new Amendment(e.note(), e.occurredOn()));
            case Voids<?> e -> known(state);
        };
    }

    private static PeriodState known(@Nullable PeriodState state) {
        return Objects.requireNonNull(state);
    }

    private static PeriodState opened(PeriodOpened e) {
        return new PeriodState(
                e.reportingPeriodId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                e.name(),
                e.from(),
                e.to(),
                e.kind(),
                Status.OPEN,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private PeriodState written(SectionWritten e) {
        List<Section> all = new ArrayList<>(sections);
        all.removeIf(section -> section.section() == e.section());
        all.add(new Section(e.section(), e.text(), e.occurredOn()));
        all.sort(Comparator.comparing(Section::section));
        return new PeriodState(
                reportingPeriodId,
                programmeId,
                organisationId,
                divisionId,
                name,
                from,
                to,
                kind,
                status,
                all,
                submittedOn,
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
            @Nullable Sealed because,
            @Nullable LocalDate approved,
            @Nullable String paper) {
        return new PeriodState(
                reportingPeriodId,
                programmeId,
                organisationId,
                divisionId,
                name,
                from,
                to,
                kind,
                next,
                sections,
                submitted,
                because,
                approved,
                paper,
                sealedOn,
                seal,
                amendments);
    }

    private PeriodState given(Status next, @Nullable LocalDate day, @Nullable SealedAt at, List<Amendment> notes) {
        return new PeriodState(
                reportingPeriodId,
                programmeId,
                organisationId,
                divisionId,
                name,
                from,
                to,
                kind,
                next,
                sections,
                submittedOn,
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
        return Dimensions.at(divisionId)
                .programme(programmeId)
                .organisation(organisationId)
                .status(status)
                .kind(kind);
    }

    /** What is to be done until its report is submitted. */
    Stream<Task> tasks() {
        return Stream.of(new Task(
                "submit-report", new Subject("ReportingPeriod", reportingPeriodId.toString()), to, dimensions()));
    }
}
