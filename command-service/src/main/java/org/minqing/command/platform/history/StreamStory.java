package org.minqing.command.platform.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;

/** The events of one stream in the order in which they were entered, and what stands of them. */
public final class StreamStory {
    private final Map<UUID, Line> lines;
    /** By the id of an amendment: that of the line it is about. */
    private final Map<UUID, UUID> amended;

    private long version;

    public StreamStory() {
        this(new LinkedHashMap<>(), new HashMap<>(), 0);
    }

    private StreamStory(Map<UUID, Line> lines, Map<UUID, UUID> amended, long version) {
        this.lines = lines;
        this.amended = amended;
        this.version = version;
    }

    /** A correction that stands. */
    public record Correction(
            UUID id,
            DomainEvent event,
            DomainEvent before,
            DomainEvent after,
            @Nullable String actor) {}

    /**
     * One event.
     *
     * @param corrections those that stand, the oldest first
     */
    public record Line(
            UUID id, DomainEvent first, @Nullable String actor, List<Correction> corrections, boolean voided) {
        public DomainEvent inForce() {
            return corrections.isEmpty() ? first : corrections.getLast().after();
        }

        /** A correction that stands; empty where it was voided. */
        public Optional<Correction> correction(UUID correctionId) {
            return corrections.stream()
                    .filter(each -> each.id().equals(correctionId))
                    .findFirst();
        }

        public StreamEntry<DomainEvent> entry() {
            return new StreamEntry<>(
                    id,
                    inForce(),
                    corrections.isEmpty() ? actor : corrections.getLast().actor());
        }

        /** The event that says what is in force: its last correction, else itself. */
        public UUID lastSaid() {
            return corrections.isEmpty() ? id : corrections.getLast().id();
        }

        private Line never() {
            return new Line(id, first, actor, corrections, true);
        }

        private Line with(Correction correction) {
            List<Correction> more = new ArrayList<>(corrections);
            more.add(correction);
            return new Line(id, first, actor, List.copyOf(more), voided);
        }

        public Line without(UUID correctionId) {
            List<Correction> rest = corrections.stream()
                    .filter(each -> !each.id().equals(correctionId))
                    .toList();
            return new Line(id, first, actor, rest, voided);
        }
    }

    /** Takes the next event; true where what stood before stands on as it was. */
    public boolean take(UUID id, DomainEvent event, @Nullable String actor) {
        version++;
        switch (event) {
            case Voided<?> v -> {
                UUID corrected = amended.get(v.target());
                Line line = known(corrected == null ? v.target() : corrected);
                change(id, corrected == null ? line.never() : line.without(v.target()));
                return false;
            }
            case Corrected<?> c -> {
                change(id, known(c.target()).with(new Correction(id, event, c.before(), c.after(), actor)));
                return false;
            }
            default -> {
                lines.put(id, new Line(id, event, actor, List.of(), false));
                return true;
            }
        }
    }

    private void change(UUID amendment, Line line) {
        lines.put(line.id(), line);
        amended.put(amendment, line.id());
    }

    private Line known(UUID target) {
        Line line = lines.get(target);
        if (line == null) {
            throw new IllegalStateException("event " + target + " is amended, which its stream does not hold");
        }
        return line;
    }

    public StreamStory copy() {
        return new StreamStory(new LinkedHashMap<>(lines), new HashMap<>(amended), version);
    }

    /** Number of events, amendments included. */
    public long version() {
        return version;
    }

    /** What stands, in the order in which it was entered. */
    public List<StreamEntry<DomainEvent>> standing() {
        return standingLines().stream().map(Line::entry).toList();
    }

    public List<Line> standingLines() {
        return lines.values().stream().filter(line -> !line.voided()).toList();
    }

    /** Every line, voided ones too. */
    Collection<Line> lines() {
        return lines.values();
    }

    /** The event with which the stream began, as it was last corrected, whether it stands or not. */
    public Optional<DomainEvent> begun() {
        return lines.values().stream().findFirst().map(Line::inForce);
    }

    /** Every event there ever was of a type, voided ones too, as last corrected. */
    public <S extends DomainEvent> List<S> ever(Class<S> type) {
        return lines.values().stream()
                .map(Line::inForce)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The line of an event that is about no other. */
    public Optional<Line> find(UUID id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** The line an amendment is about. */
    public Optional<Line> amendedBy(UUID id) {
        return Optional.ofNullable(amended.get(id)).map(lines::get);
    }
}
