package org.minqing.command.cadre;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
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
import org.minqing.command.reference.CadreRef;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.Timeline;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreCorrected;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;

/** A cadre 干部: rank and post are dated, entered in any order, and judged by the day. */
@Aggregate
class Cadre {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable CadreRegistered registered;
    private @Nullable UUID registration;
    private CadreRef state = CadreRef.KIND.start();

    Cadre() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterCadre command, Situation situation) {
        if (registered != null) {
            throw Refusal.alreadyExists("Cadre", registered.cadreId());
        }
        LocalDate day = situation.day(command.occurredOn());
        Post post = Posts.on(situation, day, command.organisationId(), command.officeId(), command.partyBranchId());
        situation.apply(new CadreRegistered(
                command.cadreId() == null ? situation.madeId() : command.cadreId(),
                post.organisationId(),
                post.divisionId(),
                post.officeId(),
                command.name(),
                command.sex(),
                command.rankCode(),
                command.phone(),
                command.politicalStatus(),
                post.partyBranchId(),
                day));
    }

    @CommandHandler
    void handle(ChangeCadreRank command, Situation situation) {
        LocalDate day = inService(situation.day(command.occurredOn()));
        String former = state.rankOn(day).orElseThrow();
        if (former.equals(command.rankCode())) {
            return;
        }
        Post post = state.postOn(day).orElseThrow();
        situation.apply(new CadreRankChanged(
                command.cadreId(), post.organisationId(), post.divisionId(), former, command.rankCode(), day));
    }

    @CommandHandler
    void handle(TransferCadre command, Situation situation) {
        LocalDate day = inService(situation.day(command.occurredOn()));
        Post former = state.postOn(day).orElseThrow();
        boolean stays = former.organisationId().equals(command.organisationId());
        Post post = Posts.on(
                situation,
                day,
                command.organisationId(),
                command.officeId() == null && stays ? former.officeId() : command.officeId(),
                command.partyBranchId() == null && stays ? former.partyBranchId() : command.partyBranchId());
        if (post.equals(former)) {
            return;
        }
        situation.apply(new CadreTransferred(
                command.cadreId(),
                former.organisationId(),
                former.officeId(),
                post.organisationId(),
                post.divisionId(),
                post.officeId(),
                post.partyBranchId(),
                day));
    }

    @CommandHandler
    void handle(WithdrawCadre command, Situation situation) {
        LocalDate day = notBefore(standing().occurredOn(), situation.day(command.occurredOn()));
        if (state.withdrawnOn() != null && !day.isBefore(state.withdrawnOn())) {
            return;
        }
        notBefore(lastChange(), day);
        Post post = state.postOn(day).orElseThrow();
        situation.apply(new CadreWithdrawn(
                command.cadreId(),
                post.organisationId(),
                post.divisionId(),
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(CorrectCadre command, Situation situation) {
        CadreRegistered before = standing();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        CadreRegistered after = corrected(before, command, situation);
        if (after.equals(before)) {
            return;
        }
        situation.apply(new CadreCorrected(
                before.cadreId(),
                after.organisationId(),
                after.divisionId(),
                Objects.requireNonNull(registration),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    private static CadreRegistered corrected(CadreRegistered before, CorrectCadre command, Situation situation) {
        UUID organisationId = command.organisationId() == null ? before.organisationId() : command.organisationId();
        boolean stays = organisationId.equals(before.organisationId());
        Post post = Posts.on(
                situation,
                before.occurredOn(),
                organisationId,
                command.or("officeId", command.officeId(), stays ? before.officeId() : null),
                command.or("partyBranchId", command.partyBranchId(), before.partyBranchId()));
        return new CadreRegistered(
                before.cadreId(),
                post.organisationId(),
                post.divisionId(),
                post.officeId(),
                command.name() == null ? before.name() : command.name(),
                command.sex() == null ? before.sex() : command.sex(),
                command.rankCode() == null ? before.rankCode() : command.rankCode(),
                command.or("phone", command.phone(), before.phone()),
                command.or("politicalStatus", command.politicalStatus(), before.politicalStatus()),
                post.partyBranchId(),
                before.occurredOn());
    }

    private CadreRegistered standing() {
        if (registered == null) {
            throw Refusal.notFound("Cadre", null);
        }
        return registered;
    }

    private LocalDate inService(LocalDate day) {
        notBefore(standing().occurredOn(), day);
        if (!state.inServiceOn(day)) {
            throw Refusal.conflict("cadre-withdrawn", standing().cadreId(), state.withdrawnOn());
        }
        return day;
    }

    private static LocalDate notBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw Refusal.outOfOrder(earliest);
        }
        return day;
    }

    private LocalDate lastChange() {
        return Stream.concat(state.ranks().entries().stream(), state.posts().entries().stream())
                .map(Timeline.Entry::from)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @EventSourcingHandler
    void on(CadreEvent event, @EventId UUID id) {
        stream = "Cadre-" + event.cadreId();
        state = CadreRef.KIND.evolve().apply(state, event);
        switch (event) {
            case CadreRegistered e -> {
                registered = e;
                registration = id;
            }
            case CadreCorrected e -> registered = e.after();
            case CadreRankChanged e -> {}
            case CadreTransferred e -> {}
            case CadreWithdrawn e -> {}
        }
    }
}
