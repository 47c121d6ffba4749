package org.minqing.query.project;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.Fact;
import org.minqing.query.platform.Label;
import org.minqing.query.platform.View;
import org.springframework.stereotype.Component;

/** Feeds M11, M12, M12P, M13, M24, M25, M31 and M32. */
@Component
class ProjectView implements View<ProjectEvent> {
    @Override
    public Class<ProjectEvent> family() {
        return ProjectEvent.class;
    }

    @Override
    public List<Entity<ProjectEvent, ?>> entities() {
        return List.of(project(), line());
    }

    private static Entity<ProjectEvent, ProjectState> project() {
        return Entity.of(ProjectEvent.class, "Project", "projects", ProjectState.class)
                .begunBy(ProjectProposed.class)
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .status(s.status())
                        .kind(s.kind()))
                .label(s -> Label.of(s.name()))
                .evolve((state, event, id, meta) -> ProjectState.evolve(state, event));
    }

    private static Entity<ProjectEvent, InvestmentLineState> line() {
        return Entity.of(ProjectEvent.class, "InvestmentLine", null, InvestmentLineState.class)
                .begunBy(InvestmentLineAdded.class)
                .touchedBy((event, meta) -> switch (event) {
                    case InvestmentLineAdded e -> List.of(e.lineId().toString());
                    case InvestmentLineAdvanced e -> List.of(e.lineId().toString());
                    default -> List.of(); // every other event is about the project itself
                })
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .status(s.line().stage())
                        .kind(s.line().source()))
                .evolve((state, event, id, meta) -> InvestmentLineState.evolve(state, event));
    }

    @Override
    public Stream<Fact> facts(ProjectEvent event, EventMeta meta) {
        return switch (event) {
            // once, however far its money comes
            case InvestmentLineAdded e ->
                Stream.of(Fact.of("M24", e, e.lineId())
                        .task(e.taskCode())
                        .kind(e.source())
                        .quantity(e.money().yuan()));
            case QuantityMeasured e -> measured(e);
            case BeneficiariesRecorded e -> Stream.of(benefit(e));
            default -> Stream.empty(); // how far the work has come is no figure
        };
    }

    private static Stream<Fact> measured(QuantityMeasured e) {
        return switch (e.item()) {
            case PIPE -> Stream.of(quantity("M11", e));
            case ROAD_SURFACE -> Stream.of(quantity("M25", e));
            case NOTOGINSENG -> Stream.of(quantity("M31", e));
            case TOBACCO -> Stream.of(quantity("M32", e));
            case OTHER -> Stream.empty();
        };
    }

    private static Fact quantity(String measure, QuantityMeasured e) {
        return Fact.of(measure, e, e.quantityId())
                .task(e.taskCode())
                .kind(e.item())
                .quantity(
                        e.quantity().value(), e.quantity().unit(), e.quantity().qualifier());
    }

    private static Fact benefit(BeneficiariesRecorded e) {
        String measure = switch (e.kind()) {
            case HOUSEHOLDS -> "M12";
            case PERSONS -> "M12P";
            case SCHOOL -> "M13";
        };
        return Fact.of(measure, e, e.beneficiariesId())
                .task(e.taskCode())
                .kind(e.kind())
                .quantity(
                        e.quantity().value(), e.quantity().unit(), e.quantity().qualifier());
    }
}
