package org.minqing.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose bytes are made, on the thread that asks rather than on the one that appends.
 *
 * @param rows of the events, in their order
 */
record EncodedRequest(AppendRequest request, List<Row> rows, List<Read> reads) {
    /** What of an event is stored otherwise than it is told. */
    record Row(StreamKey stream, MetadataFrame metadata, byte[] payload) {}

    /**
     * Something that was read, and how far: a stream, a type without a key, or without a type the form of an id in payloads.
     *
     * @param far of a stream how many events, otherwise a position
     */
    record Read(@Nullable String type, byte @Nullable [] key, long far) {}

    /** @throws IllegalArgumentException if a stream is not named {@code <Type>-<id>} */
    static EncodedRequest of(AppendRequest request, EventCodec codec) {
        @Nullable NewEvent last = null;
        @Nullable Row before = null;
        var rows = new ArrayList<Row>(request.events().size());
        for (NewEvent event : request.events()) {
            StreamKey stream = before != null && last != null && event.stream().equals(last.stream())
                    ? before.stream()
                    : StreamKey.of(event.stream());
            MetadataFrame metadata = before != null && last != null && event.metadata() == last.metadata()
                    ? before.metadata()
                    : MetadataFrame.split(
                            codec.encodeMetadata(event.metadata()), event.metadata(), request.commandId());
            last = event;
            before = new Row(stream, metadata, PackedPayload.pack(event.payload()));
            rows.add(before);
        }
        return new EncodedRequest(request, rows, reads(request.reads()));
    }

    private static List<Read> reads(ReadSet set) {
        var reads = new ArrayList<Read>();
        set.streams().forEach((name, length) -> {
            StreamKey stream = StreamKey.of(name);
            reads.add(new Read(stream.type(), stream.key(), length));
        });
        set.types().forEach((type, position) -> {
            if (!type.equals(ReadSet.ANYTHING)) {
                reads.add(new Read(type, null, position));
            }
        });
        set.named().forEach((id, position) -> reads.add(new Read(null, PackedPayload.form(id), position)));
        return reads;
    }

    /** Its events as they stand in the log. */
    List<StoredEvent> stored(long first, Instant recordedAt) {
        var stored = new ArrayList<StoredEvent>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
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
                    rows.get(i).metadata().join(request.commandId())));
        }
        return stored;
    }
}
