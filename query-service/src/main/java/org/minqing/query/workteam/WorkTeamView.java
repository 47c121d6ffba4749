package org.minqing.query.workteam;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.workteam.WorkTeamEvent;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M17. */
@Component
class WorkTeamView implements View<WorkTeamEvent> {
    @Override
    public List<Entity<WorkTeamEvent, ?>> entities() {
        return List.of(Entity.of(WorkTeamEvent.class, "WorkTeam", "work-teams", WorkTeamState.class)
                .begunBy(WorkTeamFormed.class, WorkTeamState::formed)
                .dimensions(s -> Dimensions.of(s.of()).cadres(s.memberIds()).status(s.status()))
                .evolve(WorkTeamState::after));
    }

    @Override
    public Stream<Fact> facts(WorkTeamEvent event, EventMeta meta) {
        return switch (event) {
            case WorkTeamFormed e -> Stream.of(one(e));
            case WorkTeamDissolved e -> Stream.of(one(e).negated());
        };
    }

    private static Fact one(WorkTeamEvent e) {
        return Fact.of("M17", e, e.of().workTeamId());
    }
}
