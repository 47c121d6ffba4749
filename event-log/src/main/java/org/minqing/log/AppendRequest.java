package org.minqing.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one command: all of them are appended, side by side, or none.
 *
 * @param client who sends, scope of the idempotency key
 * @param commandId the idempotency key
 * @param bodyHmac HMAC of the body, kept with the first event
 * @param simulatedTime recording time while the clock is simulated, else null
 * @param reads what the decision looked at beside the streams it writes
 * @param keys what must be durable with the events
 * @param events one or more, of one stream in order of sequence
 */
public record AppendRequest(
        String client,
        UUID commandId,
        byte[] bodyHmac,
        @Nullable Instant simulatedTime,
        ReadSet reads,
        KeyRows keys,
        List<NewEvent> events) {
    public AppendRequest {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a request appends 1 to 32,767 events, not " + events.size());
        }
    }
}
