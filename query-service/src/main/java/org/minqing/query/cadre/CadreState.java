package org.minqing.query.cadre;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;

/** A cadre on a day: rank, organisation and office of that day. */
record CadreState(
        Membership of,
        @Nullable UUID officeId,
        Sealed name,
        String sex,
        String rankCode,
        @Nullable Sealed phone,
        @Nullable String politicalStatus,
        @Nullable UUID partyBranchId,
        Status status) {

    enum Status {
        IN_SERVICE,
        WITHDRAWN
    }

    static CadreState registered(CadreRegistered e) {
        return new CadreState(
                e.of(),
                e.officeId(),
                e.name(),
                e.sex(),
                e.rankCode(),
                e.phone(),
                e.politicalStatus(),
                e.partyBranchId(),
                Status.IN_SERVICE);
    }

    CadreState after(CadreEvent event) {
        return switch (event) {
            case CadreRegistered e -> registered(e);
            case CadreRankChanged e -> with(of, officeId, e.rankCode(), partyBranchId, status);
            case CadreTransferred e -> with(there(e), e.officeId(), rankCode, e.partyBranchId(), status);
            case CadreWithdrawn e -> with(of, officeId, rankCode, partyBranchId, Status.WITHDRAWN);
        };
    }

    private static Membership there(CadreTransferred e) {
        return new Membership(e.of().cadreId(), e.of().organisationId(), e.of().divisionId());
    }

    private CadreState with(
            Membership where, @Nullable UUID office, String rank, @Nullable UUID partyBranch, Status serving) {
        return new CadreState(where, office, name, sex, rank, phone, politicalStatus, partyBranch, serving);
    }
}
