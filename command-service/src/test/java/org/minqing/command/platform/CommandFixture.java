package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.common.Priority;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.EventId;
import org.minqing.command.platform.desk.CommandDraft;
import org.minqing.command.platform.desk.ReentryDraft;
import org.minqing.command.platform.desk.Rules;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.history.StreamStory;
import org.minqing.command.platform.readside.NoReadSide;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.stream.StreamHandlers;
import org.minqing.command.platform.stream.StreamRoot;
import org.minqing.command.platform.stream.VoidRequest;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.StreamTarget;
import org.minqing.command.reference.Requirements;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.log.Admission;
import org.minqing.log.AppendContext;
import org.minqing.log.KeyRows;
import org.minqing.log.ReadSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Given events, when a command, then events or a refusal and no events: Axon's own fixture with this house's stream names
 * and situation, judging fields and references before the aggregate does, as the endpoint does.
 *
 * <pre>{@code
 * new CommandFixture(LinkPoint.class)
 *         .division("530328202207", "水田")
 *         .known("Household", householdId, householdRegistered)
 *         .given(linkPointDesignated)
 *         .when(new AssignCadreToHousehold(linkPointId, cadreId, householdId, null))
 *         .refused("quota-exceeded");
 * }</pre>
 */
public final class CommandFixture {
    public static final LocalDate TODAY = LocalDate.of(2012, 6, 1);
    public static final String CLIENT = "test";

    private static final Rules RULES =
            new Rules(Validation.buildDefaultValidatorFactory().getValidator());

    /** Why a fixture voids and corrects. */
    public static final Sealed REASON = TestSealed.sealed("test:reason", "误录");

    /** What stands in place of a text of {@code changes}, which nobody seals here. */
    public static final Sealed PENDING = new Sealed(1, "pending:seal", "A256GCM", "", "");

    private static final AppendContext APPEND = new AppendContext(
            CLIENT, new UUID(0, 0), new byte[0], null, null, () -> ReadSet.NONE, KeyRows.NONE, Admission.FREE);

    private final Class<?> aggregate;
    private final InMemoryReferences references = new InMemoryReferences();
    private final Gazetteer gazetteer = new Gazetteer();
    private final List<Object> given = new ArrayList<>();
    private Function<DomainEvent, @Nullable UUID> identity = event -> null;
    private ReadSide readSide = new NoReadSide(() -> 0);
    private LocalDate today = TODAY;
    private Envelope envelope = Envelope.EMPTY;
    private int known;
    private UUID commandId = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private Caller caller = new Caller(CLIENT, "tester", Set.of("office"), "office", Reach.SCOPE, "53", null, null);

    public CommandFixture(Class<?> aggregate) {
        this.aggregate = aggregate;
    }

    public CommandFixture today(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    /** What the read side answers. */
    public CommandFixture readSide(ReadSide answering) {
        readSide = answering;
        return this;
    }

    public CommandFixture caller(Caller who) {
        caller = who;
        return this;
    }

    public CommandFixture commandId(UUID id) {
        commandId = id;
        return this;
    }

    /** A division registered from 2011-01-01 on, its divisionId being its code and its parent the code's beginning. */
    public CommandFixture division(String code, String name) {
        String parent = code.length() == 2 ? null : code.substring(0, code.length() - (code.length() > 6 ? 3 : 2));
        return known(
                "Division",
                code,
                new DivisionRegistered(new Place(code), parent, code, name, LocalDate.of(2011, 1, 1)));
    }

    /** Events of a stream the command refers to. */
    public CommandFixture known(String type, Object id, DomainEvent... events) {
        references.add(type, id, events);
        for (DomainEvent event : events) {
            intoGazetteer(Ids.event("known", new UUID(0, 0), known++), event);
        }
        return this;
    }

    /** An attachment there is, in a village. */
    public CommandFixture attachment(UUID id) {
        return known(
                "Attachment",
                id,
                new AttachmentStored(
                        new Placement(id, null, null, "530328202207"),
                        null,
                        "attachment:" + id,
                        "application/pdf",
                        40,
                        "00".repeat(32),
                        null,
                        LocalDate.of(2012, 1, 1)));
    }

    /** Events of the aggregate's own stream. */
    public CommandFixture given(DomainEvent... events) {
        given.addAll(List.of(events));
        give(events);
        return this;
    }

    /** Gives events the ids of the entities they make, where they make one, in place of {@link #givenId}. */
    public CommandFixture identifiedBy(Function<DomainEvent, @Nullable UUID> ids) {
        identity = ids;
        return this;
    }

    private UUID idOf(int ordinal) {
        Object event = given.get(ordinal) instanceof Message<?> message ? message.getPayload() : given.get(ordinal);
        UUID own = identity.apply((DomainEvent) event);
        return own == null ? givenId(ordinal) : own;
    }

    /** Events of the aggregate's own stream that somebody entered. */
    public CommandFixture givenBy(String actor, DomainEvent... events) {
        Arrays.stream(events)
                .map(event -> GenericEventMessage.asEventMessage(event).withMetaData(Map.of("actor", actor)))
                .forEach(given::add);
        give(events);
        return this;
    }

    /** The id of what the command makes. */
    public UUID madeId() {
        return Ids.made(CLIENT, commandId);
    }

    /** The id of the command's {@code ordinal}th event, from 0. */
    public UUID eventId(int ordinal) {
        return Ids.event(CLIENT, commandId, ordinal);
    }

    /** The id of the {@code ordinal}th event given, from 0. */
    public static UUID givenId(int ordinal) {
        return Ids.event("given", new UUID(0, 0), ordinal);
    }

    /** The day a command gives, {@code 2012-03-05}; without it, or with null, today. */
    public CommandFixture on(@Nullable LocalDate day) {
        envelope = new Envelope(
                envelope.programmeId(), envelope.organisationId(), envelope.reason(), envelope.reasonCode(), day);
        return this;
    }

    /** Why, as a command says that is {@link ReasonField}. */
    public CommandFixture because(@Nullable Sealed reason, @Nullable String code) {
        envelope = new Envelope(envelope.programmeId(), envelope.organisationId(), reason, code, envelope.occurredOn());
        return this;
    }

    /** {@code Void} of a given event: {@link #givenId}. */
    public Outcome whenVoided(UUID eventId) {
        return amend(new VoidRequest(eventId, false, REASON, null), VoidRequest.class);
    }

    /** {@code Void} with {@code following: true}. */
    public Outcome whenVoidedWithFollowing(UUID eventId) {
        return amend(new VoidRequest(eventId, true, REASON, null), VoidRequest.class);
    }

    /** {@code Correct} of a given event, with changes as in JSON; a text to be sealed stands as {@link #PENDING}. */
    public Outcome whenCorrected(UUID eventId, String changes) {
        return whenCorrected(eventId, changes, false);
    }

    public Outcome whenCorrected(UUID eventId, String changes, boolean following) {
        try {
            DomainEvent inForce = story().find(eventId).orElseThrow().inForce();
            CommandType maker = types().maker(inForce).orElseThrow();
            ObjectNode before = ReentryDraft.fields(maker, inForce);
            CommandDraft changed = new CommandDraft(
                    maker, before, StrictJson.object(changes.getBytes(StandardCharsets.UTF_8)), CLIENT, commandId);
            if (!changed.wrong().isEmpty()) {
                throw new Refusal(400, "invalid-body", List.of(), changed.wrong());
            }
            if (!changed.broken().isEmpty()) {
                throw Refusal.invalid(changed.broken());
            }
            Object command = Objects.requireNonNull(changed.unsealed());
            List<Refusal.FieldError> broken = RULES.broken(command).stream()
                    .map(e -> new Refusal.FieldError("/changes" + e.pointer(), e.code(), e.arguments()))
                    .toList();
            if (!broken.isEmpty()) {
                throw Refusal.invalid(broken);
            }
            requireReferences(command);
            return amend(
                    new CorrectionRequest(
                            new VoidRequest(eventId, following, REASON, null),
                            maker,
                            new ReentryDraft(maker, before, changed)),
                    CorrectionRequest.class);
        } catch (Refusal refusal) {
            return new Outcome(List.of(), refusal);
        }
    }

    private StreamStory story() {
        StreamStory story = new StreamStory();
        for (int i = 0; i < given.size(); i++) {
            Object event = given.get(i) instanceof Message<?> message ? message.getPayload() : given.get(i);
            story.take(idOf(i), (DomainEvent) event, null);
        }
        return story;
    }

    private StreamHandlers.Roots roots() {
        return new StreamHandlers.Roots(types(), aggregate, new Requirements());
    }

    private CommandTypes types() {
        return CommandTypes.of(List.of(aggregate));
    }

    private Outcome amend(Object amendment, Class<?> payload) {
        String stream = StreamName.of(aggregate.getSimpleName(), streamId());
        AggregateTestFixture<StreamRoot> fixture = fixture();
        fixture.registerCommandHandler(payload, StreamHandlers.amending(fixture.getRepository()));
        DecisionContext situation =
                new DecisionContext(caller, commandId, today, references, () -> gazetteer, readSide);
        return outcome(fixture, stream, amendment, situation);
    }

    /** What the events given say they are events of. */
    private Object streamId() {
        Object first = given.getFirst() instanceof Message<?> message ? message.getPayload() : given.getFirst();
        Object of = ((DomainEvent) first).of();
        Object id = of == null ? null : RecordFields.value(of, StreamName.idField(aggregate.getSimpleName()));
        return Objects.requireNonNullElse(id, "given");
    }

    private AggregateTestFixture<StreamRoot> fixture() {
        AggregateTestFixture<StreamRoot> fixture = new AggregateTestFixture<>(StreamRoot.class);
        // what a root keeps of its fold is made anew when it is needed, which Axon would take for a change of state
        fixture.setReportIllegalStateChange(false);
        fixture.registerParameterResolverFactory(new EventIds());
        fixture.registerAggregateFactory(roots());
        return fixture;
    }

    private Outcome fold(Object command, DecisionContext situation, String stream) {
        AggregateTestFixture<StreamRoot> fixture = fixture();
        CommandType type = types().of(command.getClass());
        fixture.registerCommandHandler(command.getClass(), StreamHandlers.of(type, roots(), fixture.getRepository()));
        return outcome(fixture, stream, command, situation);
    }

    private Outcome outcome(
            AggregateTestFixture<StreamRoot> fixture, String stream, Object command, DecisionContext situation) {
        DispatchContext decision = new DispatchContext(stream, 0, situation, APPEND, Map.of(), true);
        return outcome(fixture.given(given).when(command, Map.of(DispatchContext.KEY, decision)));
    }

    public Outcome when(Object command) {
        DecisionContext situation = new DecisionContext(caller, commandId, today, references, () -> gazetteer, readSide)
                .enveloped(envelope);
        String stream;
        try {
            validate(command);
            requireReferences(command);
            CommandType type = types().of(command.getClass());
            stream = StreamTarget.of(command, type.subject(), type.creating(), situation);
        } catch (Refusal refusal) {
            return new Outcome(List.of(), refusal);
        }
        return fold(command, situation, stream);
    }

    private static Outcome outcome(ResultValidator<StreamRoot> result) {
        Capture events = new Capture();
        Capture thrown = new Capture();
        result.expectEventsMatching(events);
        try {
            result.expectException(thrown);
        } catch (AssertionError succeeded) {
            return new Outcome(events.payloads(), null);
        }
        if (thrown.captured instanceof Refusal refusal) {
            return new Outcome(events.payloads(), refusal);
        }
        throw new AssertionError("the handler failed", (Throwable) thrown.captured);
    }

    private void intoGazetteer(UUID id, DomainEvent event) {
        if (event.of() instanceof Place) {
            gazetteer.add(id, event);
        }
    }

    private void give(DomainEvent... events) {
        int first = given.size() - events.length;
        for (int i = 0; i < events.length; i++) {
            intoGazetteer(givenId(first + i), events[i]);
        }
    }

    private void validate(Object command) {
        List<Refusal.FieldError> broken = new ArrayList<>(RULES.broken(command));
        LocalDate day =
                RecordFields.value(command, "occurredOn") instanceof LocalDate own ? own : envelope.occurredOn();
        broken.addAll(Rules.ahead(day == null ? today : day, today));
        if (types().of(command.getClass()).reasonRequired() && envelope.reason() == null) {
            broken.add(new Refusal.FieldError("/reason", "required", List.of()));
        }
        if (!broken.isEmpty()) {
            throw Refusal.invalid(broken);
        }
    }

    private void requireReferences(Object command) {
        for (Rules.Referred referred : Rules.references(command)) {
            references.require(new Reference<>(referred.type(), false, (state, event) -> true), referred.id());
        }
    }

    /** What came of the command. */
    public record Outcome(List<Object> events, @Nullable Refusal refusal) {
        /** Exactly these events, in order. */
        public void events(DomainEvent... expected) {
            assertThat(refusal).as("refusal").isNull();
            assertThat(events).isEqualTo(List.of((Object[]) expected));
        }

        /** Accepted, and nothing appended. */
        public void nothing() {
            assertThat(refusal).as("refusal").isNull();
            assertThat(events).isEmpty(); // containsExactly() of nothing is content with anything
        }

        /** Refused with this code, and nothing appended. */
        public void refused(String code) {
            assertThat(refused().code()).isEqualTo(code);
            assertThat(events).isEmpty();
        }

        /** Refused because these events no longer hold, each by its own code. */
        public void reliedOn(String... codes) {
            refused("relied-on");
            assertThat(refused().errors())
                    .extracting(error -> error.arguments().get(2))
                    .containsExactly((Object[]) codes);
        }

        /** Refused for one field. */
        public void refusedField(String pointer) {
            refused(Refusal.INVALID_FIELD);
            assertThat(refused().errors())
                    .extracting(Refusal.FieldError::pointer)
                    .contains(pointer);
        }

        /** Refused for one field and this reason. */
        public void refusedField(String pointer, String code) {
            refused(Refusal.INVALID_FIELD);
            assertThat(refused().errors())
                    .extracting(error -> error.pointer() + " " + error.code())
                    .contains(pointer + " " + code);
        }

        private Refusal refused() {
            if (refusal == null) {
                throw new AssertionError("not refused, but " + events);
            }
            return refusal;
        }

        /** The only event, for looking at a part of it. */
        public <E extends DomainEvent> E only(Class<E> type) {
            assertThat(refusal).as("refusal").isNull();
            assertThat(events).singleElement().isInstanceOf(type);
            return type.cast(events.getFirst());
        }
    }

    /** Axon's fixture gives random identifiers to the events of a stream; here they follow from the event's place. */
    @Priority(Priority.FIRST)
    private final class EventIds implements ParameterResolverFactory, ParameterResolver<UUID> {
        @Override
        public @Nullable ParameterResolver<UUID> createInstance(
                Executable executable, Parameter[] parameters, int index) {
            return parameters[index].isAnnotationPresent(EventId.class) ? this : null;
        }

        @Override
        public UUID resolveParameterValue(Message<?> message) {
            int sequence = (int) ((DomainEventMessage<?>) message).getSequenceNumber();
            return sequence < given.size() ? idOf(sequence) : eventId(sequence - given.size());
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof DomainEventMessage;
        }
    }

    private static final class Capture extends BaseMatcher<List<? super EventMessage<?>>> {
        private @Nullable Object captured;

        @Override
        public boolean matches(@Nullable Object item) {
            captured = item;
            return true;
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("anything");
        }

        List<Object> payloads() {
            return ((List<?>) Objects.requireNonNull(captured))
                    .stream().<Object>map(e -> ((Message<?>) e).getPayload()).toList();
        }
    }
}
