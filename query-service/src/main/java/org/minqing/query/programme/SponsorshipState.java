package org.minqing.query.programme;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;

/** A leader's care for a township or village 包乡、包村. */
record SponsorshipState(UUID sponsorshipId, Sphere of, UUID cadreId, Status status) {
    enum Status {
        ACTIVE,
        ENDED
    }

    static SponsorshipState evolve(@Nullable SponsorshipState state, SponsorAssigned e, String id) {
        if (e.sponsorshipId().toString().equals(id)) {
            return new SponsorshipState(e.sponsorshipId(), e.of(), e.cadreId(), Status.ACTIVE);
        }
        SponsorshipState s = Objects.requireNonNull(state);
        return new SponsorshipState(s.sponsorshipId, s.of, s.cadreId, Status.ENDED);
    }
}
