package org.minqing.command.organisation;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Likeness;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;

/** An organisation 单位 and its offices 委室, told apart by name. */
class Organisation implements StreamAggregate<OrganisationEvent> {
    private final Beginning<OrganisationRegistered> registered = new Beginning<>("Organisation");
    /** By the likeness of the name. */
    private final Map<String, OfficeAdded> offices = new HashMap<>();

    void handle(OrganisationCommand.RegisterOrganisation command, DecisionContext situation) {
        LocalDate day = situation.day();
        Seat seat = new Seat(
                requireNonNullElse(command.organisationId(), situation.madeId()),
                situation.gazetteer().divisionId(command.divisionCode(), day));
        situation.enter(new OrganisationRegistered(seat, command.name(), command.kind(), command.creditCode(), day));
    }

    void handle(OrganisationCommand.AddOffice command, DecisionContext situation) {
        Seat seat = registered.standing(command.organisationId()).of();
        situation.enter(id -> new OfficeAdded(seat, id, command.name(), situation.day()));
    }

    @Override
    public void check(StreamEntry<OrganisationEvent> entry) {
        switch (entry.event()) {
            case OrganisationRegistered e -> registered.refuseSecond(e.of().organisationId());
            case OfficeAdded e -> {
                registered.standing(e.of().organisationId());
                OfficeAdded same = offices.get(Likeness.of(e.name()));
                if (same != null) {
                    throw Refusal.alreadyExists("Office", same.officeId());
                }
            }
        }
    }

    /** An office that is there already. */
    @Override
    public boolean repeats(OrganisationEvent event) {
        if (!(event instanceof OfficeAdded e)) {
            return false;
        }
        OfficeAdded same = offices.get(Likeness.of(e.name()));
        return same != null && !e.occurredOn().isBefore(same.occurredOn());
    }

    @Override
    public void on(StreamEntry<OrganisationEvent> entry) {
        switch (entry.event()) {
            case OrganisationRegistered e -> registered.on(e);
            case OfficeAdded e -> offices.put(Likeness.of(e.name()), e);
        }
    }
}
