package org.minqing.command.posting;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.Steps;
import org.minqing.command.platform.Steps.Step;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;

/** A posting to a village 驻村选派: from its first day to its end. */
@Aggregate
class Posting {
    @AggregateIdentifier
    private @Nullable String stream;

    private final Steps<PostingEvent> steps = new Steps<>();

    Posting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SecondInstructor c, Situation situation) {
        if (new HashSet<>(c.roles()).size() < c.roles().size()) {
            throw Refusal.invalid("/roles", "repeated");
        }
        begin(
                situation,
                c.postingId(),
                c.programmeId(),
                c.organisationId(),
                c.villageCode(),
                c.occurredOn(),
                PostingKind.INSTRUCTOR,
                c.cadreId(),
                c.roles());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppointStandingSecretary c, Situation situation) {
        begin(
                situation,
                c.postingId(),
                c.programmeId(),
                c.organisationId(),
                c.villageCode(),
                c.occurredOn(),
                PostingKind.STANDING_SECRETARY,
                c.cadreId(),
                List.of());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppointCorrespondent c, Situation situation) {
        begin(
                situation,
                c.postingId(),
                c.programmeId(),
                c.organisationId(),
                c.villageCode(),
                c.occurredOn(),
                PostingKind.CORRESPONDENT,
                c.cadreId(),
                List.of());
    }

    @CommandHandler
    void handle(EndPosting command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        PostingBegun begun = begun(command.programmeId(), command.organisationId());
        Step<PostingEnded> ended = steps.last(PostingEnded.class).orElse(null);
        if (ended != null) {
            if (!ended.event().occurredOn().equals(day)) {
                throw Refusal.conflict("posting-ended", ended.event().occurredOn());
            }
            return;
        }
        steps.notBefore(day);
        situation.apply(new PostingEnded(
                begun.postingId(),
                begun.programmeId(),
                begun.organisationId(),
                begun.villageId(),
                begun.kind(),
                begun.cadreId(),
                day));
    }

    @CommandHandler
    void handle(VoidPosting command, Situation situation) {
        if (steps.isEmpty()) {
            return;
        }
        begun(command.programmeId(), command.organisationId());
        Never never = new Never(command.reason(), command.reasonCode());
        steps.undone(situation, "Posting", command.stepId(), command.occurredOn())
                .forEach(step -> situation.apply(never.of(step)));
    }

    private void begin(
            Situation situation,
            @Nullable UUID givenId,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId,
            String villageCode,
            @Nullable LocalDate occurredOn,
            PostingKind kind,
            UUID cadreId,
            List<InstructorRole> roles) {
        LocalDate day = situation.day(occurredOn);
        UUID postingId = requireNonNullElse(givenId, situation.madeId());
        String villageId = Village.id(situation, villageCode, day);
        InForce.cadre(situation, cadreId, day);
        Responsibility responsible = Responsibility.in(situation, villageId, day, programmeId, organisationId)
                .inForce(situation, day);
        if (!steps.isEmpty()) {
            throw Refusal.alreadyExists("Posting", postingId);
        }
        situation.apply(new PostingBegun(
                postingId,
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                kind,
                cadreId,
                roles,
                day));
    }

    private PostingBegun begun(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        PostingBegun begun = steps.last(PostingBegun.class)
                .orElseThrow(() -> Refusal.conflict("posting-voided"))
                .event();
        new Responsibility(begun.programmeId(), begun.organisationId()).refuseOther(programmeId, organisationId);
        return begun;
    }

    @EventSourcingHandler
    void on(PostingEvent event, @EventId UUID id) {
        stream = "Posting-" + event.postingId();
        steps.take(id, event);
    }
}
