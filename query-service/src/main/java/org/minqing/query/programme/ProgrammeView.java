package org.minqing.query.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupStep;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds the launch, M01, M02, M03, M07, M35, A06, A07, A08 and A30. */
@Component
class ProgrammeView implements View<ProgrammeEvent> {
    /** The lowest rank of division level (县处级), GB/T 12407. */
    private static final int DIVISION_LEVEL = 132;

    @Override
    public List<Entity<ProgrammeEvent, ?>> entities() {
        return List.of(programme(), leadingGroup(), round(), sponsorship());
    }

    private static Entity<ProgrammeEvent, ProgrammeState> programme() {
        return Entity.of(ProgrammeEvent.class, "Programme", "programmes", ProgrammeState.class)
                .begunBy(ProgrammeLaunched.class, ProgrammeState::launched)
                .dimensions(s -> within(s.of()).status(s.status()))
                .label(s -> Label.of(s.name()))
                .evolve(ProgrammeState::after);
    }

    private static Entity<ProgrammeEvent, LeadingGroupState> leadingGroup() {
        return Entity.of(ProgrammeEvent.class, "LeadingGroup", null, LeadingGroupState.class)
                .toldBy(LeadingGroupStep.class, e -> Stream.of(e.groupId()))
                .begunBy(LeadingGroupEstablished.class, LeadingGroupState::established)
                .dimensions(s -> within(s.of()).kind(s.kind()))
                .label(s -> Label.of(s.kind()))
                .evolve(LeadingGroupState::after);
    }

    private static Entity<ProgrammeEvent, RoundState> round() {
        return Entity.of(ProgrammeEvent.class, "VisitRound", null, RoundState.class)
                .toldBy(VisitRoundOpened.class, e -> Stream.of(e.roundId()))
                .begunBy(VisitRoundOpened.class, RoundState::of)
                .dimensions(s -> within(s.of()).kind(s.kind()))
                .label(s -> Label.of(s.name()))
                .evolve((state, opened) -> RoundState.of(opened));
    }

    private static Entity<ProgrammeEvent, SponsorshipState> sponsorship() {
        return Entity.of(ProgrammeEvent.class, "Sponsorship", null, SponsorshipState.class)
                .toldBy(SponsorAssigned.class, e -> Stream.of(e.sponsorshipId(), e.formerSponsorshipId()))
                .begunBy(SponsorAssigned.class)
                .dimensions(s -> Dimensions.of(s.of()).cadre(s.cadreId()).status(s.status()))
                .evolve((state, event, id, meta) -> SponsorshipState.evolve(state, event, id));
    }

    /** Settings are those of everybody in the programme, wherever they are asked for. */
    private static Dimensions within(Sphere of) {
        return Dimensions.of(of).division(null);
    }

    @Override
    public Stream<Fact> facts(ProgrammeEvent event, EventMeta meta) {
        return switch (event) {
            case ProgrammeLaunched e -> Stream.of(Fact.of(Fact.LAUNCH, e, e.of().programmeId()));
            case LeadingGroupEstablished e -> {
                Fact established = Fact.of("M01", e, e.groupId()).kind(e.kind());
                yield e.office() == null
                        ? Stream.of(established)
                        : Stream.of(established, Fact.of("A07", e, e.groupId()).kind(e.office()));
            }
            case LinkQuotaDefined e ->
                Stream.of(Fact.of(divisionLevel(e) ? "M02" : "M03", e, e.quotaId())
                        .quantity(BigDecimal.valueOf(e.households()))
                        .kind(e.band()));
            case VisitRoundOpened e ->
                e.kind() == RoundKind.COLLECTIVE
                        ? Stream.of("M07", "A08")
                                .map(measure -> Fact.of(measure, e, e.roundId()).kind(e.roundId()))
                        : Stream.empty();
            case SponsorAssigned e -> sponsors(e);
            case ImplementationPlanAdopted e -> Stream.of(Fact.of("A06", e, e.planId()));
            case LeadingGroupMemberChanged e -> Stream.empty();
            case TaskCatalogueAdopted e ->
                Stream.of(Fact.of("A30", e, meta.eventId())
                        .quantity(BigDecimal.valueOf(e.tasks().size())));
            case TwoPersonRuleSet e -> Stream.empty();
            case ProgrammeClosed e -> Stream.empty();
        };
    }

    private static boolean divisionLevel(LinkQuotaDefined quota) {
        return quota.rankCodes().stream().anyMatch(code -> Integer.parseInt(code) <= DIVISION_LEVEL);
    }

    private static Stream<Fact> sponsors(SponsorAssigned e) {
        Fact begins = Fact.of("M35", e, e.sponsorshipId()).cadre(e.cadreId());
        return e.formerSponsorshipId() == null
                ? Stream.of(begins)
                : Stream.of(
                        begins,
                        Fact.of("M35", e, e.formerSponsorshipId())
                                .cadre(e.formerCadreId())
                                .negated());
    }
}
