package org.minqing.command.period;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.period.ReportingPeriodEvent;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;

/** A reporting period 报告期: opened, its report written, submitted, approved and sealed; amended since. */
@Aggregate
class ReportingPeriod {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<ReportingPeriodEvent> steps = new StepList<>();
    private final Map<UUID, String> submitters = new HashMap<>();

    ReportingPeriod() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenPeriod command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID id = UUID.fromString(command.streamId(situation));
        if (command.to().isBefore(command.from())) {
            throw Refusal.invalid("/to", "before-its-beginning", command.from());
        }
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("ReportingPeriod", id);
        }
        // a year is often reported on when the programme is over
        LocalDate at = day.isAfter(command.to()) ? command.to() : day;
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, at);
        situation.apply(new PeriodOpened(
                id,
                command.programmeId(),
                command.organisationId(),
                InForce.organisation(situation, command.organisationId(), at).divisionId(),
                command.name(),
                command.from(),
                command.to(),
                command.length(),
                day));
    }

    @CommandHandler
    void handle(WriteSection command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = standing(command.programmeId(), command.organisationId());
        if (stage() != Stage.OPEN) {
            throw Refusal.conflict("report-submitted");
        }
        if (steps.all().stream()
                .map(Step::event)
                .filter(e -> e instanceof SectionWritten s && s.section() == command.section())
                .reduce((earlier, later) -> later)
                .filter(e -> ((SectionWritten) e).text().equals(command.text()))
                .isPresent()) {
            return;
        }
        steps.notBefore(day);
        situation.apply(new SectionWritten(
                period.reportingPeriodId(),
                period.programmeId(),
                period.organisationId(),
                period.divisionId(),
                command.section(),
                command.text(),
                day));
    }

    @CommandHandler
    void handle(SubmitReport command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = standing(command.programmeId(), command.organisationId());
        switch (stage()) {
            case SUBMITTED -> {
                return;
            }
            case APPROVED -> throw Refusal.conflict("report-approved");
            case OPEN -> {}
        }
        if (day.isBefore(period.to())) {
            throw Refusal.conflict("period-not-over", period.to());
        }
        steps.notBefore(day);
        situation.apply(new ReportSubmitted(
                period.reportingPeriodId(), period.programmeId(), period.organisationId(), period.divisionId(), day));
    }

    @CommandHandler
    void handle(SendBackReport command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = standing(command.programmeId(), command.organisationId());
        if (stage() == Stage.OPEN) {
            throw Refusal.conflict("report-not-submitted");
        }
        steps.notBefore(day);
        situation.apply(new ReportSentBack(
                period.reportingPeriodId(),
                period.programmeId(),
                period.organisationId(),
                period.divisionId(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(ApproveReport command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = standing(command.programmeId(), command.organisationId());
        switch (stage()) {
            case OPEN -> throw Refusal.conflict("report-not-submitted");
            case APPROVED -> {
                ReportApproved approved =
                        steps.last(ReportApproved.class).orElseThrow().event();
                if (!Objects.equals(approved.documentNo(), command.documentNo())) {
                    throw Refusal.conflict("report-approved");
                }
                return;
            }
            case SUBMITTED -> {}
        }
        if (situation
                .caller()
                .actor()
                .equals(submitters.get(
                        steps.last(ReportSubmitted.class).orElseThrow().id()))) {
            throw Refusal.conflict("same-person");
        }
        steps.notBefore(day);
        situation.apply(new ReportApproved(
                period.reportingPeriodId(),
                period.programmeId(),
                period.organisationId(),
                period.divisionId(),
                command.documentNo(),
                day));
    }

    @CommandHandler
    void handle(SealPeriod command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = standing(command.programmeId(), command.organisationId());
        if (stage() != Stage.APPROVED) {
            throw Refusal.conflict("report-not-approved");
        }
        steps.notBefore(day);
        situation.apply(new PeriodSealed(
                period.reportingPeriodId(),
                period.programmeId(),
                period.organisationId(),
                period.divisionId(),
                period.name(),
                period.from(),
                period.to(),
                period.kind(),
                Assessment.of(situation.readSide(), period.reportingPeriodId()).waived(command.waived()),
                day));
    }

    @CommandHandler
    void handle(AmendSealedReport command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PeriodOpened period = opened(command.programmeId(), command.organisationId());
        if (steps.last(PeriodSealed.class).isEmpty()) {
            throw Refusal.conflict("period-not-sealed");
        }
        steps.notBefore(day);
        situation.apply(new SealedReportAmended(
                period.reportingPeriodId(),
                period.programmeId(),
                period.organisationId(),
                period.divisionId(),
                command.note(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(VoidPeriod command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        opened(command.programmeId(), command.organisationId());
        Never never = new Never(command.reason(), command.reasonCode());
        steps.undone(situation, "ReportingPeriod", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private enum Stage {
        OPEN,
        SUBMITTED,
        APPROVED
    }

    /** How far a report is that is not sealed. */
    private Stage stage() {
        return steps.all().reversed().stream()
                .map(step -> switch (step.event()) {
                    case ReportSubmitted e -> Stage.SUBMITTED;
                    case ReportApproved e -> Stage.APPROVED;
                    case ReportSentBack e -> Stage.OPEN;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Stage.OPEN);
    }

    private PeriodOpened opened(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        PeriodOpened period = steps.last(PeriodOpened.class)
                .orElseThrow(() -> Refusal.conflict("period-voided"))
                .event();
        new Responsibility(period.programmeId(), period.organisationId()).refuseOther(programmeId, organisationId);
        return period;
    }

    /** 409 {@code period-sealed} once it is. */
    private PeriodOpened standing(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        PeriodOpened period = opened(programmeId, organisationId);
        if (steps.last(PeriodSealed.class).isPresent()) {
            throw Refusal.conflict("period-sealed");
        }
        return period;
    }

    @EventSourcingHandler
    void on(ReportingPeriodEvent event, @EventId UUID id, @MetaDataValue("actor") @Nullable String actor) {
        stream = "ReportingPeriod-" + event.reportingPeriodId();
        if (event instanceof ReportSubmitted && actor != null) {
            submitters.put(id, actor);
        }
        steps.take(id, event);
    }
}
