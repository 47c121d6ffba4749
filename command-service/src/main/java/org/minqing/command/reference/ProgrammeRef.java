package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.Task;

/**
 * A programme's settings as other streams see them.
 *
 * @param launched how it was launched; null where that was voided
 * @param closedOn its last day
 * @param rounds first day of each visit round by its id
 */
public record ProgrammeRef(
        ProgrammeEvent.@Nullable ProgrammeLaunched launched,
        @Nullable LocalDate closedOn,
        Quotas quotas,
        Map<UUID, LocalDate> rounds,
        Timeline<Boolean> twoPersonRule,
        Timeline<Set<String>> tasks) {
    public static final Reference<ProgrammeRef> KIND = new Reference<>(
            "Programme",
            new ProgrammeRef(null, null, new Quotas(List.of()), Map.of(), Timeline.empty(), Timeline.empty()),
            ProgrammeRef::after);

    public ProgrammeRef {
        rounds = Map.copyOf(rounds);
    }

    /** Launched by the day, and not closed before it. */
    public boolean inForceOn(LocalDate day) {
        return launched != null && !day.isBefore(launched.occurredOn()) && (closedOn == null || !day.isAfter(closedOn));
    }

    /** Launched by the day, whether or not it has ended. */
    boolean begunOn(LocalDate day) {
        return launched != null && !liesAheadOn(day);
    }

    /** Not launched yet; a voided programme lies nowhere. */
    boolean liesAheadOn(LocalDate day) {
        return launched != null && day.isBefore(launched.occurredOn());
    }

    /** The programme works in this division. */
    public boolean covers(String divisionId) {
        return launched != null && divisionId.startsWith(launched.of().divisionId());
    }

    /** Its mode of linking; of a voided programme, the stricter. */
    public LinkMode linkMode() {
        return launched == null ? LinkMode.EXACTLY_ONE : launched.linkMode();
    }

    /** Money is entered by one person and approved by another. */
    public boolean twoPersonRuleOn(LocalDate day) {
        return twoPersonRule.on(day).orElse(false);
    }

    /** Codes of the tasks everything is classed by; none where no catalogue was adopted by the day. */
    public Set<String> tasksOn(LocalDate day) {
        return tasks.on(day).orElse(Set.of());
    }

    private ProgrammeRef after(DomainEvent event) {
        LocalDate day = event.occurredOn();
        return switch ((ProgrammeEvent) event) {
            case ProgrammeEvent.ProgrammeLaunched e ->
                new ProgrammeRef(e, closedOn, quotas, rounds, twoPersonRule, tasks);
            case ProgrammeEvent.ProgrammeClosed e ->
                new ProgrammeRef(launched, e.occurredOn(), quotas, rounds, twoPersonRule, tasks);
            case ProgrammeEvent.LinkQuotaDefined e ->
                new ProgrammeRef(launched, closedOn, quotas.with(e), rounds, twoPersonRule, tasks);
            case ProgrammeEvent.VisitRoundOpened e -> {
                Map<UUID, LocalDate> more = new HashMap<>(rounds);
                more.put(e.roundId(), day);
                yield new ProgrammeRef(launched, closedOn, quotas, more, twoPersonRule, tasks);
            }
            case ProgrammeEvent.TwoPersonRuleSet e ->
                new ProgrammeRef(launched, closedOn, quotas, rounds, twoPersonRule.with(day, e.required()), tasks);
            case ProgrammeEvent.TaskCatalogueAdopted e -> {
                Set<String> codes = e.tasks().stream().map(Task::code).collect(Collectors.toUnmodifiableSet());
                yield new ProgrammeRef(launched, closedOn, quotas, rounds, twoPersonRule, tasks.with(day, codes));
            }
            case ProgrammeEvent.LeadingGroupEstablished e -> this;
            case ProgrammeEvent.LeadingGroupMemberChanged e -> this;
            case ProgrammeEvent.ImplementationPlanAdopted e -> this;
            case ProgrammeEvent.SponsorAssigned e -> this;
        };
    }
}
