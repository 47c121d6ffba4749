package org.minqing.command.platform.stream;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.EventId;
import org.minqing.command.platform.decision.ReferenceGuard;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.NamedIds;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.history.StreamStory;
import org.minqing.command.platform.history.StreamStory.Correction;
import org.minqing.command.platform.history.StreamStory.Line;
import org.minqing.command.platform.history.Use;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.attachment.AttachmentEvent;

/**
 * A stream as Axon loads, caches and stores it: its story, and the aggregate folded from what stands of it. Where something
 * is voided or corrected, that fold is made anew, and whatever was entered later is checked once more.
 */
public final class StreamRoot {
    private static final int SHOWN_USES = 10;

    @AggregateIdentifier
    private final String stream;

    private final CommandTypes types;
    private final Class<?> type;
    private final ReferenceGuard guard;
    private final StreamStory story = new StreamStory();
    /** Null where it is to be folded anew. */
    private @Nullable Fold fold;

    public StreamRoot(CommandTypes types, Class<?> type, ReferenceGuard guard, String stream) {
        this.types = types;
        this.type = type;
        this.guard = guard;
        this.stream = stream;
        this.fold = blank(type);
    }

    /** The copy at hand holds everything that was known of the stream when the command was judged. */
    void requireLength(DispatchContext decision) {
        if (story.version() < decision.length) {
            throw new DispatchContext.OnStaleCopy();
        }
    }

    /** Decides a command, which no handler is asked about for a day before its stream began, and enters what comes of it. */
    public void handle(CommandType command, Object fields, DecisionContext situation) {
        situation.entering(story, making -> enter(making, situation));
        Fold standing = fold();
        if (!command.creating()) {
            standing.refuseBeforeBeginning(situation.day());
        }
        invoke(standing, command, fields, situation);
    }

    private void enter(Function<UUID, ? extends DomainEvent> making, DecisionContext situation) {
        UUID id = situation.nextEventId();
        DomainEvent event = making.apply(id);
        Fold standing = fold();
        if (!standing.aggregate().repeats(event)) {
            standing.check(new StreamEntry<>(id, event, situation.caller().actor()));
            requireOver(event, situation);
            guard.check(event, situation);
            situation.apply(event);
        }
    }

    @EventSourcingHandler
    void on(
            DomainEvent event,
            @EventId UUID id,
            @MetaDataValue(value = "actor", required = false) @Nullable String actor) {
        Fold standing = fold;
        if (story.take(id, event, actor) && standing != null) {
            standing.on(new StreamEntry<>(id, event, actor));
        } else {
            fold = null;
        }
    }

    private Fold fold() {
        Fold folded = fold;
        if (folded == null) {
            folded = blank(type);
            story.standing().forEach(folded::on);
            fold = folded;
        }
        return folded;
    }

    /** It never happened; nothing where that was said already. */
    public void handle(VoidRequest undoing, DecisionContext situation) {
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
        voidable(line, situation);
        Consequences consequences = consequences(line, null, undoing.following(), situation);
        voidAll(consequences.fallen(), undoing, situation);
        situation.apply(new Voided<>(target, line.inForce(), undoing.reason(), undoing.reasonCode()));
        correctAll(consequences.retold(), undoing, situation);
    }

    private void undoCorrection(Line line, UUID correctionId, VoidRequest undoing, DecisionContext situation) {
        Correction never = line.correction(correctionId).orElse(null);
        if (line.voided() || never == null) {
            return;
        }
        Correction last = line.corrections().getLast();
        if (last != never) {
            throw Refusal.conflict("corrected-again", last.id());
        }
        amendable(line, situation);
        StreamEntry<DomainEvent> before = line.without(correctionId).entry();
        Consequences consequences = consequences(line, before, undoing.following(), situation);
        voidAll(consequences.fallen(), undoing, situation);
        situation.apply(new Voided<>(correctionId, never.event(), undoing.reason(), undoing.reasonCode()));
        correctAll(consequences.retold(), undoing, situation);
    }

    /** It was otherwise: what its command would have made of the fields as they are now, on the day and place it has. */
    public void handle(CorrectionRequest correcting, DecisionContext situation) {
        Line line = story.find(correcting.eventId())
                .orElseThrow(() -> Refusal.conflict("not-correctable", correcting.eventId()));
        if (line.voided()) {
            throw Refusal.conflict("event-voided", line.id());
        }
        amendable(line, situation);
        DecisionContext then = situation.before(line.lastSaid());
        DomainEvent after = belowChanges(() -> correcting.after(
                line.inForce(),
                given -> decided(line, correcting.command(), given, then),
                given -> decided(line, correcting.command(), given, situation)));
        if (after.equals(line.inForce())) {
            return;
        }
        StreamEntry<DomainEvent> entry =
                new StreamEntry<>(line.id(), after, situation.caller().actor());
        Consequences consequences =
                consequences(line, entry, correcting.undoing().following(), situation);
        voidAll(consequences.fallen(), correcting.undoing(), situation);
        situation.apply(new Corrected<>(
                line.id(),
                line.inForce(),
                after,
                correcting.undoing().reason(),
                correcting.undoing().reasonCode()));
        correctAll(consequences.retold(), correcting.undoing(), situation);
    }

    /** Where what is to stand cannot, the refusal points into the changes. */
    private static <T> T belowChanges(Supplier<T> deciding) {
        try {
            return deciding.get();
        } catch (Refusal refusal) {
            throw refusal.below("/" + AmendmentType.CHANGES);
        }
    }

    /** What the command makes where what was entered before the line stands and nothing else. */
    private DomainEvent decided(
            Line line, CommandType command, CorrectionRequest.Reading given, DecisionContext situation) {
        Fold then = before(line);
        List<DomainEvent> made = new ArrayList<>();
        situation.entering(story, making -> {
            DomainEvent event = making.apply(line.id());
            made.add(event);
            then.on(new StreamEntry<>(line.id(), event, situation.caller().actor()));
        });
        situation.enveloped(given.envelope()).correcting(line.inForce());
        invoke(then, command, given.fields(), situation);
        if (made.size() != 1 || made.getFirst().getClass() != line.inForce().getClass()) {
            throw Refusal.conflict("not-correctable", line.id());
        }
        return made.getFirst();
    }

    private Fold before(Line line) {
        Fold then = blank(type);
        for (Line each : story.standingLines()) {
            if (each == line) {
                break;
            }
            then.on(each.entry());
        }
        return then;
    }

    /**
     * What comes of a line saying something else, in the order in which it was entered.
     *
     * @param fallen what no longer holds
     * @param retold what says something else with it
     */
    private record Consequences(List<Line> fallen, Map<Line, DomainEvent> retold) {}

    /**
     * What comes of a line saying something else.
     *
     * @param after what it says instead; null: it is not there
     * @throws Refusal where what it says instead could not have been entered, or 409 {@code relied-on}
     */
    private Consequences consequences(
            Line line, @Nullable StreamEntry<DomainEvent> after, boolean following, DecisionContext situation) {
        Fold then = before(line);
        Fold was = before(line);
        was.on(line.entry());
        Inheritance inheritance = new Inheritance();
        if (after != null) {
            inheritance.changed(line.id(), line.inForce(), after.event(), isBeginning(line));
            belowChanges(() -> {
                then.check(after);
                guard.check(after.event(), situation);
                return after;
            });
            then.on(after);
            requireOver(after.event(), situation);
        }
        List<Line> standing = story.standingLines();
        List<Line> fallen = new ArrayList<>();
        Map<Line, DomainEvent> retold = new LinkedHashMap<>();
        List<Refusal.FieldError> why = new ArrayList<>();
        for (Line later : standing.subList(standing.indexOf(line) + 1, standing.size())) {
            try {
                StreamEntry<DomainEvent> told = new StreamEntry<>(
                        later.id(),
                        then.aggregate()
                                .retold(
                                        then.aggregate().inherits(later.inForce())
                                                ? inheritance.retold(later.inForce())
                                                : later.inForce(),
                                        was.aggregate()),
                        later.entry().actor());
                then.check(told);
                boolean otherwise = !told.event().equals(later.inForce());
                if (otherwise) {
                    guard.check(told.event(), situation);
                }
                then.on(told);
                if (otherwise) {
                    inheritance.changed(later.id(), later.inForce(), told.event(), false);
                    retold.put(later, told.event());
                }
            } catch (Refusal refusal) {
                fallen.add(later);
                why.add(refusal.noLongerHolds(
                        later.id(), maker(later.inForce()), later.inForce().occurredOn()));
            }
            was.on(later.entry());
        }
        List<Line> gone = new ArrayList<>(fallen);
        if (after == null) {
            gone.add(line);
        }
        requireUnused(gone, situation);
        if (!fallen.isEmpty() && !following) {
            throw Refusal.reliedOn(why);
        }
        fallen.forEach(later -> voidable(later, situation));
        retold.keySet().forEach(later -> amendable(later, situation));
        return new Consequences(fallen, retold);
    }

    private boolean isBeginning(Line line) {
        return story.standingLines().getFirst() == line;
    }

    /** 409 {@code <kind>-in-use} where nothing would be left of the stream and others name it, {@code event-in-use} where they name one of the lines; a stored file stays what it is, whatever becomes of what it is attached to. */
    private void requireUnused(List<Line> gone, DecisionContext situation) {
        boolean nothingLeft = gone.containsAll(story.standingLines());
        Set<String> ids = gone.stream()
                .filter(line -> NamedIds.in(line.first()).contains(line.id().toString()))
                .map(line -> line.id().toString())
                .collect(Collectors.toSet());
        if (nothingLeft) {
            ids.add(StreamName.id(stream));
        }
        if (ids.isEmpty()) {
            return;
        }
        Set<String> followers = gone.stream()
                .flatMap(line -> fold().aggregate().followers(line.inForce()).stream())
                .collect(Collectors.toSet());
        refuse(
                nothingLeft ? type.getSimpleName() : "Event",
                ids,
                LocalDate.MIN,
                use -> !(use.entry().event() instanceof AttachmentEvent) && !followers.contains(use.stream()),
                situation);
    }

    /** 409 {@code <kind>-in-use} where an event ends the stream and others require it on a day after its last. */
    private void requireOver(DomainEvent ending, DecisionContext situation) {
        LocalDate last = ending.lastDay();
        if (last != null) {
            refuse(
                    type.getSimpleName(),
                    Set.of(StreamName.id(stream)),
                    last.plusDays(1),
                    use -> requiresAfter(last, use.entry().event()),
                    situation);
        }
    }

    /** Whether an event of another stream, which happened after the last day of this one, must lie within its days. */
    private boolean requiresAfter(LocalDate last, DomainEvent event) {
        return event.requiredUntil().isAfter(last)
                        && event.requires().contains(new Source(type.getSimpleName(), StreamName.id(stream)))
                || event.programme() != null
                        && !event.looksBack()
                        && stream.equals(StreamName.of("Programme", event.programme()));
    }

    private void refuse(
            String kind, Set<String> ids, LocalDate since, Predicate<Use> counted, DecisionContext situation) {
        List<Refusal.FieldError> uses = situation.references().uses(stream, ids, since, counted, SHOWN_USES).stream()
                .map(use -> Refusal.FieldError.usedBy(
                        use.entry().id(),
                        maker(use.entry().event()),
                        use.entry().event().occurredOn(),
                        use.stream()))
                .toList();
        if (!uses.isEmpty()) {
            throw Refusal.inUse(kind, uses);
        }
    }

    private String maker(DomainEvent event) {
        return types.maker(event)
                .map(CommandType::name)
                .orElseGet(() -> event.getClass().getSimpleName());
    }

    private void voidAll(List<Line> lines, VoidRequest undoing, DecisionContext situation) {
        lines.reversed()
                .forEach(line -> situation.apply(
                        new Voided<>(line.id(), line.inForce(), undoing.reason(), undoing.reasonCode())));
    }

    private void correctAll(Map<Line, DomainEvent> retold, VoidRequest undoing, DecisionContext situation) {
        retold.forEach((line, after) -> situation.apply(
                new Corrected<>(line.id(), line.inForce(), after, undoing.reason(), undoing.reasonCode())));
    }

    private void amendable(Line line, DecisionContext situation) {
        fold().aggregate().requireAmendable(line.entry(), situation);
    }

    private void voidable(Line line, DecisionContext situation) {
        amendable(line, situation);
        fold().aggregate().requireVoidable(line.entry(), situation);
    }

    private static void invoke(Fold standing, CommandType command, Object fields, DecisionContext situation) {
        try {
            Objects.requireNonNull(command.handler()).invoke(standing.aggregate(), fields, situation);
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
    private static Fold blank(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new Fold((StreamAggregate<DomainEvent>) constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an aggregate begins with nothing: " + type, e);
        }
    }
}
