package org.minqing.query.platform.view;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the log knows of an event beside the event itself.
 *
 * @param position its place in the log
 * @param eventId also the id of an entity inside the stream that this event makes
 * @param stream {@code <Type>-<id>}
 * @param sequence 0, 1, 2, ... within the stream
 * @param type logical name, {@code LinkPoint.CadreAssignedToHousehold}
 * @param recordedAt when the log took it
 * @param metadata commandId, actor, role, organisation, client, ...
 */
public record EventMeta(
        long position,
        UUID eventId,
        String stream,
        long sequence,
        String type,
        Instant recordedAt,
        Map<String, String> metadata) {

    /** Of a void or correction, asked on behalf of the event it is about. */
    public EventMeta of(UUID target) {
        return new EventMeta(position, target, stream, sequence, type, recordedAt, metadata);
    }

    /** The stream's bare id: what stands after the first hyphen. */
    public String streamId() {
        return stream.substring(stream.indexOf('-') + 1);
    }

    /** The stream's type: what stands before the first hyphen. */
    public String streamType() {
        return stream.substring(0, stream.indexOf('-'));
    }
}
