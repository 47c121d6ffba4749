package org.minqing.command.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;

/** An organisation 单位 and its offices 委室, told apart by name. */
@Aggregate
class Organisation {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable OrganisationRegistered registered;
    private final Map<String, OfficeAdded> offices = new HashMap<>();

    Organisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterOrganisation command, Situation situation) {
        if (registered != null) {
            throw Refusal.alreadyExists("Organisation", registered.organisationId());
        }
        LocalDate day = situation.day(command.occurredOn());
        situation.apply(new OrganisationRegistered(
                command.organisationId() == null ? situation.madeId() : command.organisationId(),
                situation.gazetteer().divisionId(command.divisionCode(), day),
                command.name(),
                command.kind(),
                command.creditCode(),
                day));
    }

    @CommandHandler
    void handle(AddOffice command, Situation situation) {
        OrganisationRegistered self = standing();
        LocalDate day = situation.day(command.occurredOn());
        if (day.isBefore(self.occurredOn())) {
            throw Refusal.outOfOrder(self.occurredOn());
        }
        OfficeAdded same = offices.get(command.name());
        if (same == null) {
            situation.apply(id -> new OfficeAdded(self.organisationId(), self.divisionId(), id, command.name(), day));
        } else if (day.isBefore(same.occurredOn())) {
            throw Refusal.alreadyExists("Office", same.officeId());
        }
    }

    private OrganisationRegistered standing() {
        if (registered == null) {
            throw Refusal.notFound("Organisation", null);
        }
        return registered;
    }

    @EventSourcingHandler
    void on(OrganisationEvent event) {
        stream = "Organisation-" + event.organisationId();
        switch (event) {
            case OrganisationRegistered e -> registered = e;
            case OfficeAdded e -> offices.put(e.name(), e);
        }
    }
}
