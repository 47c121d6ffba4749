package org.minqing.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the log.
 *
 * @param position 1, 2, 3, ... in commit order, without a gap
 * @param stream {@code <Type>-<id>}
 * @param sequence 0, 1, 2, ... within the stream
 * @param eventId UUIDv5 of client, commandId and ordinal
 * @param type logical name, {@code LinkPoint.CadreAssignedToHousehold}
 * @param revision of the type, from 1
 * @param programme the programme it belongs to, if any
 * @param division divisionId of its place, if any
 * @param recordedAt the log's clock when it was appended, microseconds
 * @param occurredOn the valid day, Asia/Shanghai
 * @param payload the event record the type's class gives
 * @param metadata commandId, actor, role, organisation, client, correlationId, ...
 * @param payloadBytes the exact bytes of the payload, UTF-8 JSON
 * @param metadataBytes the exact bytes of the metadata, UTF-8 JSON
 */
public record StoredEvent(
        long position,
        String stream,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        @Nullable UUID programme,
        @Nullable String division,
        Instant recordedAt,
        LocalDate occurredOn,
        Object payload,
        Map<String, String> metadata,
        byte[] payloadBytes,
        byte[] metadataBytes) {

    /** The stream's type: what stands before the first hyphen. */
    public String streamType() {
        return stream.substring(0, stream.indexOf('-'));
    }

    /** The stream's bare id: what stands after the first hyphen. */
    public String streamId() {
        return stream.substring(stream.indexOf('-') + 1);
    }
}
