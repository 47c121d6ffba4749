package org.minqing.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the engine must know of the command whose events it appends. The command side puts one into the root unit of work
 * under {@link #RESOURCE} before the handler runs; after the append it carries what was stored.
 */
public final class AppendContext {
    /** Key of the unit-of-work resource. */
    public static final String RESOURCE = "org.minqing.log.AppendContext";

    private final String client;
    private final UUID commandId;
    private final byte[] bodyHmac;
    private final @Nullable Long expectedVersion;
    private final @Nullable Instant simulatedTime;
    private final Supplier<ReadSet> reads;
    private final KeyRows keys;
    private final Admission admission;
    private volatile List<Appended> appended = List.of();

    /**
     * @param client who sends, scope of the idempotency key
     * @param commandId the idempotency key
     * @param bodyHmac HMAC of the body
     * @param expectedVersion number of events the stream must hold, or null for whatever was loaded
     * @param simulatedTime recording time while the log's clock is simulated; refused by the log at any other time
     * @param reads what the decision has looked at, asked when its events are appended
     * @param keys what must be durable with its events
     * @param admission when they may be appended
     */
    public AppendContext(
            String client,
            UUID commandId,
            byte[] bodyHmac,
            @Nullable Long expectedVersion,
            @Nullable Instant simulatedTime,
            Supplier<ReadSet> reads,
            KeyRows keys,
            Admission admission) {
        this.client = client;
        this.commandId = commandId;
        this.bodyHmac = bodyHmac.clone();
        this.expectedVersion = expectedVersion;
        this.simulatedTime = simulatedTime;
        this.reads = reads;
        this.keys = keys;
        this.admission = admission;
    }

    public String client() {
        return client;
    }

    public UUID commandId() {
        return commandId;
    }

    public byte[] bodyHmac() {
        return bodyHmac.clone();
    }

    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    public @Nullable Instant simulatedTime() {
        return simulatedTime;
    }

    KeyRows keys() {
        return keys;
    }

    Admission admission() {
        return admission;
    }

    ReadSet reads() {
        return reads.get();
    }

    /** What this command put into the log, in order; empty for a no-op. */
    public List<Appended> appended() {
        return appended;
    }

    void appended(List<Appended> events) {
        this.appended = List.copyOf(events);
    }

    /** One event as it was appended. */
    public record Appended(long position, String stream, long sequence, UUID eventId, String type) {}
}
