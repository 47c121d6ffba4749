package org.minqing.command.platform.history;

import java.time.LocalDate;
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
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.events.DomainEvent;
import org.minqing.log.Frontier;
import org.minqing.log.ReadSet;
import org.minqing.log.StoredEvent;

/** References of one decision: what was read once stays as it was read, and is noted. */
public final class LogReferences implements References {
    private static final int PAGE = 200;

    private final Frontier frontier;
    private final long known;
    private final Histories histories;
    private final LogGazetteer gazetteer;
    private final Function<Reference<?>, Directory<?>> directories;
    private final Function<Index<?>, LogIndex<?>> indexes;
    private final Map<String, History> read = new HashMap<>();
    /** By an index: how many events of a stream it knew. */
    private final Map<String, Long> found = new HashMap<>();

    private final Map<String, Long> types = new HashMap<>();
    private final Map<String, Long> named = new HashMap<>();
    private final Map<String, Long> claims = new HashMap<>();
    private final long upTo;

    public LogReferences(
            Frontier frontier,
            Histories histories,
            LogGazetteer gazetteer,
            Function<Reference<?>, Directory<?>> directories,
            Function<Index<?>, LogIndex<?>> indexes) {
        this(frontier, histories, gazetteer, directories, indexes, Long.MAX_VALUE);
    }

    /** @param upTo the last position that is known */
    private LogReferences(
            Frontier frontier,
            Histories histories,
            LogGazetteer gazetteer,
            Function<Reference<?>, Directory<?>> directories,
            Function<Index<?>, LogIndex<?>> indexes,
            long upTo) {
        this.frontier = frontier;
        this.known = frontier.position();
        this.gazetteer = gazetteer;
        this.indexes = indexes;
        this.histories = histories;
        this.directories = directories;
        this.upTo = upTo;
    }

    @Override
    public References before(UUID eventId) {
        return histories
                .positionOf(eventId)
                .map(position -> new LogReferences(frontier, histories, gazetteer, directories, indexes, position - 1))
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

    /** What was looked at up to now, and how far. */
    public ReadSet reads() {
        Map<String, Long> streams = new HashMap<>(found);
        read.forEach((stream, history) -> streams.merge(stream, history.version(), Math::min));
        return new ReadSet(known, streams, types, named, claims);
    }

    /**
     * Of two decisions that claim the same, in whatever process, the later is refused by the log unless it knew what the earlier
     * entered. To be asked before whatever shows who else has it is looked at. Nothing but a hash of it is kept.
     */
    public void claim(String kind, String what) {
        claims.putIfAbsent(kind + '#' + Integer.toHexString(what.hashCode()), frontier.position());
    }

    /** The same as seen through the read side, which knows of everything. */
    public ReadSide through(ReadSide readSide) {
        return new ReadSide() {
            @Override
            public long head() {
                types.putIfAbsent(ReadSet.ANYTHING, frontier.position());
                return readSide.head();
            }

            @Override
            public Answer ask(String path, Map<String, String> parameters, long position) {
                types.putIfAbsent(ReadSet.ANYTHING, frontier.position());
                return readSide.ask(path, parameters, position);
            }
        };
    }

    /** A stream that is not there, because its id was made for this decision, unless somebody has given it to his own. */
    public void begun(String stream) {
        if (frontier.length(stream) == 0) {
            read.putIfAbsent(stream, History.NONE);
        }
    }

    /** Divisions by any code they ever had. */
    public Gazetteer gazetteer() {
        types.putIfAbsent("Division", frontier.position());
        return gazetteer.now();
    }

    public History history(String stream) {
        History history = read.get(stream);
        if (history == null) {
            prefetch(List.of(stream));
            history = read.getOrDefault(stream, History.NONE);
        }
        return history;
    }

    /** divisionId of where a stream lies today, or its organisation, if anywhere. */
    public Optional<String> place(String stream) {
        History history = history(stream);
        UUID organisation = history.organisation();
        return Optional.ofNullable(
                history.division() != null || organisation == null
                        ? history.division()
                        : history(StreamName.of("Organisation", organisation)).division());
    }

    @Override
    public List<Use> uses(String stream, Set<String> ids, LocalDate since, Predicate<Use> counted, int limit) {
        long upTo = frontier.position();
        ids.forEach(id -> named.putIfAbsent(id, upTo));
        List<Use> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<StoredEvent> page = histories.naming(stream, ids, histories.endOfDayBefore(since), PAGE);
        while (!page.isEmpty()) {
            List<String> streams =
                    page.stream().map(StoredEvent::stream).filter(seen::add).toList();
            prefetch(streams);
            streams.stream()
                    .flatMap(each -> Use.in(each, history(each).standing(), ids))
                    .filter(use -> !use.entry().event().occurredOn().isBefore(since))
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
        if (upTo != Long.MAX_VALUE) {
            return histories.all(kind, upTo);
        }
        types.putIfAbsent(kind.streamType(), frontier.position());
        return ((Directory<S>) directories.apply(kind)).now();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Map<String, S> having(Index<S> index, Set<String> keys) {
        keys.forEach(key -> claim(index.kind().streamType(), key));
        Map<String, S> states = new HashMap<>();
        ((LogIndex<S>) indexes.apply(index)).find(keys).forEach((id, stream) -> {
            states.put(id, stream.state());
            found.merge(StreamName.of(index.kind().streamType(), id), stream.version(), Math::min);
        });
        return states;
    }
}
