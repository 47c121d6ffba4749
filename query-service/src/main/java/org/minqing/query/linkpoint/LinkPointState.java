package org.minqing.query.linkpoint;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/** A link point 联系点 on a day. Its enrolments, admissions, links and cards are entities of their own. */
record LinkPointState(Site of, @Nullable Integer totalHouseholds, boolean keyVillage) {
    static LinkPointState evolve(@Nullable LinkPointState state, LinkPointEvent event) {
        if (event instanceof LinkPointDesignated e) {
            return new LinkPointState(e.of(), e.totalHouseholds(), false);
        }
        LinkPointState known = requireNonNull(state);
        return event instanceof KeyVillageDesignated
                ? new LinkPointState(known.of, known.totalHouseholds, true)
                : known;
    }
}
