package org.minqing.query.division;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.Naming;

/** A division on a day: its id for ever, its code and name from day to day. */
record DivisionState(Place of, @Nullable String parentId, String code, String name) {
    static DivisionState evolve(@Nullable DivisionState state, DivisionEvent event) {
        if (event instanceof DivisionRegistered e) {
            return new DivisionState(e.of(), e.parentId(), e.code(), e.name());
        }
        DivisionState before = Objects.requireNonNull(state);
        Naming naming = Naming.after(new Naming(before.code, before.name), event);
        return new DivisionState(before.of, before.parentId, naming.code(), naming.name());
    }
}
