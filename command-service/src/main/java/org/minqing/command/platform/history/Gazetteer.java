package org.minqing.command.platform.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.Naming;

/** Every division under every code and name it ever had: small enough to be kept in memory, a fold of all divisions. */
public final class Gazetteer {
    /** By twos the province, prefecture and county, by threes the township and village. */
    private static final Pattern DIVISION_ID = Pattern.compile("([0-9A-Z]{2}){1,3}|[0-9A-Z]{9}|[0-9A-Z]{12}");

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, List<String>> bearers = new ConcurrentHashMap<>();
    private final Map<String, StreamStory> stories = new HashMap<>();

    /**
     * A division.
     *
     * @param id divisionId, never changed; ancestors are its prefixes
     */
    public record Place(String id, @Nullable String parentId, Namings namings) {
        /** A code below one that it ever bore. */
        public boolean isAbove(String code) {
            return namings.all().stream()
                    .map(b -> b.naming().code())
                    .anyMatch(own -> code.startsWith(own) && code.length() > own.length());
        }

        /** Code and name of the day; before its first day, its first. */
        public Naming called(LocalDate day) {
            return namings.on(day).orElseGet(() -> namings.all().getFirst().naming());
        }

        private boolean everBore(String code) {
            return namings.all().stream().anyMatch(b -> b.naming().code().equals(code));
        }

        private boolean bears(String code, LocalDate day) {
            return bears(code, day, day.plusDays(1));
        }

        private boolean bears(String code, LocalDate from, @Nullable LocalDate to) {
            return namings.all().stream().anyMatch(b -> b.naming().code().equals(code) && b.within(from, to));
        }

        /** The day from which it bore the code no longer, the last that is not after the day. */
        private Optional<LocalDate> boreUntil(String code, LocalDate day) {
            return namings.all().stream()
                    .filter(b -> b.naming().code().equals(code))
                    .map(Namings.Borne::to)
                    .filter(to -> to != null && !to.isAfter(day))
                    .max(naturalOrder());
        }

        /** Days between the day and the nearest on which it bore the code. */
        private long away(String code, LocalDate day) {
            return namings.all().stream()
                    .filter(b -> b.naming().code().equals(code))
                    .mapToLong(b -> day.isBefore(b.from()) || b.to() == null
                            ? ChronoUnit.DAYS.between(day, b.from())
                            : ChronoUnit.DAYS.between(b.to(), day) + 1)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /**
     * Takes in one more event of a division, or one about such an event, in the order of the log. What was voided never was: a
     * division whose registration never was is not there, and a code it never bore does not find it.
     */
    public void add(UUID id, DomainEvent event) {
        String divisionId = Objects.requireNonNull(event.division(), "not of a division");
        StreamStory story = stories.computeIfAbsent(divisionId, key -> new StreamStory());
        story.take(id, event, null);
        List<DivisionEvent> standing = story.standing().stream()
                .map(StreamEntry::event)
                .map(DivisionEvent.class::cast)
                .toList();
        Optional<DivisionRegistered> registered = standing.stream()
                .filter(DivisionRegistered.class::isInstance)
                .map(DivisionRegistered.class::cast)
                .findFirst();
        if (registered.isEmpty()) {
            places.remove(divisionId);
            return;
        }
        Namings namings = Namings.of(standing);
        places.put(divisionId, new Place(divisionId, registered.get().parentId(), namings));
        namings.all().forEach(borne -> borne(borne.naming().code(), divisionId));
    }

    private void borne(String code, String id) {
        bearers.compute(code, (key, before) -> {
            List<String> ids = before == null ? new ArrayList<>() : new ArrayList<>(before);
            if (!ids.contains(id)) {
                ids.add(id);
            }
            return List.copyOf(ids);
        });
    }

    private Stream<Place> everBorne(String code) {
        return bearers.getOrDefault(code, List.of()).stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .filter(place -> place.everBore(code));
    }

    /** A division by its divisionId alone. */
    public Optional<Place> place(String divisionId) {
        return Optional.ofNullable(places.get(divisionId));
    }

    /** By code or divisionId: who bears the code on the day, else whose divisionId it is, else who bore it nearest to it. */
    public Optional<Place> find(String codeOrId, LocalDate asOf) {
        return everBorne(codeOrId)
                .filter(p -> p.bears(codeOrId, asOf))
                .findFirst()
                .or(() -> place(codeOrId))
                .or(() -> everBorne(codeOrId).min(comparing(p -> p.away(codeOrId, asOf))));
    }

    /** The same id where it is that of no division, and divisions lie below it; in a ledger that has none yet, any that one can have. */
    public Optional<String> above(String divisionId) {
        return DIVISION_ID.matcher(divisionId).matches()
                        && (places.isEmpty() || places.keySet().stream().anyMatch(id -> id.startsWith(divisionId)))
                ? Optional.of(divisionId)
                : Optional.empty();
    }

    /** Who bears the code on the day, else who takes it later: nobody else may have it from that day on. */
    public Optional<Place> bearer(String code, LocalDate from) {
        return everBorne(code)
                .filter(p -> p.bears(code, from))
                .findFirst()
                .or(() -> everBorne(code).filter(p -> p.bears(code, from, null)).findFirst());
    }

    /** Who bears the code on the day. */
    public Optional<Place> bearerOn(LocalDate day, String code) {
        return everBorne(code).filter(p -> p.bears(code, day)).findFirst();
    }

    /** Whom a code means on a day: who bears it then, else who bore it last before, else who takes it later. */
    public Optional<Place> meant(String code, LocalDate day) {
        return bearerOn(day, code)
                .or(() -> everBorne(code)
                        .filter(p -> p.boreUntil(code, day).isPresent())
                        .max(comparing(p -> p.boreUntil(code, day).orElseThrow())))
                .or(() -> bearer(code, day));
    }

    /** Another division that bears the code on any day from {@code from}, before {@code to} if that is given. */
    public Optional<Place> bearerBeside(String divisionId, String code, LocalDate from, @Nullable LocalDate to) {
        return everBorne(code)
                .filter(p -> !p.id().equals(divisionId) && p.bears(code, from, to))
                .findFirst();
    }

    /** Another division that bears a code on a day on which these namings would give it to the division. */
    public Optional<Place> bearerBeside(String divisionId, Namings namings) {
        return namings.all().stream()
                .flatMap(b -> bearerBeside(divisionId, b.naming().code(), b.from(), b.to()).stream())
                .findFirst();
    }

    /** The divisionId behind a code; 404 {@code division-not-found}. */
    public String divisionId(String codeOrId, LocalDate asOf) {
        return find(codeOrId, asOf).map(Place::id).orElseThrow(() -> Refusal.notFound("Division", codeOrId));
    }
}
