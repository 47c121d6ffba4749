package org.minqing.command.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.events.Corrects;
import org.minqing.events.Voids;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;

/** What stands of a project, in the order in which it was entered: corrected as last corrected, voided left out. */
final class Course {
    private static final Map<Class<? extends ProjectEvent>, Phase> MILESTONES = Map.of(
            ProjectProposed.class, Phase.PROPOSED,
            ProjectApproved.class, Phase.APPROVED,
            ContractAwarded.class, Phase.AWARDED,
            WorkStarted.class, Phase.STARTED,
            WorkCompleted.class, Phase.COMPLETED,
            ProjectAccepted.class, Phase.ACCEPTED,
            ProjectCancelled.class, Phase.CANCELLED);

    private final List<Entry> entries = new ArrayList<>();
    private final Set<UUID> voided = new HashSet<>();

    private final Set<Advance> takenBack = new HashSet<>();

    record Entry(UUID id, ProjectEvent event) {}

    private record Advance(UUID lineId, InvestmentStage stage) {}

    void take(UUID id, ProjectEvent event) {
        switch (event) {
            case Voids<?> e -> {
                entries.removeIf(entry -> entry.id().equals(e.target()));
                voided.add(e.target());
                if (e.before() instanceof InvestmentLineAdvanced advance) {
                    takenBack.add(new Advance(advance.lineId(), advance.stage()));
                }
            }
            case Corrects<?> e ->
                entries.replaceAll(entry ->
                        entry.id().equals(e.target()) ? new Entry(entry.id(), (ProjectEvent) e.after()) : entry);
            case InvestmentLineAdded e -> entries.add(new Entry(e.lineId(), e));
            case QuantityMeasured e -> entries.add(new Entry(e.quantityId(), e));
            case BeneficiariesRecorded e -> entries.add(new Entry(e.beneficiariesId(), e));
            default -> entries.add(new Entry(id, event));
        }
    }

    boolean isVoided(UUID id) {
        return voided.contains(id);
    }

    /** Whether a line had been said to have come to a stage, and that was voided. */
    boolean isTakenBack(UUID lineId, InvestmentStage stage) {
        return takenBack.contains(new Advance(lineId, stage));
    }

    Optional<Entry> proposal() {
        return entries.stream()
                .filter(entry -> entry.event() instanceof ProjectProposed)
                .findFirst();
    }

    Phase phase() {
        return entries.stream()
                .flatMap(entry ->
                        Optional.ofNullable(MILESTONES.get(entry.event().getClass())).stream())
                .reduce(Phase.NONE, (earlier, later) -> later);
    }

    /** The latest day of what the course itself is made of: milestones, resolutions, reports. */
    Optional<LocalDate> lastDay() {
        return entries.stream()
                .map(Entry::event)
                .filter(Course::isStep)
                .map(ProjectEvent::occurredOn)
                .max(LocalDate::compareTo);
    }

    /** Whether this very step is the last one of the course. */
    boolean endsWith(ProjectEvent step) {
        return entries.stream()
                .map(Entry::event)
                .filter(Course::isStep)
                .reduce((earlier, later) -> later)
                .filter(step::equals)
                .isPresent();
    }

    /** What stands of a sort, by id. */
    <E extends ProjectEvent> Stream<E> all(Class<E> sort) {
        return entries.stream().map(Entry::event).filter(sort::isInstance).map(sort::cast);
    }

    /** What was entered by that event and stands, if it is of that sort. */
    <E extends ProjectEvent> Optional<E> find(Class<E> sort, UUID id) {
        return entry(id).map(Entry::event).filter(sort::isInstance).map(sort::cast);
    }

    /** The last advance of a line that stands. */
    Optional<InvestmentLineAdvanced> advance(UUID lineId) {
        return all(InvestmentLineAdvanced.class)
                .filter(e -> e.lineId().equals(lineId))
                .reduce((earlier, later) -> later);
    }

    InvestmentStage stage(UUID lineId) {
        return advance(lineId).map(InvestmentLineAdvanced::stage).orElse(InvestmentStage.APPROVED);
    }

    /** Id of the event that brought a line to a stage. */
    Optional<UUID> advanceTo(UUID lineId, InvestmentStage stage) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof InvestmentLineAdvanced e
                        && e.lineId().equals(lineId)
                        && e.stage() == stage)
                .map(Entry::id)
                .findFirst();
    }

    /** An entry and all that stands on it, the last first; nothing if it does not stand. */
    List<Entry> backTo(UUID id) {
        List<Entry> back = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            back.add(entry);
            if (entry.id().equals(id)) {
                back.removeIf(later -> !later.equals(entry) && !standsOn(later.event(), entry.event()));
                return back;
            }
        }
        return List.of();
    }

    private Optional<Entry> entry(UUID id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static boolean standsOn(ProjectEvent later, ProjectEvent earlier) {
        return switch (earlier) {
            case ProjectProposed e -> true;
            case InvestmentLineAdded e ->
                later instanceof InvestmentLineAdvanced a && a.lineId().equals(e.lineId());
            case InvestmentLineAdvanced e ->
                later instanceof InvestmentLineAdvanced a && a.lineId().equals(e.lineId());
            case VillagersResolutionRecorded e -> false;
            case ProgressReported e -> false;
            case QuantityMeasured e -> false;
            case BeneficiariesRecorded e -> false;
            default -> MILESTONES.containsKey(later.getClass()) || later instanceof ProgressReported;
        };
    }

    private static boolean isStep(ProjectEvent event) {
        return MILESTONES.containsKey(event.getClass())
                || event instanceof VillagersResolutionRecorded
                || event instanceof ProgressReported;
    }
}
