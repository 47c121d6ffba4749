package org.minqing.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reading the log. Every answer is of committed events only; nothing here can change one. */
public interface EventLog {
    /** The last position, 0 only before the log is opened. */
    long head();

    /** The last position as this process saw it last, without asking: 0 before it has seen any. */
    long seen();

    /** Which log this is among all that there are: made at random when it is opened, and never changed. */
    UUID installation();

    /** The space left for it, as far as this process can tell. */
    FreeSpace space();

    /** The log's clock, judged in the same way by every process. */
    LogClock clock();

    /** At most {@code limit} events after {@code position}, in order of position. */
    List<StoredEvent> readAfter(long position, int limit);

    /** Events from one position to another, both included, in order. */
    List<StoredEvent> readRange(long first, long last);

    /** Events of the named streams from the given sequence on (inclusive), by stream and sequence, in one query. */
    List<StoredEvent> readStreams(Map<String, Long> fromSequence);

    /** Events of every stream of a type after a position, in order of position: for small directories such as divisions. */
    List<StoredEvent> readType(String streamType, long afterPosition);

    /** At most {@code limit} of them. */
    List<StoredEvent> readType(String streamType, long afterPosition, int limit);

    /**
     * Events after a position, in order, of other streams than this one, whose payload holds one of the texts as a value: at
     * most {@code limit}. It looks into the blocks that {@link NameBlocks} says may hold them, and event by event into what is not
     * written down yet.
     *
     * @throws IllegalArgumentException if a text is longer than 40 bytes
     */
    List<StoredEvent> naming(String stream, Collection<String> texts, long position, int limit);

    /**
     * Parts all streams with events up to a position by where they began: those that began after one position told, or after 0, and up
     * to the next have together about so many events.
     */
    List<Long> parts(long upTo, long events);

    /** Events up to {@code upTo} of the streams that began after a position and up to another, stream by stream. */
    List<StoredEvent> readBegun(long after, long last, long upTo);

    /** The largest position whose {@code recordedAt} is not after the instant; 0 if there is none. */
    long positionAt(Instant instant);

    /** The event with this id, if there is one. */
    Optional<StoredEvent> find(UUID eventId);

    /** What an earlier command of this client under this key has put into the log. */
    Optional<RecordedCommand> findCommand(String client, UUID key);

    /** Runs {@code listener} (on some thread, coalesced, soon) after the log may have grown; close the handle to stop. */
    AutoCloseable onAppended(Runnable listener);

    /**
     * The idempotency row of a command.
     *
     * @param bodyHmac HMAC of the body, for telling the same request from another
     * @param first position of its first event
     * @param last position of its last event
     */
    record RecordedCommand(byte[] bodyHmac, long first, long last) {}
}
