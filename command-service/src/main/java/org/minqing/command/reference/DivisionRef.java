package org.minqing.command.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Namings;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;

/**
 * A division as other streams see one. Which division a code means is asked of the gazetteer.
 *
 * @param namings code and name by day
 */
public record DivisionRef(String divisionId, @Nullable String parentId, Namings namings) {
    public static final Reference<DivisionRef> KIND =
            new Reference<>("Division", new DivisionRef("", null, Namings.NONE), DivisionRef::evolve);

    public boolean inForceOn(LocalDate day) {
        return namings.on(day).isPresent();
    }

    private static DivisionRef evolve(DivisionRef state, DomainEvent event) {
        return event instanceof DivisionRegistered e
                ? new DivisionRef(e.of().divisionId(), e.parentId(), state.namings.with(e))
                : new DivisionRef(state.divisionId, state.parentId, state.namings.with((DivisionEvent) event));
    }
}
