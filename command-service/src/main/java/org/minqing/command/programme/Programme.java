package org.minqing.command.programme;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.OrganisationRef;
import org.minqing.command.reference.Quotas;
import org.minqing.command.reference.Timeline;
import org.minqing.events.Likeness;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.Task;

/** A programme 专项活动 and its settings: dated data, entered in any order, each judged by its day. */
class Programme implements StreamAggregate<ProgrammeEvent> {
    private final Beginning<ProgrammeLaunched> launched = new Beginning<>("Programme");
    private @Nullable LocalDate closedOn;
    private LocalDate lastDay = LocalDate.MIN;
    private Quotas quotas = new Quotas(List.of());
    private final Map<UUID, LeadingGroup> groups = new HashMap<>();
    private final List<SponsorAssigned> sponsors = new ArrayList<>();
    private final List<VisitRoundOpened> rounds = new ArrayList<>();
    private Timeline<List<Task>> tasks = Timeline.empty();
    private Timeline<Plan> plans = Timeline.empty();
    private Timeline<Boolean> twoPersonRule = Timeline.empty();

    private record Plan(
            String title,
            @Nullable String documentNo,
            @Nullable UUID attachmentId) {
        static Plan of(ImplementationPlanAdopted e) {
            return new Plan(e.title(), e.documentNo(), e.attachmentId());
        }
    }

    void handle(ProgrammeCommand.LaunchProgramme command, DecisionContext situation) {
        LocalDate day = situation.day();
        OrganisationRef organisation = InForce.organisation(situation, command.organisationId(), day);
        Sphere of = new Sphere(
                requireNonNullElse(command.programmeId(), situation.madeId()),
                command.organisationId(),
                command.divisionCode() == null
                        ? organisation.divisionId()
                        : situation.gazetteer().divisionId(command.divisionCode(), day));
        situation.enter(new ProgrammeLaunched(of, command.name(), command.linkMode(), day));
    }

    void handle(ProgrammeCommand.DefineLinkQuota command, DecisionContext situation) {
        Sphere of = launched.standing(command.programmeId()).of();
        situation.enter(id -> new LinkQuotaDefined(
                of,
                id,
                command.band(),
                command.rankCodes().stream().distinct().toList(),
                command.households(),
                situation.day()));
    }

    void handle(ProgrammeCommand.AdoptTaskCatalogue command, DecisionContext situation) {
        situation.enter(new TaskCatalogueAdopted(
                launched.standing(command.programmeId()).of(), command.adopted(), situation.day()));
    }

    void handle(ProgrammeCommand.EstablishLeadingGroup command, DecisionContext situation) {
        LocalDate day = situation.day();
        Sphere of = requireInForce(day, launched.standing(command.programmeId()));
        command.cadres().forEach(cadre -> InForce.cadre(situation, cadre, day));
        situation.enter(id -> new LeadingGroupEstablished(
                of,
                id,
                command.kind(),
                command.head(),
                command.members().stream()
                        .map(member -> new GroupMember(member.cadreId(), member.duty()))
                        .toList(),
                command.office(),
                command.documentNo(),
                day));
    }

    void handle(ProgrammeCommand.ChangeLeadingGroupMember command, DecisionContext situation) {
        LocalDate day = situation.day();
        command.refuseDutyOutOfPlace();
        var changed = new LeadingGroupMemberChanged(
                launched.standing(command.programmeId()).of(),
                command.groupId(),
                command.cadreId(),
                command.change(),
                command.duty(),
                command.documentNo(),
                day);
        if (command.bringsIn() && !repeats(changed)) {
            InForce.cadre(situation, command.cadreId(), day);
        }
        situation.enter(changed);
    }

    void handle(ProgrammeCommand.AdoptImplementationPlan command, DecisionContext situation) {
        Sphere of = launched.standing(command.programmeId()).of();
        situation.enter(id -> new ImplementationPlanAdopted(
                of, id, command.title(), command.documentNo(), command.attachmentId(), situation.day()));
    }

    void handle(ProgrammeCommand.AssignSponsor command, DecisionContext situation) {
        LocalDate day = situation.day();
        Sphere self = requireInForce(day, launched.standing(command.programmeId()));
        String place = command.place(situation, self.divisionId(), day);
        SponsorAssigned former = sponsorOf(place);
        if (former == null || !former.cadreId().equals(command.cadreId())) {
            InForce.cadre(situation, command.cadreId(), day);
        }
        situation.enter(id -> new SponsorAssigned(
                new Sphere(self.programmeId(), self.organisationId(), place),
                id,
                command.cadreId(),
                former == null ? null : former.sponsorshipId(),
                former == null ? null : former.cadreId(),
                day));
    }

    void handle(ProgrammeCommand.OpenVisitRound command, DecisionContext situation) {
        Sphere of = launched.standing(command.programmeId()).of();
        situation.enter(id -> new VisitRoundOpened(of, id, command.kind(), command.name(), situation.day()));
    }

    void handle(ProgrammeCommand.SetTwoPersonRule command, DecisionContext situation) {
        situation.enter(new TwoPersonRuleSet(
                launched.standing(command.programmeId()).of(), command.required(), situation.day()));
    }

    void handle(ProgrammeCommand.CloseProgramme command, DecisionContext situation) {
        situation.enter(new ProgrammeClosed(
                launched.standing(command.programmeId()).of(),
                situation.reasonIfGiven(),
                situation.reasonCode(),
                situation.day()));
    }

    @Override
    public void check(StreamEntry<ProgrammeEvent> entry) {
        UUID programmeId = entry.event().of().programmeId();
        if (entry.event() instanceof ProgrammeLaunched) {
            launched.refuseSecond(programmeId);
            return;
        }
        requireInForce(entry.event().occurredOn(), launched.standing(programmeId));
        switch (entry.event()) {
            case ProgrammeLaunched e -> {}
            case ProgrammeClosed e -> {
                if (closedOn != null) {
                    Refusal.refuseBefore(closedOn, e.occurredOn());
                }
                Refusal.refuseBefore(lastDay, e.occurredOn());
            }
            case LinkQuotaDefined e -> quotas.with(e).disjoint();
            case LeadingGroupEstablished e -> check(e);
            case LeadingGroupMemberChanged e -> check(e);
            case SponsorAssigned e -> check(e);
            case TaskCatalogueAdopted e -> {}
            case ImplementationPlanAdopted e -> {}
            case VisitRoundOpened e -> {}
            case TwoPersonRuleSet e -> {}
        }
    }

    private void check(LeadingGroupEstablished e) {
        groups.values().stream()
                .map(LeadingGroup::established)
                .filter(group -> Likeness.same(group.kind(), e.kind()))
                .forEach(group -> {
                    throw Refusal.alreadyExists("LeadingGroup", group.groupId());
                });
    }

    private void check(LeadingGroupMemberChanged e) {
        LeadingGroup group = groups.get(e.groupId());
        if (group == null) {
            throw Refusal.notFound("LeadingGroup", e.groupId());
        }
        Refusal.refuseBefore(group.established().occurredOn(), e.occurredOn());
        group.check(e);
    }

    /** One follows another as it says it does. */
    private void check(SponsorAssigned e) {
        SponsorAssigned former = sponsorOf(e.of().divisionId());
        if (former != null) {
            Refusal.refuseBefore(former.occurredOn(), e.occurredOn());
        }
        if (e.formerSponsorshipId() != null
                && (former == null
                        || !e.formerSponsorshipId().equals(former.sponsorshipId())
                        || !former.cadreId().equals(e.formerCadreId()))) {
            throw Refusal.notFound("Sponsor", e.formerSponsorshipId());
        }
        if (e.formerSponsorshipId() == null && former != null) {
            throw Refusal.alreadyExists("Sponsor", former.sponsorshipId());
        }
    }

    /** A sponsor belongs to whose programme it is. */
    @Override
    public ProgrammeEvent retold(ProgrammeEvent event) {
        return event instanceof SponsorAssigned e && launched.find().isPresent()
                ? new SponsorAssigned(
                        new Sphere(
                                e.of().programmeId(), launched.standing().of().organisationId(), e.of().divisionId()),
                        e.sponsorshipId(),
                        e.cadreId(),
                        e.formerSponsorshipId(),
                        e.formerCadreId(),
                        e.occurredOn())
                : event;
    }

    /** What is set so on the day. */
    @Override
    public boolean repeats(ProgrammeEvent event) {
        LocalDate day = event.occurredOn();
        if (launched.find().isEmpty()) {
            return false;
        }
        if (closedOn != null && day.isAfter(closedOn)) {
            return event instanceof ProgrammeClosed;
        }
        return switch (event) {
            case ProgrammeLaunched e -> false;
            case LinkQuotaDefined e -> quotas.says(e.band(), Set.copyOf(e.rankCodes()), e.households(), day);
            case TaskCatalogueAdopted e ->
                tasks.on(day).filter(e.tasks()::equals).isPresent();
            case LeadingGroupEstablished e -> false;
            case LeadingGroupMemberChanged e -> {
                LeadingGroup group = groups.get(e.groupId());
                yield group != null && !day.isBefore(group.established().occurredOn()) && group.repeats(e);
            }
            case ImplementationPlanAdopted e ->
                plans.on(day).filter(Plan.of(e)::equals).isPresent();
            case SponsorAssigned e -> {
                SponsorAssigned former = sponsorOf(e.of().divisionId());
                yield former != null
                        && !day.isBefore(former.occurredOn())
                        && former.cadreId().equals(e.cadreId());
            }
            case VisitRoundOpened e ->
                rounds.stream()
                        .anyMatch(round -> round.kind() == e.kind()
                                && Likeness.same(round.name(), e.name())
                                && round.occurredOn().equals(day));
            case TwoPersonRuleSet e -> twoPersonRule.on(day).orElse(false) == e.required();
            case ProgrammeClosed e -> closedOn != null && !day.isBefore(closedOn);
        };
    }

    private Sphere requireInForce(LocalDate day, ProgrammeLaunched self) {
        if (closedOn != null && day.isAfter(closedOn)) {
            throw Refusal.conflict("programme-closed", self.of().programmeId(), closedOn);
        }
        return self.of();
    }

    /** Whoever sponsors the place last. */
    private @Nullable SponsorAssigned sponsorOf(String place) {
        return sponsors.stream()
                .filter(sponsor -> sponsor.of().divisionId().equals(place))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    @Override
    public void on(StreamEntry<ProgrammeEvent> entry) {
        LocalDate day = entry.event().occurredOn();
        if (!(entry.event() instanceof ProgrammeClosed) && day.isAfter(lastDay)) {
            lastDay = day;
        }
        switch (entry.event()) {
            case ProgrammeLaunched e -> launched.on(e);
            case ProgrammeClosed e -> closedOn = day;
            case LinkQuotaDefined e -> quotas = quotas.with(e);
            case SponsorAssigned e -> sponsors.add(e);
            case VisitRoundOpened e -> rounds.add(e);
            case LeadingGroupEstablished e -> groups.put(e.groupId(), new LeadingGroup(e, List.of()));
            case LeadingGroupMemberChanged e -> groups.computeIfPresent(e.groupId(), (key, group) -> group.with(e));
            case TaskCatalogueAdopted e -> tasks = tasks.with(day, e.tasks());
            case ImplementationPlanAdopted e -> plans = plans.with(day, Plan.of(e));
            case TwoPersonRuleSet e -> twoPersonRule = twoPersonRule.with(day, e.required());
        }
    }
}
