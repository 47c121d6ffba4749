package org.minqing.command.period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
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

/** A reporting period 报告期: opened, its report written, submitted, approved and sealed; amended since. */
class ReportingPeriod extends ProcessAggregate<ReportingPeriodEvent> {
    private static final String SEALED = "period-sealed";
    private static final String SUBMITTED = "report-submitted";
    private static final String UNSUBMITTED = "report-not-submitted";
    private static final String APPROVED = "report-approved";

    static final Transitions<ReportingPeriodEvent> TRANSITIONS = new Transitions<ReportingPeriodEvent>(
                    PeriodOpened.class)
            .step(SectionWritten.class)
            .beside()
            .notAfter(SEALED, PeriodSealed.class, SealedReportAmended.class)
            .notAfter(SUBMITTED, ReportSubmitted.class, ReportApproved.class)
            .step(ReportSubmitted.class)
            .notAfter(SEALED, PeriodSealed.class, SealedReportAmended.class)
            .notAfter(SUBMITTED, ReportSubmitted.class)
            .notAfter(APPROVED, ReportApproved.class)
            .step(ReportSentBack.class)
            .notAfter(SEALED, PeriodSealed.class, SealedReportAmended.class)
            .onlyAfter(UNSUBMITTED, ReportSubmitted.class, ReportApproved.class)
            .step(ReportApproved.class)
            .notAfter(SEALED, PeriodSealed.class, SealedReportAmended.class)
            .notAfter(APPROVED, ReportApproved.class)
            .onlyAfter(UNSUBMITTED, ReportSubmitted.class)
            .step(PeriodSealed.class)
            .notAfter(SEALED, PeriodSealed.class, SealedReportAmended.class)
            .onlyAfter("report-not-approved", ReportApproved.class)
            .step(SealedReportAmended.class)
            .onlyAfter("period-not-sealed", PeriodSealed.class, SealedReportAmended.class)
            .end();

    ReportingPeriod() {
        super(TRANSITIONS);
    }

    void handle(ReportingPeriodCommand.OpenPeriod command, DecisionContext situation) {
        LocalDate day = situation.day();
        if (command.to().isBefore(command.from())) {
            throw Refusal.invalid("/to", "before-its-beginning", command.from());
        }
        if (command.from().isAfter(situation.today())) {
            throw Refusal.invalid("/from", "period-lies-ahead", situation.today());
        }
        // a year is often reported on when the programme is over
        LocalDate at = day.isAfter(command.to()) ? command.to() : day;
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, at);
        Report of = new Report(
                UUID.fromString(command.streamId(situation)),
                command.programmeId(),
                command.organisationId(),
                InForce.organisation(situation, command.organisationId(), at).divisionId());
        Span span = new Span(command.name(), command.from(), command.to(), command.length());
        requireDaysOfItsOwn(of, span, situation);
        situation.enter(new PeriodOpened(of, span, day));
    }

    /** Each fact stands in one period of a kind. */
    private static void requireDaysOfItsOwn(Report of, Span span, DecisionContext situation) {
        situation.references().all(PeriodRef.KIND).values().stream()
                .flatMap(period -> period.opened().stream())
                .filter(other -> other.of().programmeId().equals(of.programmeId())
                        && other.of().organisationId().equals(of.organisationId())
                        && !other.of().reportingPeriodId().equals(of.reportingPeriodId()))
                .map(PeriodOpened::span)
                .filter(other -> other.kind() == span.kind()
                        && !other.from().isAfter(span.to())
                        && !other.to().isBefore(span.from()))
                .min(Comparator.comparing(Span::from))
                .ifPresent(other -> {
                    throw Refusal.conflict("period-overlaps", other.name(), other.from(), other.to());
                });
    }

    void handle(ReportingPeriodCommand.WriteSection command, DecisionContext situation) {
        situation.enter(new SectionWritten(opened().of(), command.section(), command.text(), situation.day()));
    }

    void handle(ReportingPeriodCommand.SubmitReport command, DecisionContext situation) {
        situation.enter(new ReportSubmitted(opened().of(), command.recipient(), command.copiedTo(), situation.day()));
    }

    void handle(ReportingPeriodCommand.SendBackReport command, DecisionContext situation) {
        situation.enter(new ReportSentBack(opened().of(), situation.reason(), situation.reasonCode(), situation.day()));
    }

    void handle(ReportingPeriodCommand.ApproveReport command, DecisionContext situation) {
        situation.enter(new ReportApproved(opened().of(), command.documentNo(), situation.day()));
    }

    void handle(ReportingPeriodCommand.SealPeriod command, DecisionContext situation) {
        PeriodOpened period = opened();
        steps.requireAllowed(PeriodSealed.class);
        situation.enter(new PeriodSealed(
                period.of(),
                period.span(),
                Assessment.of(situation.readSide(), period.of().reportingPeriodId())
                        .waived(command.waived()),
                situation.day()));
    }

    void handle(ReportingPeriodCommand.AmendSealedReport command, DecisionContext situation) {
        situation.enter(new SealedReportAmended(
                opened().of(), command.note(), situation.reason(), situation.reasonCode(), situation.day()));
    }

    /** Nobody submits before the period is over, nor approves what that same person submitted. */
    @Override
    public void check(StreamEntry<ReportingPeriodEvent> entry) {
        super.check(entry);
        if (entry.event() instanceof ReportSubmitted e
                && e.occurredOn().isBefore(opened().span().to())) {
            throw Refusal.conflict("period-not-over", opened().span().to());
        }
        if (entry.event() instanceof ReportApproved
                && entry.actor() != null
                && entry.actor()
                        .equals(steps.all(ReportSubmitted.class).getLast().actor())) {
            throw Refusal.conflict("same-person");
        }
    }

    /** A section that reads so already, a submission to the same bodies, and an approval by the same paper. */
    @Override
    public boolean repeats(ReportingPeriodEvent event) {
        return switch (event) {
            case SectionWritten e when steps.allows(SectionWritten.class) -> reads(e);
            case ReportApproved e ->
                !steps.isEmpty()
                        && steps.stage() instanceof ReportApproved approved
                        && Objects.equals(approved.documentNo(), e.documentNo());
            case ReportSubmitted e ->
                !steps.isEmpty()
                        && steps.stage() instanceof ReportSubmitted submitted
                        && Objects.equals(submitted.recipient(), e.recipient())
                        && Objects.equals(submitted.copiedTo(), e.copiedTo());
            case PeriodOpened e -> super.repeats(e);
            case SectionWritten e -> super.repeats(e);
            case ReportSentBack e -> super.repeats(e);
            case PeriodSealed e -> super.repeats(e);
            case SealedReportAmended e -> super.repeats(e);
        };
    }

    private boolean reads(SectionWritten written) {
        List<StreamEntry<SectionWritten>> all = steps.all(SectionWritten.class);
        return all.reversed().stream()
                .map(StreamEntry::event)
                .filter(e -> e.section() == written.section())
                .findFirst()
                .filter(e -> e.text().equals(written.text()))
                .isPresent();
    }

    /** What two people gave, one person takes neither back nor changes, nor what it was given of. */
    @Override
    public void requireAmendable(StreamEntry<ReportingPeriodEvent> entry, DecisionContext situation) {
        switch (entry.event()) {
            case SealedReportAmended e -> {}
            case ReportApproved e -> throw Refusal.conflict("given-by-two");
            case PeriodSealed e -> throw Refusal.conflict("given-by-two");
            case PeriodOpened e -> requireOpen();
            case SectionWritten e -> requireOpen();
            case ReportSubmitted e -> requireOpen();
            case ReportSentBack e -> requireOpen();
        }
    }

    private void requireOpen() {
        switch (steps.stage()) {
            case PeriodSealed e -> throw Refusal.conflict(SEALED);
            case SealedReportAmended e -> throw Refusal.conflict(SEALED);
            case ReportApproved e -> throw Refusal.conflict(APPROVED);
            case PeriodOpened e -> {}
            case SectionWritten e -> {}
            case ReportSubmitted e -> {}
            case ReportSentBack e -> {}
        }
    }

    private PeriodOpened opened() {
        steps.begun();
        return steps.last(PeriodOpened.class).orElseThrow();
    }
}
