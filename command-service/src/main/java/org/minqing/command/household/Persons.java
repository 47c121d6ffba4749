package org.minqing.command.household;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.Likenesses;
import org.minqing.command.platform.history.Index;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;

/**
 * The persons of a household and their sealed citizen numbers.
 *
 * @param byId by personId
 * @param archivedOn from this day on nobody belongs to it
 */
record Persons(Map<UUID, Numbered> byId, @Nullable LocalDate archivedOn) {
    private static final String CITIZEN_NUMBER = "citizen-number";

    static final Index<Persons> BY_PERSON = new Index<>(
            "person",
            new Reference<>("Household", new Persons(Map.of(), null), Persons::after),
            persons -> persons.byId().keySet().stream().map(UUID::toString).collect(Collectors.toSet()));

    /** @param until the day from which the person belongs to it no longer */
    private record Numbered(
            @Nullable Sealed number, @Nullable LocalDate until) {}

    Persons {
        byId = Map.copyOf(byId);
    }

    /**
     * Refuses a person with the citizen number of one who belongs to a household on the day or later, unless that was seen.
     *
     * @param entered without those of whom nothing new is said
     * @throws Refusal 409 {@code duplicate-person}, naming the household of the other
     */
    static void refuseKnown(
            UUID householdId, List<Person> entered, @Nullable Boolean confirmed, DecisionContext situation) {
        Likenesses likenesses = situation.likenesses();
        likenesses.claim(
                CITIZEN_NUMBER,
                entered.stream()
                        .map(Person::citizenNumber)
                        .filter(Objects::nonNull)
                        .toList());
        Map<UUID, Set<UUID>> alike = new HashMap<>();
        for (Person person : entered) {
            if (person.citizenNumber() != null) {
                Set<UUID> persons = new HashSet<>(likenesses.persons(CITIZEN_NUMBER, person.citizenNumber()));
                persons.add(person.personId());
                alike.put(person.personId(), persons);
            }
        }
        if (alike.isEmpty() || Boolean.TRUE.equals(confirmed)) {
            return;
        }
        Map<String, Persons> households = situation
                .references()
                .having(
                        BY_PERSON,
                        alike.values().stream()
                                .flatMap(Set::stream)
                                .map(UUID::toString)
                                .collect(Collectors.toSet()));
        for (Person person : entered) {
            Sealed number = person.citizenNumber();
            if (number != null) {
                Stream.concat(
                                entered.stream()
                                        .filter(other -> !other.personId().equals(person.personId()))
                                        .filter(other -> other.citizenNumber() != null
                                                && likenesses.same(number, other.citizenNumber()))
                                        .map(other -> householdId.toString()),
                                households.entrySet().stream()
                                        .filter(each -> alike.getOrDefault(person.personId(), Set.of()).stream()
                                                .anyMatch(other -> !(other.equals(person.personId())
                                                                && each.getKey().equals(householdId.toString()))
                                                        && each.getValue()
                                                                .has(other, number, likenesses, situation.day())))
                                        .map(Map.Entry::getKey)
                                        .sorted())
                        .findFirst()
                        .ifPresent(household -> {
                            throw Refusal.conflict("duplicate-person", person.personId(), household);
                        });
            }
        }
    }

    private boolean has(UUID personId, Sealed number, Likenesses likenesses, LocalDate day) {
        Numbered person = byId.get(personId);
        return person != null
                && person.number() != null
                && (person.until() == null || person.until().isAfter(day))
                && (archivedOn == null || archivedOn.isAfter(day))
                && likenesses.same(number, person.number());
    }

    private Persons after(DomainEvent event) {
        return switch (event) {
            case HouseholdRegistered e ->
                new Persons(
                        Stream.concat(Stream.of(e.head()), e.members().stream())
                                .collect(Collectors.toMap(
                                        Person::personId,
                                        person -> new Numbered(person.citizenNumber(), null),
                                        (one, same) -> one)),
                        null);
            case HouseholdMemberAdded e ->
                with(e.member().personId(), new Numbered(e.member().citizenNumber(), null));
            case HouseholdMemberRemoved e
            when byId.containsKey(e.memberId()) ->
                with(e.memberId(), new Numbered(byId.get(e.memberId()).number(), e.occurredOn()));
            case HouseholdArchived e -> new Persons(byId, e.occurredOn());
            default -> this;
        };
    }

    private Persons with(UUID personId, Numbered person) {
        Map<UUID, Numbered> more = new HashMap<>(byId);
        more.put(personId, person);
        return new Persons(more, archivedOn);
    }
}
