package org.minqing.command.platform.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as it is handed in.
 *
 * @param commandId the idempotency key, scoped by the sender's client
 * @param command its name
 * @param body its fields; blanks around texts are left out
 * @param condition what the stream's version must be, if anything was said
 * @param trace where it comes from
 * @param simulatedTime recording time, for the demonstration's loader alone; the log refuses it on the system's clock
 * @param asSent what tells one request from another where the body was made of something larger; null: the body
 */
public record CommandRequest(
        Sender sender,
        UUID commandId,
        String command,
        ObjectNode body,
        @Nullable Condition condition,
        Trace trace,
        @Nullable Instant simulatedTime,
        @Nullable ObjectNode asSent) {

    public CommandRequest {
        body = OuterBlanks.leftOut(body);
    }

    /** What is sent as it stands. */
    public CommandRequest(
            Sender sender,
            UUID commandId,
            String command,
            ObjectNode body,
            @Nullable Condition condition,
            Trace trace,
            @Nullable Instant simulatedTime) {
        this(sender, commandId, command, body, condition, trace, simulatedTime, null);
    }

    /** {@code If-Match}. */
    public interface Condition {
        boolean holds(long version);

        /** The version it asks for, where it is one alone. */
        default @Nullable Long version() {
            return null;
        }
    }

    /**
     * @param traceparent as the caller sent it (W3C Trace Context)
     * @param correlationId what belongs together; null: the command itself
     * @param causationId the event that a policy answers
     */
    public record Trace(
            @Nullable String traceparent,
            @Nullable String correlationId,
            @Nullable UUID causationId) {
        public static final Trace NONE = new Trace(null, null, null);
    }
}
