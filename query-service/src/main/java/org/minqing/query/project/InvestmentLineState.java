package org.minqing.query.project;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;

/** A line of investment with the project it belongs to. */
record InvestmentLineState(UUID projectId, UUID programmeId, UUID organisationId, String villageId, Line line) {

    static @Nullable InvestmentLineState evolve(@Nullable InvestmentLineState state, ProjectEvent event) {
        return switch (event) {
            case InvestmentLineAdded e ->
                new InvestmentLineState(
                        e.projectId(), e.programmeId(), e.organisationId(), e.villageId(), Line.added(e));
            case InvestmentLineAdvanced e -> {
                InvestmentLineState s = Objects.requireNonNull(state);
                yield new InvestmentLineState(
                        s.projectId, s.programmeId, s.organisationId, s.villageId, s.line.advanced(e));
            }
            default -> state; // a line is touched by no other event
        };
    }
}
