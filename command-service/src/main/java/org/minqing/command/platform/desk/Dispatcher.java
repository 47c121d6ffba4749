package org.minqing.command.platform.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.Likenesses;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.events.DomainEvent;
import org.minqing.log.Admission;
import org.minqing.log.AppendContext;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.KeyRows;

/** Hands a judged command to its aggregate and says what came of it. */
public final class Dispatcher {
    private final CommandGateway gateway;

    public Dispatcher(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @param name under which the command is known; null: that of its class
     * @param keys what must be durable with what comes of it
     * @param admission when that may be appended
     * @param fresh whether the aggregate must come from the log itself
     */
    Receipt dispatch(
            CommandRequest order,
            @Nullable String name,
            Object command,
            Envelope envelope,
            Judgement.Passed passed,
            Likenesses likenesses,
            byte[] bodyMark,
            @Nullable String authority,
            KeyRows keys,
            Admission admission,
            boolean fresh) {
        AppendContext append = append(order, bodyMark, passed, keys, admission);
        DispatchContext decision = new DispatchContext(
                passed.stream(),
                passed.history().version(),
                passed.situations().get().enveloped(envelope).comparing(likenesses),
                append,
                metadata(order, passed.caller(), authority),
                fresh);
        send(name, command, decision, passed);
        List<Appended> events = append.appended();
        return events.isEmpty()
                ? Receipt.unchanged(order.commandId(), passed.stream(), passed.history())
                : Receipt.appended(order.commandId(), events);
    }

    /** What would come of the command, decided on the stream as the log has it; nothing is appended. */
    List<DomainEvent> dryRun(
            CommandRequest order,
            @Nullable String name,
            Object command,
            Envelope envelope,
            Judgement.Passed passed,
            Likenesses likenesses,
            byte[] bodyMark,
            @Nullable String authority) {
        DispatchContext decision = DispatchContext.dryRun(
                passed.stream(),
                passed.history().version(),
                passed.situations().get().enveloped(envelope).comparing(likenesses),
                append(order, bodyMark, passed, KeyRows.NONE, Admission.FREE),
                metadata(order, passed.caller(), authority));
        try {
            send(name, command, decision, passed);
        } catch (DispatchContext.EndOfDryRun end) {
            return end.events();
        }
        throw new IllegalStateException("a dry run was not given up: " + order.command());
    }

    private static AppendContext append(
            CommandRequest order, byte[] bodyMark, Judgement.Passed passed, KeyRows keys, Admission admission) {
        return new AppendContext(
                order.sender().client(),
                order.commandId(),
                bodyMark,
                order.condition() == null ? null : order.condition().version(),
                order.simulatedTime(),
                passed.references()::reads,
                keys,
                admission);
    }

    private void send(@Nullable String name, Object command, DispatchContext decision, Judgement.Passed passed) {
        var message = new GenericMessage<>(command, MetaData.with(DispatchContext.KEY, decision));
        try {
            gateway.sendAndWait(
                    name == null
                            ? new GenericCommandMessage<>(command, message.getMetaData())
                            : new GenericCommandMessage<>(message, name));
        } catch (AggregateNotFoundException e) {
            throw Refusal.notFound(passed.stream().substring(0, passed.stream().indexOf('-')), passed.streamId());
        }
    }

    /** Exactly what the log keeps of a command beside its events. */
    private static Map<String, String> metadata(CommandRequest order, Caller caller, @Nullable String authority) {
        CommandRequest.Trace trace = order.trace();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("commandId", order.commandId().toString());
        metadata.put("actor", caller.actor());
        metadata.put("role", caller.role());
        put(metadata, "organisation", caller.organisation());
        metadata.put("client", caller.client());
        put(metadata, "authority", authority);
        put(metadata, "causationId", trace.causationId());
        metadata.put(
                "correlationId",
                trace.correlationId() == null ? order.commandId().toString() : trace.correlationId());
        put(metadata, "traceparent", trace.traceparent());
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value.toString());
        }
    }
}
