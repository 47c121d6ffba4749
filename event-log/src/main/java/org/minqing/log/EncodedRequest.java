package org.minqing.log;

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
        var frames = new java.util.ArrayList<MetadataFrame>(request.events().size());
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
}
