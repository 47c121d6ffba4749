package org.minqing.command.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Index;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.Timeline;
import org.minqing.events.DomainEvent;
import org.minqing.events.Likeness;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;

/**
 * The number a household bears in its village, by day.
 *
 * @param archivedOn from this day on it bears none
 */
record Numbering(Timeline<VillageNumber> numbers, @Nullable LocalDate archivedOn) {
    private static final Index<Numbering> BY_NUMBER = new Index<>(
            "household-number",
            new Reference<>("Household", new Numbering(Timeline.empty(), null), Numbering::after),
            Numbering::keys);

    /** @param key village and number as they are compared */
    record VillageNumber(String key, String householdNo) {
        static VillageNumber of(String villageId, String householdNo) {
            return new VillageNumber(villageId + "\n" + Likeness.of(householdNo).toUpperCase(Locale.ROOT), householdNo);
        }
    }

    /**
     * Refuses a number that another household of the village bears on the day or later, unless that was seen.
     *
     * @throws Refusal 409 {@code duplicate-household}, naming the other
     */
    static void refuseTaken(
            UUID householdId,
            String villageId,
            String householdNo,
            @Nullable Boolean confirmed,
            DecisionContext situation) {
        String key = VillageNumber.of(villageId, householdNo).key();
        situation.references().having(BY_NUMBER, Set.of(key)).entrySet().stream()
                .filter(other -> !other.getKey().equals(householdId.toString()))
                .filter(other -> other.getValue().bears(key, situation.day()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .filter(other -> !Boolean.TRUE.equals(confirmed))
                .ifPresent(other -> {
                    throw Refusal.conflict("duplicate-household", householdNo, other);
                });
    }

    private boolean bears(String key, LocalDate day) {
        List<Timeline.Entry<VillageNumber>> entries = numbers.entries();
        for (int i = 0; i < entries.size(); i++) {
            LocalDate from = entries.get(i).from();
            boolean ended = i + 1 < entries.size() && !entries.get(i + 1).from().isAfter(day)
                    || archivedOn != null && !archivedOn.isAfter(from.isAfter(day) ? from : day);
            if (entries.get(i).value().key().equals(key) && !ended) {
                return true;
            }
        }
        return false;
    }

    private Set<String> keys() {
        return numbers.entries().stream().map(entry -> entry.value().key()).collect(Collectors.toSet());
    }

    private Numbering after(DomainEvent event) {
        return switch (event) {
            case HouseholdRegistered e ->
                new Numbering(
                        numbers.with(e.occurredOn(), VillageNumber.of(e.of().villageId(), e.householdNo())),
                        archivedOn);
            case HouseholdRelocated e -> {
                String no = e.householdNo() == null
                        ? numbers.on(e.occurredOn())
                                .map(VillageNumber::householdNo)
                                .orElse(null)
                        : e.householdNo();
                yield no == null
                        ? this
                        : new Numbering(
                                numbers.with(e.occurredOn(), VillageNumber.of(e.of().villageId(), no)), archivedOn);
            }
            case HouseholdArchived e -> new Numbering(numbers, e.occurredOn());
            default -> this;
        };
    }
}
