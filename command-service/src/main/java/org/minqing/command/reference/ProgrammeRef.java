package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.Task;

/**
 * A programme's settings as other streams see them.
 *
 * @param launched how it was launched; null where that was voided
 * @param closedOn its last day
 * @param quotas every definition in force, in the order of the log
 * @param rounds first day of each visit round by its id
 */
public record ProgrammeRef(
        @Nullable ProgrammeLaunched launched,
        @Nullable LocalDate closedOn,
        List<Quota> quotas,
        Map<UUID, LocalDate> rounds,
        Timeline<Boolean> twoPersonRule,
        Timeline<Set<String>> tasks) {
    public static final Reference<ProgrammeRef> KIND = new Reference<>(
            "Programme",
            new ProgrammeRef(null, null, List.of(), Map.of(), Timeline.empty(), Timeline.empty()),
            ProgrammeRef::evolve);

    /**
     * How many households a cadre of a band links at most.
     *
     * @param from in force from this day on, until the band is defined again
     */
    public record Quota(UUID quotaId, LocalDate from, String band, Set<String> rankCodes, int households) {}

    public ProgrammeRef {
        quotas = List.copyOf(quotas);
        rounds = Map.copyOf(rounds);
    }

    /** Launched by the day, and not closed before it. */
    public boolean inForceOn(LocalDate day) {
        return launched != null && !day.isBefore(launched.occurredOn()) && (closedOn == null || !day.isAfter(closedOn));
    }

    /** The programme works in this division. */
    public boolean covers(String divisionId) {
        return launched != null && divisionId.startsWith(launched.of().divisionId());
    }

    /** Its mode of linking; of a voided programme, the stricter. */
    public LinkMode linkMode() {
        return launched == null ? LinkMode.EXACTLY_ONE : launched.linkMode();
    }

    /** The quota that judges a cadre of this rank on the day. */
    public Optional<Quota> quotaFor(String rankCode, LocalDate day) {
        Map<String, Quota> inForce = new LinkedHashMap<>();
        quotas.stream()
                .filter(q -> !q.from().isAfter(day))
                .sorted((a, b) -> a.from().compareTo(b.from()))
                .forEach(q -> {
                    inForce.remove(q.band());
                    inForce.put(q.band(), q);
                });
        return inForce.values().stream()
                .filter(q -> q.rankCodes().contains(rankCode))
                .reduce((earlier, later) -> later);
    }

    public boolean hasRoundOn(UUID roundId, LocalDate day) {
        LocalDate opened = rounds.get(roundId);
        return opened != null && !day.isBefore(opened);
    }

    /** Money is entered by one person and approved by another. */
    public boolean twoPersonRuleOn(LocalDate day) {
        return twoPersonRule.on(day).orElse(false);
    }

    /** Codes of the tasks everything is classed by; none where no catalogue was adopted by the day. */
    public Set<String> tasksOn(LocalDate day) {
        return tasks.on(day).orElse(Set.of());
    }

    private static ProgrammeRef evolve(ProgrammeRef state, DomainEvent event) {
        return switch ((ProgrammeEvent) event) {
            case ProgrammeLaunched e -> state.launched(e);
            case ProgrammeClosed e ->
                new ProgrammeRef(
                        state.launched, e.occurredOn(), state.quotas, state.rounds, state.twoPersonRule, state.tasks);
            case LinkQuotaDefined e -> state.quota(e);
            case VisitRoundOpened e -> state.round(e.roundId(), e.occurredOn());
            case TwoPersonRuleSet e ->
                new ProgrammeRef(
                        state.launched,
                        state.closedOn,
                        state.quotas,
                        state.rounds,
                        state.twoPersonRule.with(e.occurredOn(), e.required()),
                        state.tasks);
            case TaskCatalogueAdopted e ->
                new ProgrammeRef(
                        state.launched,
                        state.closedOn,
                        state.quotas,
                        state.rounds,
                        state.twoPersonRule,
                        state.tasks.with(e.occurredOn(), codes(e)));
            case LeadingGroupEstablished e -> state;
            case LeadingGroupMemberChanged e -> state;
            case ImplementationPlanAdopted e -> state;
            case SponsorAssigned e -> state;
        };
    }

    private ProgrammeRef launched(ProgrammeLaunched launch) {
        return new ProgrammeRef(launch, closedOn, quotas, rounds, twoPersonRule, tasks);
    }

    private ProgrammeRef quota(LinkQuotaDefined defined) {
        List<Quota> more = new ArrayList<>(quotas);
        more.add(new Quota(
                defined.quotaId(),
                defined.occurredOn(),
                defined.band(),
                Set.copyOf(defined.rankCodes()),
                defined.households()));
        return new ProgrammeRef(launched, closedOn, more, rounds, twoPersonRule, tasks);
    }

    private ProgrammeRef round(UUID roundId, LocalDate opened) {
        Map<UUID, LocalDate> more = new HashMap<>(rounds);
        more.put(roundId, opened);
        return new ProgrammeRef(launched, closedOn, quotas, more, twoPersonRule, tasks);
    }

    private static Set<String> codes(TaskCatalogueAdopted e) {
        return Set.copyOf(e.tasks().stream().map(Task::code).distinct().toList());
    }
}
