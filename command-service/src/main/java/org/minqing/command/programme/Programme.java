package org.minqing.command.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.OrganisationRef;
import org.minqing.command.reference.Timeline;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupVoided;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaVoided;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeVoided;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.SponsorVoided;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundVoided;
import org.minqing.events.programme.Task;

/** A programme 专项活动 and its settings: dated data, entered in any order, each judged by its day. */
@Aggregate
class Programme {
    @AggregateIdentifier
    private @Nullable String stream;

    private UUID programmeId = new UUID(0, 0);
    private @Nullable ProgrammeLaunched launched;
    private @Nullable UUID launch;
    private @Nullable LocalDate closedOn;
    private final Entries entries = new Entries();
    private final Map<UUID, LeadingGroup> groups = new HashMap<>();
    private Timeline<List<Task>> tasks = Timeline.empty();
    private Timeline<Plan> plans = Timeline.empty();
    private Timeline<Boolean> twoPersonRule = Timeline.empty();

    private record Plan(
            String title,
            @Nullable String documentNo,
            @Nullable UUID attachmentId) {}

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LaunchProgramme command, Situation situation) {
        if (launched != null) {
            throw Refusal.alreadyExists("Programme", programmeId);
        }
        LocalDate day = situation.day(command.occurredOn());
        OrganisationRef organisation = InForce.organisation(situation, command.organisationId(), day);
        situation.apply(new ProgrammeLaunched(
                command.programmeId() == null ? situation.madeId() : command.programmeId(),
                command.organisationId(),
                command.divisionCode() == null
                        ? organisation.divisionId()
                        : situation.gazetteer().divisionId(command.divisionCode(), day),
                command.name(),
                command.linkMode(),
                day));
    }

    @CommandHandler
    void handle(DefineLinkQuota command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        Quotas quotas = quotas();
        if (quotas.says(command.band(), Set.copyOf(command.rankCodes()), command.households(), day)) {
            return;
        }
        situation.apply(id -> {
            var defined = new LinkQuotaDefined(
                    self.programmeId(),
                    self.organisationId(),
                    self.divisionId(),
                    id,
                    command.band(),
                    command.rankCodes().stream().distinct().toList(),
                    command.households(),
                    day);
            quotas.with(defined).disjoint();
            return defined;
        });
    }

    @CommandHandler
    void handle(VoidLinkQuota command, Situation situation) {
        entries.find(LinkQuotaDefined.class, "LinkQuota", command.quotaId()).ifPresent(quota -> {
            situation.dayOf(quota.occurredOn(), command.occurredOn());
            quotas().without(quota).disjoint();
            situation.apply(Entries.voiding(quota, command.reason(), command.reasonCode()));
        });
    }

    @CommandHandler
    void handle(AdoptTaskCatalogue command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        List<Task> adopted = command.adopted();
        if (tasks.on(day).filter(adopted::equals).isEmpty()) {
            situation.apply(new TaskCatalogueAdopted(
                    self.programmeId(), self.organisationId(), self.divisionId(), adopted, day));
        }
    }

    @CommandHandler
    void handle(EstablishLeadingGroup command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        command.cadres().forEach(cadre -> InForce.cadre(situation, cadre, day));
        entries.all(LeadingGroupEstablished.class).stream()
                .filter(group -> Objects.equals(group.kind(), command.kind()))
                .forEach(group -> {
                    throw Refusal.alreadyExists("LeadingGroup", group.groupId());
                });
        situation.apply(id -> new LeadingGroupEstablished(
                self.programmeId(),
                self.organisationId(),
                self.divisionId(),
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

    @CommandHandler
    void handle(ChangeLeadingGroupMember command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        command.refuseDutyOutOfPlace();
        LeadingGroup group = groups.get(command.groupId());
        if (group == null) {
            throw Refusal.notFound("LeadingGroup", command.groupId());
        }
        notBefore(group.established().occurredOn(), day);
        if (group.standsAs(command, day)) {
            return;
        }
        if (command.bringsIn()) {
            InForce.cadre(situation, command.cadreId(), day);
        }
        var changed = new LeadingGroupMemberChanged(
                self.programmeId(),
                self.organisationId(),
                self.divisionId(),
                command.groupId(),
                command.cadreId(),
                command.change(),
                command.duty(),
                command.documentNo(),
                day);
        group.contradictionTo(changed).ifPresent(later -> {
            throw Refusal.conflict("contradicts-later", day, later);
        });
        situation.apply(changed);
    }

    @CommandHandler
    void handle(VoidLeadingGroup command, Situation situation) {
        entries.find(LeadingGroupEstablished.class, "LeadingGroup", command.groupId())
                .ifPresent(group -> {
                    situation.dayOf(group.occurredOn(), command.occurredOn());
                    situation.apply(Entries.voiding(group, command.reason(), command.reasonCode()));
                });
    }

    @CommandHandler
    void handle(AdoptImplementationPlan command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        Plan plan = new Plan(command.title(), command.documentNo(), command.attachmentId());
        if (plans.on(day).filter(plan::equals).isEmpty()) {
            situation.apply(id -> new ImplementationPlanAdopted(
                    self.programmeId(),
                    self.organisationId(),
                    self.divisionId(),
                    id,
                    plan.title(),
                    plan.documentNo(),
                    plan.attachmentId(),
                    day));
        }
    }

    @CommandHandler
    void handle(AssignSponsor command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        String place = command.place(situation, self.divisionId(), day);
        List<SponsorAssigned> sponsors = sponsorsOf(place);
        SponsorAssigned former = sponsors.isEmpty() ? null : sponsors.getLast();
        if (former != null) {
            notBefore(former.occurredOn(), day);
            if (former.cadreId().equals(command.cadreId())) {
                return;
            }
        }
        InForce.cadre(situation, command.cadreId(), day);
        situation.apply(id -> new SponsorAssigned(
                self.programmeId(),
                self.organisationId(),
                place,
                id,
                command.cadreId(),
                former == null ? null : former.sponsorshipId(),
                former == null ? null : former.cadreId(),
                day));
    }

    @CommandHandler
    void handle(VoidSponsor command, Situation situation) {
        entries.find(SponsorAssigned.class, "Sponsor", command.sponsorshipId()).ifPresent(sponsor -> {
            situation.dayOf(sponsor.occurredOn(), command.occurredOn());
            List<SponsorAssigned> sponsors = sponsorsOf(sponsor.divisionId());
            sponsors.subList(sponsors.indexOf(sponsor), sponsors.size())
                    .reversed()
                    .forEach(s -> situation.apply(Entries.voiding(s, command.reason(), command.reasonCode())));
        });
    }

    @CommandHandler
    void handle(OpenVisitRound command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        boolean open = entries.all(VisitRoundOpened.class).stream()
                .anyMatch(round -> round.kind() == command.kind()
                        && round.name().equals(command.name())
                        && round.occurredOn().equals(day));
        if (!open) {
            situation.apply(id -> new VisitRoundOpened(
                    self.programmeId(),
                    self.organisationId(),
                    self.divisionId(),
                    id,
                    command.kind(),
                    command.name(),
                    day));
        }
    }

    @CommandHandler
    void handle(VoidVisitRound command, Situation situation) {
        entries.find(VisitRoundOpened.class, "VisitRound", command.roundId()).ifPresent(round -> {
            situation.dayOf(round.occurredOn(), command.occurredOn());
            situation.apply(Entries.voiding(round, command.reason(), command.reasonCode()));
        });
    }

    @CommandHandler
    void handle(SetTwoPersonRule command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = inForce(day);
        if (twoPersonRule.on(day).orElse(false).equals(command.required())) {
            return;
        }
        situation.apply(new TwoPersonRuleSet(
                self.programmeId(), self.organisationId(), self.divisionId(), command.required(), day));
    }

    @CommandHandler
    void handle(CloseProgramme command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        ProgrammeLaunched self = standing();
        if (closedOn != null && !day.isBefore(closedOn)) {
            return;
        }
        notBefore(lastDay(), day);
        situation.apply(new ProgrammeClosed(
                self.programmeId(),
                self.organisationId(),
                self.divisionId(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(VoidProgramme command, Situation situation) {
        ProgrammeLaunched before = launched;
        if (before == null) {
            return;
        }
        situation.dayOf(before.occurredOn(), command.occurredOn());
        if (closedOn != null) {
            throw Refusal.conflict("programme-closed", programmeId, closedOn);
        }
        entries.lastFirst()
                .forEach(made -> situation.apply(Entries.voiding(made, command.reason(), command.reasonCode())));
        situation.apply(new ProgrammeVoided(
                programmeId,
                before.organisationId(),
                before.divisionId(),
                Objects.requireNonNull(launch),
                before,
                command.reason(),
                command.reasonCode(),
                before.occurredOn()));
    }

    private ProgrammeLaunched standing() {
        if (launched == null) {
            throw Refusal.conflict("programme-voided", programmeId);
        }
        return launched;
    }

    private ProgrammeLaunched inForce(LocalDate day) {
        ProgrammeLaunched self = standing();
        notBefore(self.occurredOn(), day);
        if (closedOn != null && day.isAfter(closedOn)) {
            throw Refusal.conflict("programme-closed", programmeId, closedOn);
        }
        return self;
    }

    private static void notBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw Refusal.outOfOrder(earliest);
        }
    }

    private Quotas quotas() {
        return new Quotas(entries.all(LinkQuotaDefined.class));
    }

    /** Whoever sponsored the place, one after the other. */
    private List<SponsorAssigned> sponsorsOf(String place) {
        return entries.all(SponsorAssigned.class).stream()
                .filter(sponsor -> sponsor.divisionId().equals(place))
                .toList();
    }

    /** The last day on which anything was begun or set. */
    private LocalDate lastDay() {
        return Stream.of(
                        Stream.of(standing().occurredOn()),
                        entries.lastFirst().stream().map(ProgrammeEvent::occurredOn),
                        groups.values().stream().map(LeadingGroup::lastDay),
                        tasks.entries().stream().map(Timeline.Entry::from),
                        plans.entries().stream().map(Timeline.Entry::from),
                        twoPersonRule.entries().stream().map(Timeline.Entry::from))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event, @EventId UUID id) {
        switch (event) {
            case ProgrammeLaunched e -> {
                stream = "Programme-" + e.programmeId();
                programmeId = e.programmeId();
                launched = e;
                launch = id;
            }
            case ProgrammeVoided e -> launched = null;
            case ProgrammeClosed e -> closedOn = e.occurredOn();
            case LinkQuotaDefined e -> entries.add(e.quotaId(), e);
            case SponsorAssigned e -> entries.add(e.sponsorshipId(), e);
            case VisitRoundOpened e -> entries.add(e.roundId(), e);
            case LeadingGroupEstablished e -> {
                entries.add(e.groupId(), e);
                groups.put(e.groupId(), new LeadingGroup(e, List.of()));
            }
            case LeadingGroupMemberChanged e -> groups.computeIfPresent(e.groupId(), (key, group) -> group.with(e));
            case LeadingGroupVoided e -> {
                entries.remove(e);
                groups.remove(e.target());
            }
            case LinkQuotaVoided e -> entries.remove(e);
            case SponsorVoided e -> entries.remove(e);
            case VisitRoundVoided e -> entries.remove(e);
            case TaskCatalogueAdopted e -> tasks = tasks.with(e.occurredOn(), e.tasks());
            case ImplementationPlanAdopted e ->
                plans = plans.with(e.occurredOn(), new Plan(e.title(), e.documentNo(), e.attachmentId()));
            case TwoPersonRuleSet e -> twoPersonRule = twoPersonRule.with(e.occurredOn(), e.required());
        }
    }
}
