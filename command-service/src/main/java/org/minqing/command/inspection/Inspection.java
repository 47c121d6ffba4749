package org.minqing.command.inspection;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Ids;
import org.minqing.events.Source;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.inspection.InspectionEvent.Scope;

/**
 * An inspection 督查: opened by a warrant at a position of the log, a sample drawn, findings recorded, closed. No step but the
 * opening has others standing on it: a finding stands without the sample, and without the others.
 */
class Inspection implements StreamAggregate<InspectionEvent> {
    private final Beginning<InspectionOpened> opened = new Beginning<>("Inspection");
    private @Nullable SampleDrawn drawn;
    private @Nullable InspectionClosed closed;
    private LocalDate last = LocalDate.MIN;

    void handle(InspectionCommand.OpenInspection command, DecisionContext situation) {
        LocalDate day = situation.day();
        UUID inspectionId = requireNonNullElse(command.inspectionId(), situation.madeId());
        String divisionId = situation.gazetteer().divisionId(command.divisionId(), day);
        situation.caller().requireDivision(divisionId);
        if (command.programmeId() != null) {
            situation.references().requireStanding("Programme", command.programmeId());
        }
        long head = situation.readSide().head();
        long cutOff = requireNonNullElseGet(command.cutOff(), () -> head);
        if (cutOff > head) {
            throw Refusal.invalid("/cutOff", "beyond-the-log", head);
        }
        Scope of = new Scope(inspectionId, command.programmeId(), divisionId);
        situation.enter(new InspectionOpened(of, command.warrant(), cutOff, day));
    }

    void handle(InspectionCommand.DrawSample command, DecisionContext situation) {
        InspectionOpened by = opened.standing();
        if (drawn != null && drawn.seed().equals(command.seed()) && drawn.size() == command.size()) {
            return;
        }
        requireUndrawn();
        Frame frame = Frame.of(by, situation);
        int households = frame.householdIds().size();
        if (command.size() > households) {
            throw Refusal.invalid("/size", "more-than-there-are", households);
        }
        situation.enter(new SampleDrawn(
                by.of(),
                by.cutOff(),
                frame.asOf(),
                households,
                Sampling.sha256(frame.householdIds()),
                command.seed(),
                command.size(),
                Sampling.drawn(frame.householdIds(), command.seed(), command.size()),
                situation.day()));
    }

    void handle(InspectionCommand.RecordFinding command, DecisionContext situation) {
        LocalDate day = situation.day();
        Scope of = opened.standing().of();
        if (command.dueOn().isBefore(day)) {
            throw Refusal.invalid("/dueOn", "due-before-it-was-found", day);
        }
        Source about = command.about().existing(situation);
        UUID owner = command.ownerOrganisationId();
        String seat = InForce.organisation(situation, owner, day).divisionId();
        if (command.ownerCadreId() != null) {
            InForce.cadre(situation, command.ownerCadreId(), day);
        }
        UUID programmeId = Responsibility.in(situation, seat, day, of.programmeId(), owner)
                .lookingBack(situation, day)
                .programmeId();
        situation.enter(findingId -> new FindingRecorded(
                new Scope(of.inspectionId(), programmeId, of.divisionId()),
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

    void handle(InspectionCommand.CloseInspection command, DecisionContext situation) {
        situation.enter(new InspectionClosed(opened.standing().of(), situation.day()));
    }

    @Override
    public void check(StreamEntry<InspectionEvent> entry) {
        switch (entry.event()) {
            case InspectionOpened e -> opened.refuseSecond(e.of().inspectionId());
            case SampleDrawn e -> {
                requireUndrawn();
                if (!e.of().equals(opened.standing().of())
                        || e.position() != opened.standing().cutOff()
                        || !e.asOf().equals(opened.standing().occurredOn())) {
                    throw Refusal.conflict("another-frame");
                }
            }
            case FindingRecorded e -> requireOpen();
            case InspectionClosed e -> {
                opened.standing();
                Refusal.refuseBefore(last, e.occurredOn());
            }
        }
    }

    @Override
    public boolean repeats(InspectionEvent event) {
        return event instanceof InspectionClosed
                && closed != null
                && !event.occurredOn().isBefore(closed.occurredOn());
    }

    /** What is to be put right, which is voided with its finding. */
    @Override
    public Set<String> followers(InspectionEvent event) {
        return event instanceof FindingRecorded e
                ? Set.of(StreamName.of("Rectification", e.rectificationId()))
                : Set.of();
    }

    /** A sample was drawn of what was to be looked at then. */
    @Override
    public boolean inherits(InspectionEvent event) {
        return !(event instanceof SampleDrawn);
    }

    /** What is looked at is what the inspection was opened for. */
    @Override
    public InspectionEvent retold(InspectionEvent event) {
        return opened.find().map(by -> retold(event, by.of())).orElse(event);
    }

    private static InspectionEvent retold(InspectionEvent event, Scope of) {
        return switch (event) {
            case InspectionOpened e -> e;
            case SampleDrawn e -> e;
            case FindingRecorded e ->
                new FindingRecorded(
                        new Scope(
                                of.inspectionId(),
                                of.programmeId() == null ? e.of().programmeId() : of.programmeId(),
                                of.divisionId()),
                        e.findingId(),
                        e.rectificationId(),
                        e.about(),
                        e.aspect(),
                        e.ownerOrganisationId(),
                        e.ownerCadreId(),
                        e.text(),
                        e.dueOn(),
                        e.occurredOn());
            case InspectionClosed e -> new InspectionClosed(of, e.occurredOn());
        };
    }

    @Override
    public void on(StreamEntry<InspectionEvent> entry) {
        InspectionEvent event = entry.event();
        switch (event) {
            case InspectionOpened e -> opened.on(e);
            case SampleDrawn e -> drawn = e;
            case FindingRecorded e -> {}
            case InspectionClosed e -> closed = e;
        }
        last = event.occurredOn().isAfter(last) ? event.occurredOn() : last;
    }

    /** 409 once it is closed. */
    private void requireOpen() {
        opened.standing();
        if (closed != null) {
            throw Refusal.conflict("inspection-closed");
        }
    }

    private void requireUndrawn() {
        if (closed == null && drawn != null) {
            throw Refusal.conflict("sample-already-drawn");
        }
        requireOpen();
    }
}
