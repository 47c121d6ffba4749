package org.minqing.command.cadre;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.OrganisationRef;
import org.minqing.command.reference.Timeline;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;

/** A cadre 干部: rank and post are dated, entered in any order, and judged by the day. */
class Cadre implements StreamAggregate<CadreEvent> {
    private final Beginning<CadreRegistered> registered = new Beginning<>("Cadre");
    private CadreRef state = CadreRef.KIND.start();

    void handle(CadreCommand.RegisterCadre command, DecisionContext situation) {
        LocalDate day = situation.day();
        Post post = post(situation, day, command.organisationId(), command.officeId(), command.partyBranchId());
        UUID cadreId = requireNonNullElse(command.cadreId(), situation.madeId());
        if (!(situation.corrected() instanceof CadreRegistered before
                && before.name().equals(command.name())
                && Objects.equals(before.phone(), command.phone())
                && before.of().organisationId().equals(command.organisationId()))) {
            Identity.refuseKnown(cadreId, command, situation);
        }
        situation.enter(new CadreRegistered(
                member(cadreId, post),
                post.officeId(),
                command.name(),
                command.sex(),
                command.rankCode(),
                command.phone(),
                command.politicalStatus(),
                post.partyBranchId(),
                day));
    }

    void handle(CadreCommand.ChangeCadreRank command, DecisionContext situation) {
        LocalDate day = situation.day();
        Membership of = member(command.cadreId(), postOn(day, command.cadreId()));
        situation.enter(new CadreRankChanged(of, state.rankOn(day).orElseThrow(), command.rankCode(), day));
    }

    void handle(CadreCommand.TransferCadre command, DecisionContext situation) {
        LocalDate day = situation.day();
        Post former = postOn(day, command.cadreId());
        boolean stays = former.organisationId().equals(command.organisationId());
        Post post = post(
                situation,
                day,
                command.organisationId(),
                command.officeId() == null && stays ? former.officeId() : command.officeId(),
                command.partyBranchId() == null && stays ? former.partyBranchId() : command.partyBranchId());
        Transfer of = new Transfer(
                command.cadreId(),
                former.organisationId(),
                former.officeId(),
                post.organisationId(),
                post.divisionId());
        situation.enter(new CadreTransferred(of, post.officeId(), post.partyBranchId(), day));
    }

    void handle(CadreCommand.WithdrawCadre command, DecisionContext situation) {
        LocalDate day = situation.day();
        Membership of = member(command.cadreId(), postOn(day, command.cadreId()));
        situation.enter(new CadreWithdrawn(of, situation.reasonIfGiven(), situation.reasonCode(), day));
    }

    @Override
    public void check(StreamEntry<CadreEvent> entry) {
        UUID cadreId = entry.event().of().cadreId();
        LocalDate day = entry.event().occurredOn();
        switch (entry.event()) {
            case CadreRegistered e -> registered.refuseSecond(cadreId);
            case CadreRankChanged e -> refuseOutOfService(day, cadreId);
            case CadreTransferred e -> refuseOutOfService(day, cadreId);
            case CadreWithdrawn e -> {
                postOn(day, cadreId);
                if (state.withdrawnOn() != null) {
                    Refusal.refuseBefore(state.withdrawnOn(), day);
                }
                Refusal.refuseBefore(lastChange(), day);
            }
        }
    }

    /** The rank held on the day, the post of the day, or a withdrawal from an earlier day. */
    @Override
    public boolean repeats(CadreEvent event) {
        LocalDate day = event.occurredOn();
        return switch (event) {
            case CadreRegistered e -> false;
            case CadreRankChanged e ->
                state.inServiceOn(day)
                        && state.rankOn(day).filter(e.rankCode()::equals).isPresent();
            case CadreTransferred e ->
                state.inServiceOn(day)
                        && state.postOn(day).filter(CadreRef.post(e)::equals).isPresent();
            case CadreWithdrawn e -> state.withdrawnOn() != null && !day.isBefore(state.withdrawnOn());
        };
    }

    /** Rank and post before a change, and the post of whoever is withdrawn, are those of the day. */
    @Override
    public CadreEvent retold(CadreEvent event) {
        UUID cadreId = event.of().cadreId();
        LocalDate day = event.occurredOn();
        Post post = state.postOn(day).orElse(null);
        if (post == null) {
            return event;
        }
        return switch (event) {
            case CadreRegistered e -> e;
            case CadreRankChanged e ->
                new CadreRankChanged(member(cadreId, post), state.rankOn(day).orElseThrow(), e.rankCode(), day);
            case CadreTransferred e ->
                new CadreTransferred(
                        new Transfer(
                                cadreId,
                                post.organisationId(),
                                post.officeId(),
                                e.of().organisationId(),
                                e.of().divisionId()),
                        e.officeId(),
                        e.partyBranchId(),
                        day);
            case CadreWithdrawn e -> new CadreWithdrawn(member(cadreId, post), e.reason(), e.reasonCode(), day);
        };
    }

    /** Who was transferred within an organisation stayed in the office and Party branch that were not said to be others. */
    @Override
    public CadreEvent retold(CadreEvent event, StreamAggregate<CadreEvent> former) {
        LocalDate day = event.occurredOn();
        Post was = ((Cadre) former).state.postOn(day).orElse(null);
        Post is = state.postOn(day).orElse(null);
        if (!(retold(event) instanceof CadreTransferred e)
                || was == null
                || is == null
                || !is.organisationId().equals(e.of().organisationId())
                || !is.organisationId().equals(was.organisationId())) {
            return retold(event);
        }
        return new CadreTransferred(
                (Transfer) e.of(),
                Objects.equals(e.officeId(), was.officeId()) ? is.officeId() : e.officeId(),
                Objects.equals(e.partyBranchId(), was.partyBranchId()) ? is.partyBranchId() : e.partyBranchId(),
                day);
    }

    /** What a cadre's post must be on the day it begins. */
    private static Post post(
            DecisionContext situation,
            LocalDate day,
            UUID organisationId,
            @Nullable UUID officeId,
            @Nullable UUID partyBranchId) {
        OrganisationRef organisation = InForce.organisation(situation, organisationId, day);
        organisation.requireOffice(officeId, day);
        if (partyBranchId != null) {
            InForce.partyBranch(situation, partyBranchId, day);
        }
        return new Post(organisationId, organisation.divisionId(), officeId, partyBranchId);
    }

    private static Membership member(UUID cadreId, Post post) {
        return new Membership(cadreId, post.organisationId(), post.divisionId());
    }

    private Post postOn(LocalDate day, UUID cadreId) {
        registered.standing(cadreId);
        return state.postOn(day).orElseThrow();
    }

    private void refuseOutOfService(LocalDate day, UUID cadreId) {
        postOn(day, cadreId);
        if (!state.inServiceOn(day)) {
            throw Refusal.conflict("cadre-withdrawn", cadreId, state.withdrawnOn());
        }
    }

    private LocalDate lastChange() {
        return Stream.concat(state.ranks().entries().stream(), state.posts().entries().stream())
                .map(Timeline.Entry::from)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public void on(StreamEntry<CadreEvent> entry) {
        state = CadreRef.KIND.evolve().apply(state, entry.event());
        if (entry.event() instanceof CadreRegistered e) {
            registered.on(e);
        }
    }
}
