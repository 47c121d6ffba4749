package org.minqing.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose bytes are made, on the thread that asks rather than on the one that appends.
 *
 * @param frames of the events' metadata, in their order
 */
record EncodedRequest(AppendRequest request, List<MetadataFrame> frames) {
    static EncodedRequest of(AppendRequest request, EventCodec codec) {
        @Nullable NewEvent last = null;
        @Nullable MetadataFrame frame = null;
        var frames = new ArrayList<MetadataFrame>(request.events().size());
        for (NewEvent event : request.events()) {
            if (frame == null || last == null || event.metadata() != last.metadata()) {
                frame = MetadataFrame.split(
                        codec.encodeMetadata(event.metadata()), event.metadata(), request.commandId());
            }
            last = event;
            frames.add(frame);
        }
        return new EncodedRequest(request, frames);
    }

    /** Its events as they stand in the log. */
    List<StoredEvent> stored(long first, Instant recordedAt) {
        var stored = new ArrayList<StoredEvent>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            NewEvent event = request.events().get(i);
            stored.add(new StoredEvent(
                    first + i,
                    event.stream(),
                    event.sequence(),
                    event.eventId(),
                    event.type(),
                    event.revision(),
                    event.programme(),
                    event.division(),
                    recordedAt,
                    event.occurredOn(),
                    event.value(),
                    event.metadata(),
                    event.payload(),
                    frames.get(i).join(request.commandId())));
        }
        return stored;
    }
}
