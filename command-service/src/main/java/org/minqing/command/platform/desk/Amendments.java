package org.minqing.command.platform.desk;

import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.history.Histories;
import org.minqing.command.platform.history.History;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what a {@code Void} or {@code Correct} is about. */
public final class Amendments {
    private final CommandTypes types;
    private final EventLog log;
    private final Histories histories;

    public Amendments(CommandTypes types, EventLog log, Histories histories) {
        this.types = types;
        this.log = log;
        this.histories = histories;
    }

    /**
     * What is asked for.
     *
     * @throws Refusal 400 for a body that cannot be read, 404 {@code event-not-found}, 409 for what cannot be amended
     */
    Amendment of(CommandRequest order) {
        ObjectNode body = order.body().deepCopy();
        boolean correct = order.command().equals(AmendmentType.CORRECT);
        ObjectNode changes = correct ? changes(body) : body.objectNode();
        StoredEvent stored = log.find(eventId(body))
                .orElseThrow(
                        () -> Refusal.notFound("Event", body.path("eventId").asString("")));
        DomainEvent said = domain(stored);
        if (said instanceof Voided<?>) {
            throw Refusal.conflict("void-stands", stored.eventId());
        }
        UUID root = said instanceof AmendingEvent<?> amending ? amending.target() : stored.eventId();
        if (correct && said instanceof AmendingEvent<?>) {
            throw Refusal.conflict("correct-the-event", root);
        }
        DomainEvent inForce = histories
                .read(List.of(stored.stream()))
                .getOrDefault(stored.stream(), History.NONE)
                .inForce(root);
        CommandType maker = types.maker(inForce).orElseThrow(() -> Refusal.conflict("not-amendable", stored.eventId()));
        ObjectNode before = ReentryDraft.fields(maker, inForce);
        String client = order.sender().client();
        CommandDraft why = new CommandDraft(AmendmentType.of(order.command(), maker), body, client, order.commandId())
                .about(inForce.dataSubject());
        CommandDraft changed = correct ? new CommandDraft(maker, before, changes, client, order.commandId()) : null;
        return new Amendment(stored.stream(), stored.eventId(), maker, before, why, changed);
    }

    private static ObjectNode changes(ObjectNode body) {
        JsonNode changes = body.remove(AmendmentType.CHANGES);
        if (changes == null || changes.isNull()) {
            throw Refusal.invalid("/" + AmendmentType.CHANGES, "required");
        }
        if (!(changes instanceof ObjectNode object)) {
            throw wrong("/" + AmendmentType.CHANGES, "wrong-type", "object");
        }
        return object;
    }

    private static UUID eventId(ObjectNode body) {
        JsonNode given = body.path("eventId");
        if (given.isMissingNode() || given.isNull()) {
            throw Refusal.invalid("/eventId", "required");
        }
        try {
            return UUID.fromString(given.stringValue());
        } catch (RuntimeException e) {
            throw wrong("/eventId", "not-a-uuid", "uuid");
        }
    }

    private static Refusal wrong(String pointer, String code, String argument) {
        return new Refusal(
                400, "invalid-body", List.of(), List.of(new Refusal.FieldError(pointer, code, List.of(argument))));
    }

    private static DomainEvent domain(StoredEvent stored) {
        if (stored.payload() instanceof DomainEvent event) {
            return event;
        }
        throw Refusal.notFound("Event", stored.eventId());
    }
}
