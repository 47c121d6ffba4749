package org.minqing.query.project;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.Units;
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

/** Feeds M11, M12, M12P, M13, M24, M25, M31, M32, A15, A16, A28 and A32. */
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
            case ProjectProposed e -> proposed(e);
            case VillagersResolutionRecorded e -> step(e, "RESOLUTION");
            case ProjectApproved e -> step(e, "APPROVED");
            case ContractAwarded e -> step(e, "AWARDED");
            case WorkStarted e -> step(e, "STARTED");
            case WorkCompleted e -> step(e, "COMPLETED");
            case ProjectAccepted e -> step(e, "ACCEPTED");
            case ProjectCancelled e -> step(e, "CANCELLED");
            // how far the work and its money have come is no figure
            case ProgressReported e -> Stream.empty();
            case InvestmentLineAdvanced e -> Stream.empty();
        };
    }

    private static Stream<Fact> proposed(ProjectProposed e) {
        return e.plan().concernId() == null
                ? step(e, "PROPOSED")
                : Stream.concat(step(e, "PROPOSED"), Stream.of(Fact.of("A32", e, e.of().projectId())));
    }

    private static Stream<Fact> step(ProjectEvent e, String step) {
        return Stream.of(Fact.of("A28", e, e.of().projectId()).kind(step));
    }

    private static Stream<Fact> measured(QuantityMeasured e) {
        return switch (e.item()) {
            case PIPE -> Stream.of(quantity("M11", e));
            case ROAD_SURFACE -> Stream.of(quantity("M25", e));
            case NOTOGINSENG -> Stream.of(quantity("M31", e), planted(e));
            case TOBACCO -> Stream.of(quantity("M32", e), planted(e));
            case OTHER -> Stream.of(planted(e).kind(e.itemName()));
        };
    }

    private static Fact quantity(String measure, QuantityMeasured e) {
        return Fact.of(measure, e, e.quantityId())
                .task(e.classification().taskCode())
                .kind(e.item())
                .quantity(
                        e.quantity().value(), e.quantity().unit(), e.quantity().qualifier());
    }

    /** What covers land is a crop; anything else stands by itself. */
    private static Fact planted(QuantityMeasured e) {
        boolean land = Units.code(e.quantity().unit()).filter("mu"::equals).isPresent();
        return quantity(land ? "A15" : "A16", e);
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
