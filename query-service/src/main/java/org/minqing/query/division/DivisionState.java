package org.minqing.query.division;

import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.division.Naming;

/** A division on a day: its id for ever, its code and name from day to day. */
record DivisionState(Place of, @Nullable String parentId, String code, String name) {
    static DivisionState registered(DivisionRegistered e) {
        return new DivisionState(e.of(), e.parentId(), e.code(), e.name());
    }

    DivisionState after(DivisionEvent event) {
        Naming naming = Naming.after(new Naming(code, name), event);
        return new DivisionState(of, parentId, naming.code(), naming.name());
    }
}
