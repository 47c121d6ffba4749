package org.minqing.query.linkpoint;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CardEvent;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentEvent;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkEvent;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/** A link point 联系点 on a day. Its enrolments, admissions, links and cards are entities of their own. */
record LinkPointState(Site of, @Nullable Integer totalHouseholds, boolean keyVillage) {
    static LinkPointState evolve(@Nullable LinkPointState state, LinkPointEvent event) {
        return switch (event) {
            case LinkPointDesignated e -> new LinkPointState(e.of(), e.totalHouseholds(), false);
            case KeyVillageDesignated e -> requireNonNull(state).key();
            case EnrolmentEvent e -> requireNonNull(state);
            case AdmissionEvent e -> requireNonNull(state);
            case LinkEvent e -> requireNonNull(state);
            case CardEvent e -> requireNonNull(state);
        };
    }

    private LinkPointState key() {
        return new LinkPointState(of, totalHouseholds, true);
    }
}
