package org.minqing.query.linkpoint;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;

/** A link point 联系点 on a day. Its enrolments, admissions, links and cards are entities of their own. */
record LinkPointState(
        UUID linkPointId,
        UUID programmeId,
        UUID organisationId,
        String villageId,
        @Nullable Integer totalHouseholds,
        boolean keyVillage) {

    static LinkPointState evolve(@Nullable LinkPointState state, LinkPointEvent event) {
        if (event instanceof LinkPointDesignated e) {
            return new LinkPointState(
                    e.linkPointId(), e.programmeId(), e.organisationId(), e.villageId(), e.totalHouseholds(), false);
        }
        LinkPointState known = Objects.requireNonNull(state);
        return event instanceof KeyVillageDesignated
                ? new LinkPointState(
                        known.linkPointId,
                        known.programmeId,
                        known.organisationId,
                        known.villageId,
                        known.totalHouseholds,
                        true)
                : known;
    }
}
