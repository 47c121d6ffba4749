package org.minqing.command.platform;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.StreamStory.Correction;
import org.minqing.command.platform.StreamStory.Line;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;

/**
 * A stream as Axon loads, caches and stores it: its story, and the aggregate folded from what stands of it. Where something
 * is voided or corrected, that fold is made anew, and whatever was entered later is checked once more.
 */
final class StreamRoot {
    @AggregateIdentifier
    private final String stream;

    private final CommandTypes types;
    private final Class<?> type;
    private final StreamStory story = new StreamStory();
    /** Null where it is to be folded anew. */
    private @Nullable StreamAggregate<DomainEvent> aggregate;

    StreamRoot(CommandTypes types, Class<?> type, String stream) {
        this.types = types;
        this.type = type;
        this.stream = stream;
        this.aggregate = blank(type);
    }

    /** Decides a command and enters what comes of it. */
    void handle(CommandType command, Object fields, Situation situation) {
        situation.entering(story, making -> enter(making, situation));
        invoke(aggregate(), command, fields, situation);
    }

    private void enter(Function<UUID, ? extends DomainEvent> making, Situation situation) {
        UUID id = situation.nextEventId();
        DomainEvent event = making.apply(id);
        StreamAggregate<DomainEvent> standing = aggregate();
        if (!standing.repeats(event)) {
            standing.check(new StreamEntry<>(id, event, situation.caller().actor()));
            situation.apply(event);
        }
    }

    @EventSourcingHandler
    void on(
            DomainEvent event,
            @EventId UUID id,
            @MetaDataValue(value = "actor", required = false) @Nullable String actor) {
        StreamAggregate<DomainEvent> standing = aggregate;
        if (story.take(id, event, actor) && standing != null) {
            standing.on(new StreamEntry<>(id, event, actor));
        } else {
            aggregate = null;
        }
    }

    private StreamAggregate<DomainEvent> aggregate() {
        StreamAggregate<DomainEvent> folded = aggregate;
        if (folded == null) {
            folded = blank(type);
            story.standing().forEach(folded::on);
            aggregate = folded;
        }
        return folded;
    }

    /** It never happened; nothing where that was said already. */
    void handle(Undoing undoing, Situation situation) {
        UUID target = undoing.eventId();
        Line corrected =
                story.find(target).isPresent() ? null : story.amendedBy(target).orElse(null);
        if (corrected != null) {
            undoCorrection(corrected, target, undoing, situation);
            return;
        }
        Line line = story.find(target).orElseThrow(() -> Refusal.notFound("Event", target));
        if (line.voided()) {
            return;
        }
        amendable(line, situation);
        List<Line> following = relying(line, null, undoing.following());
        voidAll(following, undoing, situation);
        situation.apply(new Voided<>(target, line.inForce(), undoing.reason(), undoing.reasonCode()));
    }

    private void undoCorrection(Line line, UUID correctionId, Undoing undoing, Situation situation) {
        Correction never = line.correction(correctionId).orElse(null);
        if (line.voided() || never == null) {
            return;
        }
        Correction last = line.corrections().getLast();
        if (last != never) {
            throw Refusal.conflict("corrected-again", last.id());
        }
        amendable(line, situation);
        voidAll(relying(line, never.before(), undoing.following()), undoing, situation);
        situation.apply(new Voided<>(correctionId, never.event(), undoing.reason(), undoing.reasonCode()));
    }

    /** It was otherwise: what its command would have made of the fields as they are now, on the day and place it has. */
    void handle(Correcting correcting, Situation situation) {
        Line line = story.find(correcting.eventId())
                .orElseThrow(() -> Refusal.conflict("not-correctable", correcting.eventId()));
        if (line.voided()) {
            throw Refusal.conflict("event-voided", line.id());
        }
        amendable(line, situation);
        DomainEvent after =
                correcting.after(line.inForce(), given -> decided(line, correcting.command(), given, situation));
        if (after.equals(line.inForce())) {
            return;
        }
        voidAll(relying(line, after, correcting.undoing().following()), correcting.undoing(), situation);
        situation.apply(new Corrected<>(
                line.id(),
                line.inForce(),
                after,
                correcting.undoing().reason(),
                correcting.undoing().reasonCode()));
    }

    /** What the command makes where what was entered before the line stands and nothing else. */
    private DomainEvent decided(Line line, CommandType command, Correcting.Given given, Situation situation) {
        StreamAggregate<DomainEvent> then = before(line);
        List<DomainEvent> made = new ArrayList<>();
        situation.entering(story, making -> {
            DomainEvent event = making.apply(line.id());
            made.add(event);
            then.on(new StreamEntry<>(line.id(), event, situation.caller().actor()));
        });
        situation.enveloped(given.envelope());
        invoke(then, command, given.fields(), situation);
        if (made.size() != 1 || made.getFirst().getClass() != line.inForce().getClass()) {
            throw Refusal.conflict("not-correctable", line.id());
        }
        return made.getFirst();
    }

    private StreamAggregate<DomainEvent> before(Line line) {
        StreamAggregate<DomainEvent> then = blank(type);
        for (Line each : story.standingLines()) {
            if (each == line) {
                break;
            }
            then.on(each.entry());
        }
        return then;
    }

    /**
     * What no longer holds where a line says something else, in the order in which it was entered.
     *
     * @param after what it says instead; null: it is not there
     * @throws Refusal where what it says instead could not have been entered, or 409 {@code relied-on}
     */
    private List<Line> relying(Line line, @Nullable DomainEvent after, boolean following) {
        StreamAggregate<DomainEvent> then = before(line);
        if (after != null) {
            StreamEntry<DomainEvent> entry = line.entry(after);
            then.check(entry);
            then.on(entry);
        }
        List<Line> standing = story.standingLines();
        List<Line> fallen = new ArrayList<>();
        List<Refusal.FieldError> why = new ArrayList<>();
        for (Line later : standing.subList(standing.indexOf(line) + 1, standing.size())) {
            try {
                then.check(later.entry());
                then.on(later.entry());
            } catch (Refusal refusal) {
                fallen.add(later);
                why.add(refusal.noLongerHolds(
                        later.id(), maker(later), later.inForce().occurredOn()));
            }
        }
        if (!fallen.isEmpty() && !following) {
            throw Refusal.reliedOn(why);
        }
        return fallen;
    }

    private String maker(Line line) {
        return types.maker(line.inForce().getClass())
                .map(CommandType::name)
                .orElseGet(() -> line.inForce().getClass().getSimpleName());
    }

    private void voidAll(List<Line> lines, Undoing undoing, Situation situation) {
        lines.forEach(line -> amendable(line, situation));
        lines.reversed()
                .forEach(line -> situation.apply(
                        new Voided<>(line.id(), line.inForce(), undoing.reason(), undoing.reasonCode())));
    }

    private void amendable(Line line, Situation situation) {
        aggregate().requireAmendable(line.entry(), situation);
    }

    private static void invoke(
            StreamAggregate<DomainEvent> aggregate, CommandType command, Object fields, Situation situation) {
        try {
            Objects.requireNonNull(command.handler()).invoke(aggregate, fields, situation);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot handle " + command.name(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot handle " + command.name(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static StreamAggregate<DomainEvent> blank(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (StreamAggregate<DomainEvent>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an aggregate begins with nothing: " + type, e);
        }
    }
}
