package org.minqing.command.rectification;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Steps;
import org.minqing.command.platform.Steps.Step;
import org.minqing.command.rectification.RectificationCommand.ConfirmRectification;
import org.minqing.command.rectification.RectificationCommand.CorrectRectification;
import org.minqing.command.rectification.RectificationCommand.RaiseRectification;
import org.minqing.command.rectification.RectificationCommand.ReportDone;
import org.minqing.command.rectification.RectificationCommand.SendBackRectification;
import org.minqing.command.rectification.RectificationCommand.SetMeasure;
import org.minqing.command.rectification.RectificationCommand.VoidRectification;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Source;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureCorrected;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationCorrected;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;

/** Something to be put right 整改事项: raised, a measure set, done, confirmed or sent back to be done again. */
@Aggregate
class Rectification {
    @AggregateIdentifier
    private @Nullable String stream;

    private final Steps<RectificationEvent> steps = new Steps<>();

    Rectification() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RaiseRectification command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID rectificationId = requireNonNullElse(command.rectificationId(), situation.madeId());
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Rectification", rectificationId);
        }
        Matter matter =
                new Matter(command.source(), command.aspect(), existing(command.about(), situation), command.dueOn());
        dueAfter(matter, day);
        Optional<Post> post = Optional.ofNullable(command.cadreId())
                .flatMap(id -> InForce.cadre(situation, id, day).postOn(day));
        UUID organisationId = Optional.ofNullable(command.organisationId())
                .or(() -> post.map(Post::organisationId))
                .orElseThrow(() -> Refusal.invalid("/organisationId", "required"));
        String seat = InForce.organisation(situation, organisationId, day).divisionId();
        situation.caller().requireOrganisation(organisationId);
        situation.caller().requireDivision(seat);
        UUID programmeId = Responsibility.in(situation, seat, day, command.programmeId(), organisationId)
                .inForce(situation, day)
                .programmeId();
        situation.apply(new RectificationRaised(
                rectificationId, programmeId, organisationId, seat, command.cadreId(), matter, command.text(), day));
    }

    @CommandHandler
    void handle(SetMeasure command, Situation situation) {
        RectificationRaised of = standing();
        refuse(DoneReported.class, "rectification-already-done");
        refuse(RectificationConfirmed.class, "rectification-confirmed");
        enter(
                situation,
                new MeasureSet(
                        of.rectificationId(),
                        of.programmeId(),
                        of.organisationId(),
                        of.divisionId(),
                        of.cadreId(),
                        command.text(),
                        situation.day(command.occurredOn())));
    }

    @CommandHandler
    void handle(ReportDone command, Situation situation) {
        RectificationRaised of = standing();
        LocalDate day = situation.day(command.occurredOn());
        refuse(RectificationRaised.class, "rectification-without-measure");
        refuse(RectificationConfirmed.class, "rectification-confirmed");
        if (!stands(DoneReported.class)) {
            enter(
                    situation,
                    new DoneReported(
                            of.rectificationId(),
                            of.programmeId(),
                            of.organisationId(),
                            of.divisionId(),
                            of.cadreId(),
                            day));
        }
    }

    @CommandHandler
    void handle(ConfirmRectification command, Situation situation) {
        RectificationRaised of = standing();
        LocalDate day = situation.day(command.occurredOn());
        if (!stands(RectificationConfirmed.class)) {
            done();
            enter(
                    situation,
                    new RectificationConfirmed(
                            of.rectificationId(),
                            of.programmeId(),
                            of.organisationId(),
                            of.divisionId(),
                            of.cadreId(),
                            day));
        }
    }

    @CommandHandler
    void handle(SendBackRectification command, Situation situation) {
        RectificationRaised of = standing();
        refuse(RectificationConfirmed.class, "rectification-confirmed");
        done();
        enter(
                situation,
                new RectificationSentBack(
                        of.rectificationId(),
                        of.programmeId(),
                        of.organisationId(),
                        of.divisionId(),
                        of.cadreId(),
                        command.reason(),
                        command.reasonCode(),
                        situation.day(command.occurredOn())));
    }

    @CommandHandler
    void handle(CorrectRectification command, Situation situation) {
        RectificationRaised before = standing();
        situation.dayOf(before.occurredOn(), command.occurredOn());
        Matter was = before.matter();
        Matter matter = new Matter(
                requireNonNullElse(command.source(), was.source()),
                requireNonNullElse(command.aspect(), was.aspect()),
                command.about() == null ? was.about() : existing(command.about(), situation),
                requireNonNullElse(command.dueOn(), was.dueOn()));
        dueAfter(matter, before.occurredOn());
        Optional<Step<MeasureSet>> measure = steps.last(MeasureSet.class);
        if (command.measure() != null && measure.isEmpty()) {
            throw Refusal.invalid("/measure", "only-once-set");
        }
        RectificationRaised after = new RectificationRaised(
                before.rectificationId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.cadreId(),
                matter,
                requireNonNullElse(command.text(), before.text()),
                before.occurredOn());
        if (!after.equals(before)) {
            situation.apply(new RectificationCorrected(
                    before.rectificationId(),
                    before.programmeId(),
                    before.organisationId(),
                    before.divisionId(),
                    before.cadreId(),
                    steps.all().getFirst().id(),
                    before,
                    after,
                    command.reason(),
                    command.reasonCode(),
                    before.occurredOn()));
        }
        measure.filter(step -> command.measure() != null
                        && !command.measure().equals(step.event().text()))
                .ifPresent(step -> situation.apply(corrected(step, command)));
    }

    @CommandHandler
    void handle(VoidRectification command, Situation situation) {
        Never never = new Never(command.reason(), command.reasonCode());
        steps.undone(situation, "Rectification", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private static MeasureCorrected corrected(Step<MeasureSet> step, CorrectRectification command) {
        MeasureSet of = step.event();
        MeasureSet after = new MeasureSet(
                of.rectificationId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.cadreId(),
                requireNonNullElse(command.measure(), of.text()),
                of.occurredOn());
        return new MeasureCorrected(
                of.rectificationId(),
                of.programmeId(),
                of.organisationId(),
                of.divisionId(),
                of.cadreId(),
                step.id(),
                of,
                after,
                command.reason(),
                command.reasonCode(),
                of.occurredOn());
    }

    private static List<Source> existing(@Nullable List<SourceInput> about, Situation situation) {
        return requireNonNullElse(about, List.<SourceInput>of()).stream()
                .map(each -> each.existing(situation))
                .toList();
    }

    private static void dueAfter(Matter matter, LocalDate day) {
        if (matter.dueOn().isBefore(day)) {
            throw Refusal.invalid("/dueOn", "due-before-it-was-raised", day);
        }
    }

    private RectificationRaised standing() {
        return steps.last(RectificationRaised.class)
                .orElseThrow(() -> Refusal.conflict("rectification-voided"))
                .event();
    }

    /** Whether this is how far it has come. */
    private boolean stands(Class<? extends RectificationEvent> step) {
        return step.isInstance(steps.all().getLast().event());
    }

    private void refuse(Class<? extends RectificationEvent> step, String code) {
        if (stands(step)) {
            throw Refusal.conflict(code);
        }
    }

    private void done() {
        if (!stands(DoneReported.class)) {
            throw Refusal.conflict("rectification-not-done");
        }
    }

    private void enter(Situation situation, RectificationEvent step) {
        if (!steps.all().getLast().event().equals(step)) {
            steps.notBefore(step.occurredOn());
            situation.apply(step);
        }
    }

    @EventSourcingHandler
    void on(RectificationEvent event, @EventId UUID id) {
        stream = "Rectification-" + event.rectificationId();
        steps.take(id, event);
    }
}
