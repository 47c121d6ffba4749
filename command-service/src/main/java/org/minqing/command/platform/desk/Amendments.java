package org.minqing.command.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.UuidForm;
import org.minqing.command.platform.history.Histories;
import org.minqing.command.platform.history.History;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.history.StreamStory.Line;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Roles;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what a {@code Void} or {@code Correct} is about. */
public final class Amendments {
    private final CommandTypes types;
    private final EventLog log;
    private final Histories histories;
    private final Judgement judgement;

    public Amendments(CommandTypes types, EventLog log, Histories histories, Judgement judgement) {
        this.types = types;
        this.log = log;
        this.histories = histories;
        this.judgement = judgement;
    }

    /**
     * An event as somebody names it.
     *
     * @param line the event it is, or the one it voids or corrects
     * @param maker the command that made that one
     */
    private record Named(StoredEvent stored, History history, Line line, CommandType maker) {}

    /**
     * What is asked for, where the sender may ask it. An event that is not his to amend, by its kind or its place, is to him
     * as one there is not.
     *
     * @throws Refusal 400 for a body that cannot be read; 404 {@code event-not-found}, or 403 {@code not-yours-to-amend} to
     *     whose role is good for some kinds of event only; 422 where nothing is named or to be changed
     */
    Amendment of(CommandRequest order, LocalDate today) {
        judgement.requireAdmitted(order.sender(), today);
        ObjectNode body = order.body().deepCopy();
        boolean correct = order.command().equals(AmendmentType.CORRECT);
        JsonNode changes = correct ? body.remove(AmendmentType.CHANGES) : null;
        String client = order.sender().client();
        CommandDraft why = new CommandDraft(AmendmentType.of(order.command()), body, client, order.commandId());
        judgement.requireReadable(why, today);
        if (changes != null && !changes.isNull() && !changes.isObject()) {
            throw wrongType("/" + AmendmentType.CHANGES, "object");
        }
        UUID eventId = eventId(why);
        Named named = named(eventId)
                .filter(each -> judgement.reaches(order.sender(), each.maker(), each.stored().stream(), today))
                .orElseThrow(() -> beyondReach(order.sender(), eventId));
        if (correct && !(changes instanceof ObjectNode)) {
            throw Refusal.invalid("/" + AmendmentType.CHANGES, "required");
        }
        why.texts().about(subject(named));
        DomainEvent inForce = named.line().inForce();
        ObjectNode before = ReentryDraft.fields(named.maker(), inForce);
        CommandDraft changed = changes instanceof ObjectNode fields
                ? new CommandDraft(named.maker(), before, fields, client, order.commandId())
                : null;
        if (changed != null) {
            judgement.requireReadable(changed, today);
        }
        return new Amendment(
                named.stored().stream(), eventId, named.maker(), before, why, changed, conflict(named, correct));
    }

    /** The stream to which it goes, where the event that it names is there by now; whatever is wrong with it is told by {@link #of}. */
    Optional<String> stream(CommandRequest order) {
        JsonNode eventId = order.body().path("eventId");
        if (!eventId.isString() || !UuidForm.fits(eventId.stringValue())) {
            return Optional.empty();
        }
        try {
            return log.find(UUID.fromString(eventId.stringValue())).map(StoredEvent::stream);
        } catch (DataAccessException unreachable) {
            return Optional.empty();
        }
    }

    private static UUID eventId(CommandDraft why) {
        UUID given = why.unsealed() instanceof AmendmentType.Fields fields ? fields.eventId() : null;
        if (given == null) {
            throw Refusal.invalid("/eventId", "required");
        }
        return given;
    }

    private Optional<Named> named(UUID eventId) {
        return log.find(eventId)
                .filter(stored -> stored.payload() instanceof DomainEvent)
                .flatMap(stored -> {
                    History history = histories.read(stored.stream(), stored.sequence() + 1);
                    Line line = history.line(eventId);
                    return types.maker(line.inForce()).map(maker -> new Named(stored, history, line, maker));
                });
    }

    private static Refusal beyondReach(Sender sender, UUID eventId) {
        return Roles.sendEveryCommand(sender.roles())
                ? Refusal.notFound("Event", eventId)
                : Refusal.forbidden("not-yours-to-amend", eventId);
    }

    /** Whose data what is said of it is: that of the event, else of its stream. */
    private static String subject(Named named) {
        StoredEvent stored = named.stored();
        return Optional.ofNullable(named.line().inForce().dataSubject())
                .or(() -> named.history().begun().map(DomainEvent::dataSubject))
                .orElseGet(() -> StreamName.subject(stored.streamType(), stored.streamId()));
    }

    /** What stands against it whoever asks. */
    private static @Nullable Refusal conflict(Named named, boolean correct) {
        if (named.stored().payload() instanceof Voided<?>) {
            return Refusal.conflict("void-stands", named.stored().eventId());
        }
        return correct && named.stored().payload() instanceof AmendingEvent<?>
                ? Refusal.conflict("correct-the-event", named.line().id())
                : null;
    }

    private static Refusal wrongType(String pointer, String type) {
        return new Refusal(
                400, "invalid-body", List.of(), List.of(new Refusal.FieldError(pointer, "wrong-type", List.of(type))));
    }
}
