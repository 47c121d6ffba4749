package org.minqing.command.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voids;

/** The events of one stream in the order in which they were entered, and what stands of them. */
final class StreamStory {
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    /** By the id of the amendment: the line it is about. */
    private final Map<UUID, Line> amended = new HashMap<>();

    private long version;

    private record Correction(Corrects<?> event, @Nullable String actor) {}

    /** One event, its corrections, and whether it was voided. */
    static final class Line {
        private final UUID id;
        private final DomainEvent first;
        private final @Nullable String actor;
        private final LinkedHashMap<UUID, Correction> corrections;
        private boolean voided;

        private Line(UUID id, DomainEvent first, @Nullable String actor, LinkedHashMap<UUID, Correction> corrections) {
            this.id = id;
            this.first = first;
            this.actor = actor;
            this.corrections = corrections;
        }

        UUID id() {
            return id;
        }

        boolean voided() {
            return voided;
        }

        /** Ids of the corrections that stand, the oldest first. */
        List<UUID> corrections() {
            return List.copyOf(corrections.keySet());
        }

        DomainEvent first() {
            return first;
        }

        DomainEvent inForce() {
            return corrections.isEmpty()
                    ? first
                    : Objects.requireNonNull(corrections.lastEntry()).getValue().event().after();
        }

        /** A correction that stands, by its id. */
        Corrects<?> correction(UUID correctionId) {
            return Objects.requireNonNull(corrections.get(correctionId)).event();
        }

        /** Who said what stands where the last correction, by its id, is left out. */
        @Nullable
        String actorBefore(UUID correctionId) {
            return corrections.entrySet().stream()
                    .takeWhile(each -> !each.getKey().equals(correctionId))
                    .reduce((one, next) -> next)
                    .map(last -> last.getValue().actor())
                    .orElse(actor);
        }

        StreamEntry<DomainEvent> entry() {
            Map.Entry<UUID, Correction> last = corrections.lastEntry();
            return new StreamEntry<>(id, inForce(), last == null ? actor : last.getValue().actor());
        }

        private Line copy() {
            Line copy = new Line(id, first, actor, new LinkedHashMap<>(corrections));
            copy.voided = voided;
            return copy;
        }
    }

    /** Takes the next event; true where what stood before stands on as it was. */
    boolean take(UUID id, DomainEvent event, @Nullable String actor) {
        version++;
        switch (event) {
            case Voids<?> v -> {
                Line corrected = amended.get(v.target());
                Line line = corrected == null ? known(v.target()) : corrected;
                if (corrected == null) {
                    line.voided = true;
                } else {
                    line.corrections.remove(v.target());
                }
                amended.put(id, line);
                return false;
            }
            case Corrects<?> c -> {
                Line line = known(c.target());
                line.corrections.put(id, new Correction(c, actor));
                amended.put(id, line);
                return false;
            }
            default -> {
                lines.put(id, new Line(id, event, actor, new LinkedHashMap<>()));
                return true;
            }
        }
    }

    private Line known(UUID target) {
        Line line = lines.get(target);
        if (line == null) {
            throw new IllegalStateException("event " + target + " is amended, which its stream does not hold");
        }
        return line;
    }

    StreamStory copy() {
        StreamStory copy = new StreamStory();
        copy.version = version;
        lines.forEach((id, line) -> copy.lines.put(id, line.copy()));
        amended.forEach((id, line) -> copy.amended.put(id, Objects.requireNonNull(copy.lines.get(line.id))));
        return copy;
    }

    /** Number of events, amendments included. */
    long version() {
        return version;
    }

    /** What stands, in the order in which it was entered. */
    List<StreamEntry<DomainEvent>> standing() {
        return lines.values().stream()
                .filter(line -> !line.voided)
                .map(Line::entry)
                .toList();
    }

    /** Every line, voided ones too. */
    Collection<Line> lines() {
        return lines.values();
    }

    List<Line> standingLines() {
        return lines.values().stream().filter(line -> !line.voided).toList();
    }

    /** The event with which the stream began, as it was last corrected, whether it stands or not. */
    Optional<DomainEvent> begun() {
        return lines.values().stream().findFirst().map(Line::inForce);
    }

    /** Every event there ever was of a type, voided ones too, as last corrected. */
    <S extends DomainEvent> List<S> ever(Class<S> type) {
        return lines.values().stream()
                .map(Line::inForce)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The line of an event that is about no other. */
    Optional<Line> find(UUID id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** The line an amendment is about. */
    Optional<Line> amendedBy(UUID id) {
        return Optional.ofNullable(amended.get(id));
    }
}
