package org.minqing.command.platform.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.policy.Policy.Following;
import org.minqing.command.platform.policy.Policy.Occasion;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.Roles;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.log.ClockMode;
import org.minqing.log.EventLog;
import org.minqing.log.LogClock;
import org.minqing.log.LogEvent;
import org.minqing.log.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks every policy about every event and sends what follows through the desk. The commands' ids follow from event, policy
 * and ordinal, so an event answered again changes nothing. A refusal is an answer too; whatever is away is waited for.
 *
 * <p>A year told by the demonstration's loader tells by itself what followed from what: events recorded on a simulated
 * clock are answered by nobody.
 */
public final class Policies implements EventHandlerInvoker {
    /** Client and actor of what policies send. No token may claim it. */
    public static final String CLIENT = "system";

    private static final int SERVER_ERROR = 500;
    private static final int PROVINCE_DIGITS = 2;
    private static final Logger LOGGER = LoggerFactory.getLogger(Policies.class);

    private final List<Policy<?>> policies;
    private final CommandDesk desk;
    private final EventLog log;
    private final Supplier<? extends References> references;
    private final AtomicBoolean answered = new AtomicBoolean();
    private @Nullable Long toldUpTo;

    public Policies(
            List<Policy<?>> policies, CommandDesk desk, EventLog log, Supplier<? extends References> references) {
        this.references = references;
        this.policies = List.copyOf(policies);
        this.desk = desk;
        this.log = log;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return AmendingEvent.class.isAssignableFrom(payloadType)
                || policies.stream().anyMatch(policy -> policy.family().isAssignableFrom(payloadType));
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var tracked = (TrackedEventMessage<?>) message;
        var occasion = new Occasion(
                UUID.fromString(message.getIdentifier()),
                tracked.trackingToken().position().orElseThrow(),
                ((DomainEventMessage<?>) message).getAggregateIdentifier(),
                message.getTimestamp().atZone(LogClock.ZONE).toLocalDate(),
                references.get());
        if (told(occasion.position())) {
            return;
        }
        DomainEvent event = (DomainEvent) message.getPayload();
        for (Policy<?> policy : policies) {
            List<Following> commands = commands(policy, event, occasion);
            if (!commands.isEmpty()) {
                answered.set(true);
                answer(policy, commands, event, occasion, message.getMetaData());
            }
        }
    }

    /** Whether something followed from an event since this was asked last. */
    boolean answered() {
        return answered.getAndSet(false);
    }

    private static <E extends DomainEvent> List<Following> commands(
            Policy<E> policy, DomainEvent event, Occasion occasion) {
        if (event instanceof AmendingEvent<?> amending) {
            DomainEvent about =
                    amending.before() instanceof AmendingEvent<?> correction ? correction.before() : amending.before();
            return policy.family().isInstance(about) ? policy.whenAmended(amending, occasion) : List.of();
        }
        return policy.family().isInstance(event) ? policy.when(policy.family().cast(event), occasion) : List.of();
    }

    private void answer(
            Policy<?> policy, List<Following> commands, DomainEvent event, Occasion occasion, Map<String, ?> metadata) {
        String name = policy.getClass().getSimpleName();
        for (int i = 0; i < commands.size(); i++) {
            Following command = commands.get(i);
            ObjectNode body = JsonMapper.shared().valueToTree(command.fields());
            CommandRequest.Trace trace =
                    new CommandRequest.Trace(null, (String) metadata.get("correlationId"), occasion.eventId());
            UUID id = command.about() == null
                    ? Ids.policyCommand(occasion.eventId(), name, i)
                    : Ids.policyCommand(occasion.eventId(), name + " " + command.about(), 0);
            try {
                send(new CommandRequest(sender(event), id, command.command(), body, null, trace, null));
            } catch (Refusal refusal) {
                if (refusal.status() >= SERVER_ERROR) {
                    throw refusal;
                }
                LOGGER.warn(
                        "{} upon position {}: {} was refused: {}",
                        name,
                        occasion.position(),
                        command.command(),
                        refusal.getMessage());
            }
        }
    }

    /** On a thread of its own: a command's unit of work must not be part of the processor's, which is open on this one. */
    private void send(CommandRequest order) {
        var sent = new CompletableFuture<Receipt>();
        Thread.startVirtualThread(() -> {
            try {
                sent.complete(desk.take(order));
            } catch (Throwable e) {
                sent.completeExceptionally(e);
            }
        });
        try {
            sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The office's rights in the event's own province. */
    private static Sender sender(DomainEvent event) {
        String division = event.division();
        return new Sender(
                CLIENT,
                CLIENT,
                Set.of(Roles.OFFICE),
                division == null ? null : division.substring(0, Math.min(PROVINCE_DIGITS, division.length())),
                null,
                null);
    }

    /** Whether the position was recorded on a simulated clock. */
    private boolean told(long position) {
        if (toldUpTo == null) {
            if (log.clock().simulated()) {
                return true;
            }
            toldUpTo = endOfSimulation();
        }
        return position <= toldUpTo;
    }

    private long endOfSimulation() {
        List<StoredEvent> story = log.readStreams(Map.of(LogEvent.STREAM, 0L));
        boolean simulated = story.stream()
                .anyMatch(e -> e.payload() instanceof LogEvent.Opened opened && opened.clock() == ClockMode.SIMULATED);
        return simulated
                ? story.stream()
                        .filter(e -> e.payload() instanceof LogEvent.SimulationEnded)
                        .mapToLong(StoredEvent::position)
                        .findFirst()
                        .orElse(0)
                : 0;
    }
}
