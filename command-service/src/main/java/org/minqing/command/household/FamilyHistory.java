package org.minqing.command.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.MemberRelation;

/**
 * What happened to a household, in the order of days, those of one day as they were entered. The first is its registration;
 * none where that was voided.
 */
final class FamilyHistory {
    private final List<HouseholdEvent> events = new ArrayList<>();

    void add(HouseholdEvent event) {
        events.add(placeOf(event.occurredOn()), event);
    }

    Optional<HouseholdRegistered> registered() {
        return events.isEmpty() ? Optional.empty() : Optional.of((HouseholdRegistered) events.getFirst());
    }

    /** The last day of which anything but an archiving was entered. */
    LocalDate lastChange() {
        return events.stream()
                .filter(event -> !(event instanceof HouseholdArchived))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .occurredOn();
    }

    /** What members were said to be to the head of a day when that one became the head. */
    List<MemberRelation> relationsOn(LocalDate day) {
        return events.subList(0, placeOf(day)).stream()
                .filter(HouseholdHeadChanged.class::isInstance)
                .reduce((earlier, later) -> later)
                .map(changed -> ((HouseholdHeadChanged) changed).relations())
                .orElse(List.of());
    }

    /** The day from which it is kept no longer, if one was entered. */
    Optional<LocalDate> archivedOn() {
        return events.stream()
                .filter(HouseholdArchived.class::isInstance)
                .map(HouseholdEvent::occurredOn)
                .findFirst();
    }

    /** The first day on which the person belongs to the household; 404 {@code member-not-found} who never does. */
    LocalDate firstDayOf(UUID personId) {
        return events.stream()
                .filter(event -> event instanceof HouseholdRegistered e
                                && Family.of(e).members().contains(personId)
                        || event instanceof HouseholdMemberAdded added
                                && added.member().personId().equals(personId))
                .findFirst()
                .map(HouseholdEvent::occurredOn)
                .orElseThrow(() -> Refusal.notFound("Member", personId));
    }

    /** The household at the end of a day, which is not before its first. */
    Family on(LocalDate day) {
        Family family = Family.of(registered().orElseThrow());
        for (HouseholdEvent event : events.subList(1, placeOf(day))) {
            family = family.after(event);
        }
        return family;
    }

    /** The day of the first later event that could not have happened, had this one. */
    Optional<LocalDate> contradictionTo(HouseholdEvent late) {
        Family family = on(late.occurredOn()).after(late);
        for (HouseholdEvent event : events.subList(placeOf(late.occurredOn()), events.size())) {
            if (!family.allows(event)) {
                return Optional.of(event.occurredOn());
            }
            family = family.after(event);
        }
        return Optional.empty();
    }

    /** Where the next event of a day belongs. */
    private int placeOf(LocalDate day) {
        int place = events.size();
        while (place > 0 && events.get(place - 1).occurredOn().isAfter(day)) {
            place--;
        }
        return place;
    }
}
