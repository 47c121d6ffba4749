package org.minqing.command.rectification;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Source;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;

/** Something to be put right 整改事项: raised, a measure set, done, confirmed or sent back to be done again. */
class Rectification extends ProcessAggregate<RectificationEvent> {
    static final Transitions<RectificationEvent> TRANSITIONS = new Transitions<RectificationEvent>(
                    RectificationRaised.class)
            .step(MeasureSet.class)
            .notAfter("rectification-already-done", DoneReported.class)
            .notAfter("rectification-confirmed", RectificationConfirmed.class)
            .step(DoneReported.class)
            .once()
            .notAfter("rectification-without-measure", RectificationRaised.class)
            .notAfter("rectification-confirmed", RectificationConfirmed.class)
            .step(RectificationConfirmed.class)
            .once()
            .onlyAfter("rectification-not-done", DoneReported.class)
            .step(RectificationSentBack.class)
            .notAfter("rectification-confirmed", RectificationConfirmed.class)
            .onlyAfter("rectification-not-done", DoneReported.class)
            .end();

    Rectification() {
        super(TRANSITIONS);
    }

    void handle(RectificationCommand.RaiseRectification command, DecisionContext situation) {
        LocalDate day = situation.day();
        UUID rectificationId = requireNonNullElse(command.rectificationId(), situation.madeId());
        Matter matter = new Matter(
                command.source(),
                command.aspect(),
                existing(requireNonNullElse(command.about(), List.of()), situation),
                command.dueOn());
        if (matter.dueOn().isBefore(day)) {
            throw Refusal.invalid("/dueOn", "due-before-it-was-raised", day);
        }
        Optional<Post> post = Optional.ofNullable(command.cadreId())
                .flatMap(id -> InForce.cadre(situation, id, day).postOn(day));
        UUID organisationId = Optional.ofNullable(command.organisationId())
                .or(() -> post.map(Post::organisationId))
                .orElseThrow(() -> Refusal.invalid("/organisationId", "required"));
        String seat = InForce.organisation(situation, organisationId, day).divisionId();
        situation.caller().requireOrganisation(organisationId);
        situation.caller().requireDivision(seat);
        UUID programmeId = Responsibility.in(situation, seat, day, command.programmeId(), organisationId)
                .lookingBack(situation, day)
                .programmeId();
        Owner of = new Owner(rectificationId, programmeId, organisationId, seat, command.cadreId());
        situation.enter(new RectificationRaised(of, matter, command.text(), day));
    }

    void handle(RectificationCommand.SetMeasure command, DecisionContext situation) {
        situation.enter(new MeasureSet(of(), command.text(), situation.day()));
    }

    void handle(RectificationCommand.ReportDone command, DecisionContext situation) {
        situation.enter(new DoneReported(of(), situation.day()));
    }

    void handle(RectificationCommand.ConfirmRectification command, DecisionContext situation) {
        situation.enter(new RectificationConfirmed(of(), situation.day()));
    }

    void handle(RectificationCommand.SendBackRectification command, DecisionContext situation) {
        situation.enter(new RectificationSentBack(of(), situation.reason(), situation.reasonCode(), situation.day()));
    }

    private static List<Source> existing(List<SourceInput> about, DecisionContext situation) {
        return about.stream().map(each -> each.existing(situation)).toList();
    }

    private Owner of() {
        return steps.begun().of();
    }
}
