package org.minqing.command.inspection;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

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
import org.minqing.command.inspection.InspectionCommand.CloseInspection;
import org.minqing.command.inspection.InspectionCommand.CorrectFinding;
import org.minqing.command.inspection.InspectionCommand.DrawSample;
import org.minqing.command.inspection.InspectionCommand.OpenInspection;
import org.minqing.command.inspection.InspectionCommand.RecordFinding;
import org.minqing.command.inspection.InspectionCommand.VoidInspection;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.StepList;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Ids;
import org.minqing.events.Source;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingCorrected;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;

/** An inspection 督查: opened by a warrant at a position of the log, a sample drawn, findings recorded, closed. */
@Aggregate
class Inspection {
    @AggregateIdentifier
    private @Nullable String stream;

    private final StepList<InspectionEvent> steps = new StepList<>();

    Inspection() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenInspection command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        UUID inspectionId = requireNonNullElse(command.inspectionId(), situation.madeId());
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Inspection", inspectionId);
        }
        String divisionId = situation.gazetteer().divisionId(command.divisionId(), day);
        situation.caller().requireDivision(divisionId);
        long head = situation.readSide().head();
        long cutOff = requireNonNullElseGet(command.cutOff(), () -> head);
        if (cutOff > head) {
            throw Refusal.invalid("/cutOff", "beyond-the-log", head);
        }
        situation.apply(
                new InspectionOpened(inspectionId, command.programmeId(), divisionId, command.warrant(), cutOff, day));
    }

    @CommandHandler
    void handle(DrawSample command, Situation situation) {
        InspectionOpened opened = opened();
        Optional<SampleDrawn> before = steps.last(SampleDrawn.class).map(Step::event);
        if (before.filter(s -> s.seed().equals(command.seed()) && s.size() == command.size())
                .isPresent()) {
            return;
        }
        unclosed();
        if (before.isPresent()) {
            throw Refusal.conflict("sample-already-drawn");
        }
        LocalDate day = notBefore(opened, situation.day(command.occurredOn()));
        Frame frame = Frame.of(opened, situation);
        int households = frame.householdIds().size();
        if (command.size() > households) {
            throw Refusal.invalid("/size", "more-than-there-are", households);
        }
        situation.apply(new SampleDrawn(
                opened.inspectionId(),
                opened.programmeId(),
                opened.divisionId(),
                opened.cutOff(),
                frame.asOf(),
                households,
                Sampling.sha256(frame.householdIds()),
                command.seed(),
                command.size(),
                Sampling.drawn(frame.householdIds(), command.seed(), command.size()),
                day));
    }

    @CommandHandler
    void handle(RecordFinding command, Situation situation) {
        InspectionOpened opened = opened();
        unclosed();
        LocalDate day = notBefore(opened, situation.day(command.occurredOn()));
        dueAfter(command.dueOn(), day);
        Source about = command.about().existing(situation);
        UUID owner = command.ownerOrganisationId();
        String seat = InForce.organisation(situation, owner, day).divisionId();
        if (command.ownerCadreId() != null) {
            InForce.cadre(situation, command.ownerCadreId(), day);
        }
        UUID programmeId = Responsibility.in(situation, seat, day, opened.programmeId(), owner)
                .inForce(situation, day)
                .programmeId();
        situation.apply(findingId -> new FindingRecorded(
                opened.inspectionId(),
                programmeId,
                opened.divisionId(),
                findingId,
                Ids.rectification(findingId),
                about,
                command.aspect(),
                owner,
                command.ownerCadreId(),
                command.text(),
                command.dueOn(),
                day));
    }

    /** No step, so it may come after the end, as a void may. */
    @CommandHandler
    void handle(CorrectFinding command, Situation situation) {
        opened();
        Step<FindingRecorded> step = finding(command.findingId());
        FindingRecorded before = step.event();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        FindingRecorded after = new FindingRecorded(
                before.inspectionId(),
                before.programmeId(),
                before.divisionId(),
                before.findingId(),
                before.rectificationId(),
                before.about(),
                requireNonNullElse(command.aspect(), before.aspect()),
                before.ownerOrganisationId(),
                before.ownerCadreId(),
                requireNonNullElse(command.text(), before.text()),
                requireNonNullElse(command.dueOn(), before.dueOn()),
                day);
        dueAfter(after.dueOn(), day);
        if (!after.equals(before)) {
            situation.apply(new FindingCorrected(
                    before.inspectionId(),
                    before.programmeId(),
                    before.divisionId(),
                    step.id(),
                    before,
                    after,
                    command.reason(),
                    command.reasonCode(),
                    day));
        }
    }

    @CommandHandler
    void handle(CloseInspection command, Situation situation) {
        InspectionOpened opened = opened();
        if (closed()) {
            return;
        }
        LocalDate day = situation.day(command.occurredOn());
        steps.notBefore(day);
        situation.apply(new InspectionClosed(opened.inspectionId(), opened.programmeId(), opened.divisionId(), day));
    }

    /** No step but the opening has others standing on it: a finding stands without the sample, and without the others. */
    @CommandHandler
    void handle(VoidInspection command, Situation situation) {
        Never never = new Never(command.reason(), command.reasonCode());
        List<Step<InspectionEvent>> undone =
                steps.undone(situation, "Inspection", command.stepId(), command.occurredOn());
        boolean whole = undone.isEmpty() || undone.getLast().event() instanceof InspectionOpened;
        (whole ? undone : List.of(undone.getLast())).forEach(step -> situation.apply(never.of(step)));
    }

    private InspectionOpened opened() {
        return steps.last(InspectionOpened.class)
                .orElseThrow(() -> Refusal.conflict("inspection-voided"))
                .event();
    }

    private boolean closed() {
        return steps.last(InspectionClosed.class).isPresent();
    }

    private void unclosed() {
        if (closed()) {
            throw Refusal.conflict("inspection-closed");
        }
    }

    /** 404 {@code finding-not-found}, also for one that was voided. */
    private Step<FindingRecorded> finding(UUID findingId) {
        return steps.all().stream()
                .filter(step -> step.event() instanceof FindingRecorded e
                        && e.findingId().equals(findingId))
                .map(step -> new Step<>(step.id(), (FindingRecorded) step.event()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Finding", findingId));
    }

    private static void dueAfter(LocalDate dueOn, LocalDate day) {
        if (dueOn.isBefore(day)) {
            throw Refusal.invalid("/dueOn", "due-before-it-was-found", day);
        }
    }

    private static LocalDate notBefore(InspectionOpened opened, LocalDate day) {
        if (day.isBefore(opened.occurredOn())) {
            throw Refusal.outOfOrder(opened.occurredOn());
        }
        return day;
    }

    @EventSourcingHandler
    void on(InspectionEvent event, @EventId UUID id) {
        stream = "Inspection-" + event.inspectionId();
        steps.take(id, event);
    }
}
