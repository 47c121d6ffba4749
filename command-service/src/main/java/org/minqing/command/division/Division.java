package org.minqing.command.division;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Gazetteer.Place;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;

/** An administrative division 行政区划: its divisionId and parent stand for ever, its code and name from day to day. */
@Aggregate
class Division {
    @AggregateIdentifier
    private @Nullable String stream;

    private String divisionId = "";
    private @Nullable String parentId;
    private String code = "";
    private String name = "";
    private LocalDate since = LocalDate.MIN;

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
        LocalDate day = notBackwards(situation.day(command.occurredOn()));
        String newName = command.name() == null ? name : command.name();
        if (command.code().equals(code) && newName.equals(name)) {
            return;
        }
        situation.gazetteer().bearer(command.code(), day).map(Place::id).ifPresent(this::refuseAnother);
        situation.apply(new DivisionRecoded(divisionId, parentId, code, command.code(), name, newName, day));
    }

    @CommandHandler
    void handle(RenameDivision command, Situation situation) {
        LocalDate day = notBackwards(situation.day(command.occurredOn()));
        if (command.name().equals(name)) {
            return;
        }
        situation.apply(new DivisionRenamed(divisionId, parentId, name, command.name(), day));
    }

    private LocalDate notBackwards(LocalDate day) {
        if (day.isBefore(since)) {
            throw Refusal.outOfOrder(since);
        }
        return day;
    }

    private void refuseAnother(String bearer) {
        if (!bearer.equals(divisionId)) {
            throw Refusal.conflict("code-in-use", bearer);
        }
    }

    @EventSourcingHandler
    void on(DivisionEvent event) {
        since = event.occurredOn();
        switch (event) {
            case DivisionRegistered e -> {
                stream = "Division-" + e.divisionId();
                divisionId = e.divisionId();
                parentId = e.parentId();
                code = e.code();
                name = e.name();
            }
            case DivisionRecoded e -> {
                code = e.code();
                name = e.name();
            }
            case DivisionRenamed e -> name = e.name();
        }
    }
}
