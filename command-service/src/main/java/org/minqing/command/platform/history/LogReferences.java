package org.minqing.command.platform.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.minqing.events.DomainEvent;
import org.minqing.log.StoredEvent;

/** References of one decision: what was read once stays as it was read. */
public final class LogReferences implements References {
    private static final int PAGE = 200;

    private final Histories histories;
    private final Function<Reference<?>, Directory<?>> directories;
    private final Function<Index<?>, LogIndex<?>> indexes;
    private final Map<String, History> read = new HashMap<>();
    private final long upTo;

    public LogReferences(
            Histories histories,
            Function<Reference<?>, Directory<?>> directories,
            Function<Index<?>, LogIndex<?>> indexes) {
        this(histories, directories, indexes, Long.MAX_VALUE);
    }

    /** @param upTo the last position that is known */
    private LogReferences(
            Histories histories,
            Function<Reference<?>, Directory<?>> directories,
            Function<Index<?>, LogIndex<?>> indexes,
            long upTo) {
        this.indexes = indexes;
        this.histories = histories;
        this.directories = directories;
        this.upTo = upTo;
    }

    @Override
    public References before(UUID eventId) {
        return histories
                .positionOf(eventId)
                .map(position -> new LogReferences(histories, directories, indexes, position - 1))
                .orElse(this);
    }

    @Override
    public <S> Optional<S> find(Reference<S> kind, Object id) {
        History history = history(StreamName.of(kind.streamType(), id));
        return history.exists() ? Optional.of(history.state(kind)) : Optional.empty();
    }

    @Override
    public Optional<DomainEvent> begun(String streamType, Object id) {
        return history(StreamName.of(streamType, id)).begun();
    }

    @Override
    public void prefetch(String... streams) {
        prefetch(Arrays.asList(streams));
    }

    public void prefetch(Collection<String> streams) {
        List<String> unread =
                streams.stream().distinct().filter(s -> !read.containsKey(s)).toList();
        if (!unread.isEmpty()) {
            read.putAll(upTo == Long.MAX_VALUE ? histories.read(unread) : histories.read(unread, upTo));
        }
    }

    public History history(String stream) {
        History history = read.get(stream);
        if (history == null) {
            prefetch(List.of(stream));
            history = read.getOrDefault(stream, History.NONE);
        }
        return history;
    }

    @Override
    public List<Use> uses(String stream, Set<String> ids, Predicate<Use> counted, int limit) {
        List<Use> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<StoredEvent> page = histories.naming(stream, ids, 0, PAGE);
        while (!page.isEmpty()) {
            List<String> streams =
                    page.stream().map(StoredEvent::stream).filter(seen::add).toList();
            prefetch(streams);
            streams.stream()
                    .flatMap(each -> Use.in(each, history(each).standing(), ids))
                    .filter(counted)
                    .limit(limit - found.size())
                    .forEach(found::add);
            page = found.size() == limit || page.size() < PAGE
                    ? List.of()
                    : histories.naming(stream, ids, page.getLast().position(), PAGE);
        }
        return found;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Map<String, S> all(Reference<S> kind) {
        return upTo == Long.MAX_VALUE ? ((Directory<S>) directories.apply(kind)).now() : histories.all(kind, upTo);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Map<String, S> having(Index<S> index, Set<String> keys) {
        return ((LogIndex<S>) indexes.apply(index)).find(keys);
    }
}
