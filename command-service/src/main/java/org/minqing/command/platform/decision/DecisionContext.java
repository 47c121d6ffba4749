package org.minqing.command.platform.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.history.StreamStory;
import org.minqing.command.platform.readside.NoReadSide;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;

/**
 * Everything a decision may know beside its aggregate's own events. A parameter of every handle method, good for one
 * decision: a command decided again gets another.
 */
public final class DecisionContext {
    private final Caller caller;
    private final UUID commandId;
    private final LocalDate today;
    private final References references;
    private final Supplier<Gazetteer> gazetteer;
    private final ReadSide readSide;
    private @Nullable Gazetteer asked;
    private Envelope envelope = Envelope.EMPTY;
    private StreamStory story = new StreamStory();
    private @Nullable DomainEvent corrected;
    private Consumer<Function<UUID, ? extends DomainEvent>> entering = making -> {
        throw new IllegalStateException("no aggregate is deciding");
    };
    private Consumer<DomainEvent> bounds = event -> {};
    private final List<DomainEvent> applied = new ArrayList<>();
    private Likenesses likenesses = Likenesses.NONE;

    /** Where no decision asks the read side. */
    public DecisionContext(Caller caller, UUID commandId, LocalDate today, References references, Gazetteer gazetteer) {
        this(caller, commandId, today, references, () -> gazetteer, new NoReadSide(() -> 0));
    }

    /** @param gazetteer brought up to date when it is asked for, if it is */
    public DecisionContext(
            Caller caller,
            UUID commandId,
            LocalDate today,
            References references,
            Supplier<Gazetteer> gazetteer,
            ReadSide readSide) {
        this.caller = caller;
        this.commandId = commandId;
        this.today = today;
        this.references = references;
        this.gazetteer = gazetteer;
        this.readSide = readSide;
    }

    public Caller caller() {
        return caller;
    }

    public UUID commandId() {
        return commandId;
    }

    /** The log's today in Asia/Shanghai. */
    public LocalDate today() {
        return today;
    }

    /** The day of what is decided: the one the command gave, or today. */
    public LocalDate day() {
        LocalDate given = envelope.occurredOn();
        return given == null ? today : given;
    }

    /** Why, in words, of a command that is {@link ReasonField}. */
    public Sealed reason() {
        return Objects.requireNonNull(envelope.reason(), "the command is not @Reasoned");
    }

    /** Why, in words, where the command may leave it out. */
    public @Nullable Sealed reasonIfGiven() {
        return envelope.reason();
    }

    /** Why, as a code. */
    public @Nullable String reasonCode() {
        return envelope.reasonCode();
    }

    /** Every event of a type the stream ever had, voided ones too: for numbers that are never given twice. */
    public <S extends DomainEvent> List<S> ever(Class<S> type) {
        return story.ever(type);
    }

    /** What is decided anew, as it stands, where an event is corrected: for what was made once and is not made again. */
    public @Nullable DomainEvent corrected() {
        return corrected;
    }

    /** The decision: an event that may follow what stands, or a refusal; nothing where it says what stands already. */
    public void enter(DomainEvent event) {
        entering.accept(id -> event);
    }

    /** The same for an event that makes an entity inside the stream, whose id is the event's own id. */
    public void enter(Function<UUID, ? extends DomainEvent> event) {
        entering.accept(event);
    }

    public DecisionContext enveloped(Envelope given) {
        envelope = given;
        return this;
    }

    /** For judging what a command led to when an event of the log was entered: others as they were known then. */
    public DecisionContext before(UUID eventId) {
        return new DecisionContext(caller, commandId, today, references.before(eventId), this::gazetteer, readSide)
                .comparing(likenesses);
    }

    public DecisionContext comparing(Likenesses by) {
        likenesses = by;
        return this;
    }

    /** Of whom else a sealed text was said. */
    public Likenesses likenesses() {
        return likenesses;
    }

    /** @param bounds refuses what may not come of the decision, wherever it would lie */
    public DecisionContext within(Consumer<DomainEvent> bounds) {
        this.bounds = bounds;
        return this;
    }

    public DecisionContext correcting(DomainEvent event) {
        corrected = event;
        return this;
    }

    public void entering(StreamStory told, Consumer<Function<UUID, ? extends DomainEvent>> by) {
        story = told;
        entering = by;
    }

    /** The id of what this command makes: the same however often it is sent. */
    public UUID madeId() {
        return Ids.made(caller.client(), commandId);
    }

    public References references() {
        return references;
    }

    /** Divisions by any code they ever had. */
    public Gazetteer gazetteer() {
        if (asked == null) {
            asked = gazetteer.get();
        }
        return asked;
    }

    /** What only the read side can tell. */
    public ReadSide readSide() {
        return readSide;
    }

    /** Appends an event to the stream at hand. */
    public void apply(DomainEvent event) {
        bounds.accept(event);
        EventIdResolver.applying(nextEventId());
        applied.add(event);
        AggregateLifecycle.apply(event);
    }

    public UUID nextEventId() {
        return Ids.event(caller.client(), commandId, applied.size());
    }

    /** True once this decision has applied an event. */
    public boolean decided() {
        return !applied.isEmpty();
    }

    /** The events this decision has applied, in order. */
    public List<DomainEvent> applied() {
        return List.copyOf(applied);
    }
}
