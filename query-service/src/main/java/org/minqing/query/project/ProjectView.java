package org.minqing.query.project;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.InvestmentLineStep;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M11, M12, M12P, M13, M24, M25, M31 and M32. */
@Component
class ProjectView implements View<ProjectEvent> {
    @Override
    public List<Entity<ProjectEvent, ?>> entities() {
        return List.of(project(), line());
    }

    private static Entity<ProjectEvent, ProjectState> project() {
        return Entity.of(ProjectEvent.class, "Project", "projects", ProjectState.class)
                .begunBy(ProjectProposed.class, ProjectState::proposed)
                .dimensions(ProjectState::dimensions)
                .label(s -> Label.of(s.plan().name()))
                .evolve(ProjectState::after);
    }

    private static Entity<ProjectEvent, InvestmentLineState> line() {
        return Entity.of(ProjectEvent.class, "InvestmentLine", null, InvestmentLineState.class)
                .toldBy(InvestmentLineStep.class, e -> Stream.of(e.investment().lineId()))
                .begunBy(InvestmentLineAdded.class, InvestmentLineState::added)
                .dimensions(InvestmentLineState::dimensions)
                .evolve(InvestmentLineState::after);
    }

    @Override
    public Stream<Fact> facts(ProjectEvent event, EventMeta meta) {
        return switch (event) {
            // once, however far its money comes
            case InvestmentLineAdded e ->
                Stream.of(Fact.of("M24", e, e.investment().lineId())
                        .task(e.classification().taskCode())
                        .kind(e.investment().source())
                        .quantity(e.investment().money().yuan()));
            case QuantityMeasured e -> measured(e);
            case BeneficiariesRecorded e -> Stream.of(benefit(e));
            // how far the work and its money have come is no figure
            case ProjectProposed e -> Stream.empty();
            case VillagersResolutionRecorded e -> Stream.empty();
            case ProjectApproved e -> Stream.empty();
            case ContractAwarded e -> Stream.empty();
            case WorkStarted e -> Stream.empty();
            case ProgressReported e -> Stream.empty();
            case WorkCompleted e -> Stream.empty();
            case ProjectAccepted e -> Stream.empty();
            case ProjectCancelled e -> Stream.empty();
            case InvestmentLineAdvanced e -> Stream.empty();
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
                .task(e.classification().taskCode())
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
                .task(e.classification().taskCode())
                .kind(e.kind())
                .quantity(
                        e.quantity().value(), e.quantity().unit(), e.quantity().qualifier());
    }
}
