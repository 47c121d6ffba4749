package org.minqing.command.platform.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;

/** What a command refers to, read afresh from the log: never through a repository, which would lock it to the end. */
public interface References {
    /** The state of a stream, or nothing where it has no events. */
    <S> Optional<S> find(Reference<S> kind, Object id);

    /** The event a stream began with, as it was last corrected, even if it was voided since. */
    Optional<DomainEvent> begun(String streamType, Object id);

    /** Reads several streams ({@code Household-<id>}) in one query, for {@link #find} to answer without another. */
    void prefetch(String... streams);

    /** The state of every stream of a type by its bare id: for types of few streams, such as programmes. */
    <S> Map<String, S> all(Reference<S> kind);

    /**
     * What stands in other streams and names one of the ids, in the order of the log. It reads those streams: only where
     * something is voided or ends.
     *
     * @param stream {@code Household-<id>}, which is not looked at
     * @param since on no earlier day did any happen that is meant, so that none was entered before it; {@link LocalDate#MIN}:
     *     on any
     * @param counted which of them are meant
     * @param limit how many at most
     */
    List<Use> uses(String stream, Set<String> ids, LocalDate since, Predicate<Use> counted, int limit);

    /** The states of the streams that an index finds by one of the keys, by their bare ids. */
    <S> Map<String, S> having(Index<S> index, Set<String> keys);

    /** The same as it was known before an event of the log: for judging what was taken over when that was entered. */
    default References before(UUID eventId) {
        return this;
    }

    /** The state of a stream; 404 {@code <kind>-not-found} where it has no events. */
    default <S> S require(Reference<S> kind, @Nullable Object id) {
        if (id == null) {
            throw Refusal.notFound(kind.streamType(), null);
        }
        return find(kind, id).orElseThrow(() -> Refusal.notFound(kind.streamType(), id));
    }

    /** 404 {@code <kind>-not-found}, 409 {@code <kind>-voided} where nothing of the stream stands. */
    default void requireStanding(String streamType, @Nullable Object id) {
        if (!require(new Reference<>(streamType, false, (stands, event) -> true), id)) {
            throw Refusal.conflict(Refusal.hyphenated(streamType) + "-voided", id);
        }
    }
}
