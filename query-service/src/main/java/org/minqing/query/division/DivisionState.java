package org.minqing.query.division;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;

/** A division on a day: its id for ever, its code and name from day to day. */
record DivisionState(String divisionId, @Nullable String parentId, String code, String name) {
    static DivisionState evolve(@Nullable DivisionState state, DivisionEvent event) {
        return switch (event) {
            case DivisionRegistered e -> new DivisionState(e.divisionId(), e.parentId(), e.code(), e.name());
            case DivisionRecoded e -> Objects.requireNonNull(state).with(e.code(), e.name());
            case DivisionRenamed e -> Objects.requireNonNull(state).with(state.code, e.name());
        };
    }

    private DivisionState with(String newCode, String newName) {
        return new DivisionState(divisionId, parentId, newCode, newName);
    }
}
