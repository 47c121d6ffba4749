package org.minqing.query.cadre;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;

/** A cadre on a day: rank, organisation and office of that day. */
record CadreState(
        UUID cadreId,
        UUID organisationId,
        String divisionId,
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

    static CadreState evolve(@Nullable CadreState state, CadreEvent event) {
        return switch (event) {
            case CadreRegistered e ->
                new CadreState(
                        e.cadreId(),
                        e.organisationId(),
                        e.divisionId(),
                        e.officeId(),
                        e.name(),
                        e.sex(),
                        e.rankCode(),
                        e.phone(),
                        e.politicalStatus(),
                        e.partyBranchId(),
                        Status.IN_SERVICE);
            case CadreRankChanged e -> Objects.requireNonNull(state).ranked(e.rankCode());
            case CadreTransferred e -> Objects.requireNonNull(state).transferred(e);
            case CadreWithdrawn e -> Objects.requireNonNull(state).withdrawn();
            case Corrects<?> e -> Objects.requireNonNull(state);
        };
    }

    private CadreState ranked(String code) {
        return new CadreState(
                cadreId,
                organisationId,
                divisionId,
                officeId,
                name,
                sex,
                code,
                phone,
                politicalStatus,
                partyBranchId,
                status);
    }

    private CadreState transferred(CadreTransferred to) {
        return new CadreState(
                cadreId,
                to.organisationId(),
                to.divisionId(),
                to.officeId(),
                name,
                sex,
                rankCode,
                phone,
                politicalStatus,
                to.partyBranchId(),
                status);
    }

    private CadreState withdrawn() {
        return new CadreState(
                cadreId,
                organisationId,
                divisionId,
                officeId,
                name,
                sex,
                rankCode,
                phone,
                politicalStatus,
                partyBranchId,
                Status.WITHDRAWN);
    }
}
