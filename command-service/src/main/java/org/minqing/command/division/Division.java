package org.minqing.command.division;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Gazetteer.Place;
import org.minqing.command.platform.Namings;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.Naming;

/** An administrative division 行政区划: its divisionId and parent stand for ever, its code and name from day to day. */
@Aggregate
class Division {
    @AggregateIdentifier
    private @Nullable String stream;

    private String divisionId = "";
    private @Nullable String parentId;
    private Namings namings = Namings.NONE;
    private final Hardships hardships = new Hardships();

    Division() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterDivision command, Situation situation) {
        if (stream != null) {
            throw Refusal.alreadyExists("Division", divisionId);
        }
        LocalDate day = situation.day(command.occurredOn());
        Place parent = command.parent(situation, day);
        situation.apply(new DivisionRegistered(
                command.streamId(situation), parent == null ? null : parent.id(), command.code(), command.name(), day));
    }

    @CommandHandler
    void handle(RecodeDivision command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Naming former = namingOn(day);
        Naming given = new Naming(command.code(), command.name() == null ? former.name() : command.name());
        if (given.equals(former)) {
            return;
        }
        DivisionRecoded recoded = new DivisionRecoded(
                divisionId, parentId, former.code(), given.code(), former.name(), given.name(), day);
        LocalDate until = namings.with(recoded).recodedAfter(day);
        situation.gazetteer().bearerBeside(divisionId, given.code(), day, until).ifPresent(bearer -> {
            throw Refusal.conflict("code-in-use", bearer.id());
        });
        situation.apply(recoded);
    }

    @CommandHandler
    void handle(RenameDivision command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Naming former = namingOn(day);
        if (command.name().equals(former.name())) {
            return;
        }
        situation.apply(new DivisionRenamed(divisionId, parentId, former.name(), command.name(), day));
    }

    @CommandHandler
    void handle(DeclareHardship command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        namingOn(day);
        UUID declarationId = requireNonNullElse(command.declarationId(), situation.madeId());
        hardships.declare(divisionId, command, declarationId, day).ifPresent(situation::apply);
    }

    @CommandHandler
    void handle(CorrectHardship command, Situation situation) {
        hardships.correct(command, situation).ifPresent(situation::apply);
    }

    @CommandHandler
    void handle(VoidHardship command, Situation situation) {
        hardships.undo(command, situation).ifPresent(situation::apply);
    }

    /** What it is called on a day, which may lie before later changes but not before the division itself. */
    private Naming namingOn(LocalDate day) {
        return namings.on(day).orElseThrow(() -> Refusal.outOfOrder(namings.first()));
    }

    @EventSourcingHandler
    void on(DivisionEvent event, @EventId UUID id) {
        namings = namings.with(event);
        hardships.take(id, event);
        if (event instanceof DivisionRegistered e) {
            stream = "Division-" + e.divisionId();
            divisionId = e.divisionId();
            parentId = e.parentId();
        }
    }
}
