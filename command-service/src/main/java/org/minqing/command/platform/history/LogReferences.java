package org.minqing.command.platform.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.events.DomainEvent;

/** References of one decision: what was read once stays as it was read. */
public final class LogReferences implements References {
    private final Histories histories;
    private final Function<Reference<?>, Directory<?>> directories;
    private final Function<Index<?>, LogIndex<?>> indexes;
    private final Map<String, History> read = new HashMap<>();

    public LogReferences(
            Histories histories,
            Function<Reference<?>, Directory<?>> directories,
            Function<Index<?>, LogIndex<?>> indexes) {
        this.indexes = indexes;
        this.histories = histories;
        this.directories = directories;
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
            read.putAll(histories.read(unread));
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
    @SuppressWarnings("unchecked")
    public <S> Map<String, S> all(Reference<S> kind) {
        return ((Directory<S>) directories.apply(kind)).now();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Map<String, S> having(Index<S> index, String key) {
        return ((LogIndex<S>) indexes.apply(index)).find(key);
    }
}
