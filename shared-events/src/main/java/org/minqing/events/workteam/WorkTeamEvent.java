package org.minqing.events.workteam;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one work team in a village 工作组. */
public sealed interface WorkTeamEvent extends DomainEvent {
    UUID workTeamId();

    UUID programmeId();

    UUID organisationId();

    /** divisionId of the village. */
    String villageId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * From this day on the team works in the village.
     *
     * @param memberIds cadreIds, at least one, none twice
     */
    record WorkTeamFormed(
            UUID workTeamId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            List<UUID> memberIds,
            LocalDate occurredOn)
            implements WorkTeamEvent {
        public WorkTeamFormed {
            memberIds = List.copyOf(memberIds);
        }
    }

    /** The team had other members from its first day than entered. */
    record WorkTeamCorrected(
            UUID workTeamId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            WorkTeamFormed before,
            WorkTeamFormed after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements WorkTeamEvent, Corrects<WorkTeamFormed> {}

    /** The team was never formed so. */
    record WorkTeamVoided(
            UUID workTeamId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            WorkTeamFormed before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements WorkTeamEvent, Voids<WorkTeamFormed> {}

    /** From this day on there is no such team. */
    record WorkTeamDissolved(
            UUID workTeamId, UUID programmeId, UUID organisationId, String villageId, LocalDate occurredOn)
            implements WorkTeamEvent {}

    /** The team was never dissolved so. */
    record WorkTeamDissolutionVoided(
            UUID workTeamId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            WorkTeamDissolved before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements WorkTeamEvent, Voids<WorkTeamDissolved> {}
}
