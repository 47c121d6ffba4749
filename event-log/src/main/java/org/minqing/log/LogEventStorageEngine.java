package org.minqing.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.minqing.log.AppendContext.Appended;

/**
 * The log as Axon's storage engine. One unit of work, one append: the command side puts an {@link AppendContext} into the
 * root unit of work, its events are appended while that prepares its commit, and the context then carries their positions.
 * The command bus has no transaction manager: the append is a transaction of its own.
 */
public final class LogEventStorageEngine implements EventStorageEngine {
    private static final String APPENDED = LogEventStorageEngine.class.getName() + ".appended";
    private static final int PAGE = 500;

    private final PostgresEventLog log;
    private final Appender appender;
    private final EventTypes types;
    private final EventCodec codec;
    private final EventHeaders headers;
    private final EventIds ids;

    public LogEventStorageEngine(
            PostgresEventLog log,
            Appender appender,
            EventTypes types,
            EventCodec codec,
            EventHeaders headers,
            EventIds ids) {
        this.log = log;
        this.appender = appender;
        this.types = types;
        this.codec = codec;
        this.headers = headers;
        this.ids = ids;
    }

    /**
     * @throws IllegalStateException outside a unit of work with an {@link AppendContext}, for a second append in one unit
     *     of work, or for an event that belongs to no stream
     * @throws VersionMismatch if the first event's stream does not hold the expected number of events
     * @throws org.axonframework.modelling.command.ConcurrencyException and others, see {@link Appender#append}
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.map(UnitOfWork::root)
                .orElseThrow(
                        () -> new IllegalStateException("events are appended inside a unit of work and nowhere else"));
        AppendContext context = root.getResource(AppendContext.RESOURCE);
        if (context == null) {
            throw new IllegalStateException("the unit of work has no AppendContext: whose events are these?");
        }
        if (root.resources().putIfAbsent(APPENDED, Boolean.TRUE) != null) {
            throw new IllegalStateException("a second append in one unit of work: an event handler published events"
                    + " while the first were on their way");
        }
        AppendRequest request = request(context, events);
        NewEvent first = request.events().getFirst();
        Long expected = context.expectedVersion();
        if (expected != null && first.sequence() != expected) {
            throw new VersionMismatch(first.stream(), expected, first.sequence());
        }
        PendingAppend pending = appender.prepare(request);
        context.admission().admit(request.reads(), () -> appender.enqueue(pending));
        long position = pending.await();
        var appended = new ArrayList<Appended>();
        for (NewEvent event : request.events()) {
            appended.add(new Appended(
                    position + appended.size(), event.stream(), event.sequence(), event.eventId(), event.type()));
        }
        context.appended(appended);
    }

    private AppendRequest request(AppendContext context, List<? extends EventMessage<?>> events) {
        var added = new ArrayList<NewEvent>(events.size());
        Map<String, String> metadata = Map.of();
        for (EventMessage<?> message : events) {
            if (!(message instanceof DomainEventMessage<?> event)) {
                throw new IllegalStateException(
                        "an event belongs to an aggregate's stream: " + message.getPayloadType());
            }
            Map<String, String> own = metadata(message);
            metadata = own.equals(metadata) ? metadata : own; // the same one lets the appender make its bytes once
            Object payload = event.getPayload();
            EventHeaders.Header header = headers.of(payload);
            added.add(new NewEvent(
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    ids.eventId(context.client(), context.commandId(), added.size()),
                    types.name(payload),
                    types.revision(payload),
                    header.programme(),
                    header.division(),
                    header.occurredOn(),
                    payload,
                    codec.encode(payload),
                    metadata));
        }
        return new AppendRequest(
                context.client(),
                context.commandId(),
                context.bodyHmac(),
                context.simulatedTime(),
                context.reads(),
                context.keys(),
                added);
    }

    private static Map<String, String> metadata(Message<?> message) {
        var metadata = new LinkedHashMap<String, String>();
        message.getMetaData().forEach((key, value) -> {
            if (value != null) {
                metadata.put(key, value.toString());
            }
        });
        return metadata;
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<StoredEvent> events = log.readStreams(Map.of(aggregateIdentifier, firstSequenceNumber));
        Long last = events.isEmpty() ? null : events.getLast().sequence();
        return DomainEventStream.of(events.stream().map(AxonMessages::domain), () -> last);
    }

    /** What stands after the token now, read by pages; it never blocks. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long start = AxonMessages.position(token);
        return Stream.iterate(
                        log.readAfter(start, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.readAfter(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(AxonMessages::tracked);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.lastSequence(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return AxonMessages.token(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return AxonMessages.token(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return AxonMessages.tokenAt(log, dateTime);
    }

    /** There are none: the aggregate cache does what they would. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this log keeps no snapshots: configure none");
    }
}
