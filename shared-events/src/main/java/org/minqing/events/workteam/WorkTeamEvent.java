package org.minqing.events.workteam;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Source;

/** The story of one work team in a village 工作组. */
public sealed interface WorkTeamEvent extends DomainEvent {
    /**
     * Which team, and where.
     *
     * @param villageId divisionId of the village
     */
    record Team(UUID workTeamId, UUID programmeId, UUID organisationId, String villageId) implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    @Override
    Team of();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case WorkTeamFormed e -> Source.each("Cadre", e.memberIds).toList();
            case WorkTeamDissolved e -> List.of();
        };
    }

    /**
     * From this day on the team works in the village.
     *
     * @param memberIds cadreIds, at least one, none twice
     */
    record WorkTeamFormed(Team of, List<UUID> memberIds, LocalDate occurredOn) implements WorkTeamEvent {
        public WorkTeamFormed {
            memberIds = List.copyOf(memberIds);
        }
    }

    /** From this day on there is no such team. */
    record WorkTeamDissolved(Team of, LocalDate occurredOn) implements WorkTeamEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn.minusDays(1);
        }
    }
}
