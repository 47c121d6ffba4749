package org.minqing.command.division;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.Namings;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.Naming;

/** An administrative division 行政区划: its divisionId and parent stand for ever, its code and name from day to day. */
class Division implements StreamAggregate<DivisionEvent> {
    private final Beginning<DivisionRegistered> registered = new Beginning<>("Division");
    private Namings namings = Namings.NONE;
    private final List<HardshipDeclared> hardships = new ArrayList<>();

    void handle(DivisionCommand.RegisterDivision command, DecisionContext situation) {
        LocalDate day = situation.day();
        Gazetteer.Place parent = command.parent(situation, day);
        situation.enter(new DivisionRegistered(
                new Place(command.streamId(situation)),
                parent == null ? null : parent.id(),
                command.code(),
                command.name(),
                day));
    }

    void handle(DivisionCommand.RecodeDivision command, DecisionContext situation) {
        LocalDate day = situation.day();
        DivisionRegistered self = registered.standing(command.divisionId());
        Naming former = namingOn(day);
        String name = command.name() == null ? former.name() : command.name();
        DivisionCodes.ancestorsOf(command.code())
                .flatMap(above -> situation.gazetteer().bearerOn(day, above).stream())
                .findFirst()
                .filter(nearest -> !self.of().divisionId().startsWith(nearest.id()))
                .ifPresent(nearest -> {
                    Naming other = nearest.called(day);
                    throw Refusal.invalid("/code", "code-of-another", command.code(), other.code(), other.name());
                });
        var recoded = new DivisionRecoded(
                self.of(), self.parentId(), former.code(), command.code(), former.name(), name, day);
        LocalDate until = namings.with(recoded).recodedAfter(day);
        situation
                .gazetteer()
                .bearerBeside(self.of().divisionId(), command.code(), day, until)
                .ifPresent(Division::refuseCodeOf);
        situation.enter(recoded);
    }

    void handle(DivisionCommand.RenameDivision command, DecisionContext situation) {
        LocalDate day = situation.day();
        DivisionRegistered self = registered.standing(command.divisionId());
        String former = namingOn(day).name();
        situation.enter(new DivisionRenamed(self.of(), self.parentId(), former, command.name(), day));
    }

    void handle(DivisionCommand.DeclareHardship command, DecisionContext situation) {
        LocalDate day = situation.day();
        if (command.year() > day.getYear()) {
            throw Refusal.invalid("/year", "year-not-begun", day);
        }
        situation.enter(new HardshipDeclared(
                registered.standing(command.divisionId()).of(),
                requireNonNullElse(command.declarationId(), situation.madeId()),
                command.kind(),
                command.year(),
                command.severity(),
                day));
    }

    @Override
    public void check(StreamEntry<DivisionEvent> entry) {
        if (entry.event() instanceof DivisionRegistered e) {
            registered.refuseSecond(e.of().divisionId());
            return;
        }
        registered.standing(entry.event().of().divisionId());
        if (entry.event() instanceof HardshipDeclared e) {
            check(e);
        }
    }

    private void check(HardshipDeclared e) {
        alike(e).ifPresent(standing -> {
            throw Refusal.conflict("hardship-declared", standing.declarationId());
        });
        if (hardships.stream().anyMatch(each -> each.declarationId().equals(e.declarationId()))) {
            throw Refusal.alreadyExists("Hardship", e.declarationId());
        }
    }

    /** The code and name of the day, or a hardship that was declared so. */
    @Override
    public boolean repeats(DivisionEvent event) {
        Optional<Naming> called = namings.on(event.occurredOn());
        return switch (event) {
            case DivisionRegistered e -> false;
            case DivisionRecoded e ->
                called.filter(new Naming(e.code(), e.name())::equals).isPresent();
            case DivisionRenamed e ->
                called.map(Naming::name).filter(e.name()::equals).isPresent();
            case HardshipDeclared e ->
                alike(e).filter(standing -> standing.severity() == e.severity()
                                && standing.occurredOn().equals(e.occurredOn()))
                        .isPresent();
        };
    }

    /** What it was called before a change, and is called after it where only the code was said. */
    @Override
    public DivisionEvent retold(DivisionEvent event, StreamAggregate<DivisionEvent> former) {
        LocalDate day = event.occurredOn();
        Naming was = ((Division) former).namings.on(day).orElse(null);
        Naming is = namings.on(day).orElse(null);
        if (was == null || is == null) {
            return event;
        }
        return switch (event) {
            case DivisionRecoded e ->
                new DivisionRecoded(
                        e.of(),
                        e.parentId(),
                        is.code(),
                        e.code(),
                        is.name(),
                        e.name().equals(was.name()) ? is.name() : e.name(),
                        day);
            case DivisionRenamed e -> new DivisionRenamed(e.of(), e.parentId(), is.name(), e.name(), day);
            case DivisionRegistered e -> e;
            case HardshipDeclared e -> e;
        };
    }

    /** One that would have to take a code back from another. */
    @Override
    public void requireVoidable(StreamEntry<DivisionEvent> entry, DecisionContext situation) {
        String divisionId = entry.event().of().divisionId();
        if (entry.event() instanceof DivisionRecoded) {
            situation
                    .gazetteer()
                    .bearerBeside(divisionId, namings.without(entry.event()))
                    .ifPresent(Division::refuseCodeOf);
        }
    }

    private static void refuseCodeOf(Gazetteer.Place bearer) {
        throw Refusal.conflict("code-in-use", bearer.id());
    }

    /** What stands of the kind for the year. */
    private Optional<HardshipDeclared> alike(HardshipDeclared e) {
        return hardships.stream()
                .filter(each -> each.kind() == e.kind() && each.year() == e.year())
                .findFirst();
    }

    /** What it is called on a day, which may lie before later changes. */
    private Naming namingOn(LocalDate day) {
        return namings.on(day).orElseThrow();
    }

    @Override
    public void on(StreamEntry<DivisionEvent> entry) {
        namings = namings.with(entry.event());
        if (entry.event() instanceof DivisionRegistered e) {
            registered.on(e);
        } else if (entry.event() instanceof HardshipDeclared e) {
            hardships.add(e);
        }
    }
}
