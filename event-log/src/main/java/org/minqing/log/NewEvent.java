package org.minqing.log;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event to append.
 *
 * @param stream {@code <Type>-<id>}
 * @param sequence the place it must take in its stream, 0 for the first
 * @param eventId its id
 * @param type logical name
 * @param revision of the type, from 1
 * @param programme the programme it belongs to, if any
 * @param division divisionId of its place, if any
 * @param occurredOn the valid day
 * @param value the event record
 * @param payload exact bytes of it, as {@link EventCodec#encode} gives them
 * @param metadata by the keys of {@link EventCodec#METADATA_KEYS}
 */
public record NewEvent(
        String stream,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        @Nullable UUID programme,
        @Nullable String division,
        LocalDate occurredOn,
        Object value,
        byte[] payload,
        Map<String, String> metadata) {}
