package org.minqing.command.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;

/** Every division under every code and name it ever had: small enough to be kept in memory, a fold of all divisions. */
public final class Gazetteer {
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, List<String>> bearers = new ConcurrentHashMap<>();

    /** Code and name a division bears from a day on. */
    public record Naming(LocalDate from, String code, String name) {}

    /**
     * A division.
     *
     * @param id divisionId, never changed; ancestors are its prefixes
     * @param namings oldest first
     */
    public record Place(String id, @Nullable String parentId, List<Naming> namings) {
        /** Code and name on a day; the first ones before its first day. */
        public Naming on(LocalDate day) {
            return namings.stream()
                    .filter(n -> !n.from().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .orElse(namings.getFirst());
        }

        boolean bears(String code, LocalDate day) {
            return !day.isBefore(namings.getFirst().from()) && on(day).code().equals(code);
        }

        boolean bearsFrom(String code, LocalDate day) {
            return bears(code, day)
                    || namings.stream()
                            .anyMatch(n -> n.code().equals(code) && n.from().isAfter(day));
        }
    }

    /** Takes in one more event, in the order of the log. */
    public void add(DivisionEvent event) {
        switch (event) {
            case DivisionRegistered e ->
                put(e.divisionId(), e.parentId(), new Naming(e.occurredOn(), e.code(), e.name()));
            case DivisionRecoded e -> put(e.divisionId(), e.parentId(), new Naming(e.occurredOn(), e.code(), e.name()));
            case DivisionRenamed e ->
                place(e.divisionId())
                        .ifPresent(p -> put(
                                p.id(),
                                p.parentId(),
                                new Naming(e.occurredOn(), p.on(e.occurredOn()).code(), e.name())));
        }
    }

    private void put(String id, @Nullable String parentId, Naming naming) {
        places.compute(id, (key, before) -> {
            List<Naming> namings = before == null ? new ArrayList<>() : new ArrayList<>(before.namings());
            namings.add(naming);
            namings.sort(Comparator.comparing(Naming::from));
            return new Place(id, parentId, List.copyOf(namings));
        });
        bearers.compute(naming.code(), (key, before) -> {
            List<String> ids = before == null ? new ArrayList<>() : new ArrayList<>(before);
            ids.remove(id);
            ids.add(id);
            return List.copyOf(ids);
        });
    }

    /** A division by its divisionId alone. */
    public Optional<Place> place(String divisionId) {
        return Optional.ofNullable(places.get(divisionId));
    }

    /** By code or divisionId: who bears the code on the day, else who bore it last, else whose divisionId it is. */
    public Optional<Place> find(String codeOrId, LocalDate asOf) {
        List<Place> everBorne = bearers.getOrDefault(codeOrId, List.of()).stream()
                .map(places::get)
                .toList();
        return everBorne.stream()
                .filter(p -> p.bears(codeOrId, asOf))
                .findFirst()
                .or(() -> everBorne.stream().reduce((earlier, later) -> later))
                .or(() -> place(codeOrId));
    }

    /** Who bears the code on the day or takes it later: nobody else may have it from that day on. */
    public Optional<Place> bearer(String code, LocalDate from) {
        return bearers.getOrDefault(code, List.of()).stream()
                .map(places::get)
                .filter(p -> p.bearsFrom(code, from))
                .findFirst();
    }

    /** The divisionId behind a code; 404 {@code division-not-found}. */
    public String divisionId(String codeOrId, LocalDate asOf) {
        return find(codeOrId, asOf).map(Place::id).orElseThrow(() -> Refusal.notFound("Division", codeOrId));
    }
}
