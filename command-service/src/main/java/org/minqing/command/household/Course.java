package org.minqing.command.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.Refusal;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;

/**
 * What happened to a household, in the order of days, those of one day as they were entered; what was corrected stands as
 * last corrected. The first is its registration.
 */
final class Course {
    private final List<Step> steps = new ArrayList<>();

    /** An event and the id it has in the log. */
    record Step(UUID id, HouseholdEvent event) {}

    void add(UUID id, HouseholdEvent event) {
        steps.add(placeOf(event.occurredOn()), new Step(id, event));
    }

    void correct(UUID target, HouseholdEvent after) {
        steps.replaceAll(step -> step.id().equals(target) ? new Step(target, after) : step);
    }

    Step registration() {
        return steps.getFirst();
    }

    HouseholdRegistered registered() {
        return (HouseholdRegistered) registration().event();
    }

    /** The last day of which anything but an archiving was entered. */
    LocalDate lastChange() {
        return steps.stream()
                .map(Step::event)
                .filter(event -> !(event instanceof HouseholdArchived))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .occurredOn();
    }

    /** How the person joined after the registration; the last time where there were several. */
    Optional<Step> joining(UUID personId) {
        return steps.stream()
                .filter(step -> step.event() instanceof HouseholdMemberAdded added
                        && added.member().personId().equals(personId))
                .reduce((earlier, later) -> later);
    }

    /** The first day on which the person belongs to the household; 404 {@code member-not-found} who never does. */
    LocalDate firstDayOf(UUID personId) {
        return steps.stream()
                .map(Step::event)
                .filter(event -> switch (event) {
                    case HouseholdRegistered e -> Family.of(e).members().contains(personId);
                    case HouseholdMemberAdded e -> e.member().personId().equals(personId);
                    default -> false;
                })
                .findFirst()
                .map(HouseholdEvent::occurredOn)
                .orElseThrow(() -> Refusal.notFound("Member", personId));
    }

    /** The household at the end of a day, which is not before its first. */
    Family on(LocalDate day) {
        Family family = Family.of(registered());
        for (Step step : steps.subList(1, placeOf(day))) {
            family = family.after(step.event());
        }
        return family;
    }

    /** The day of the first later event that could not have happened, had this one. */
    Optional<LocalDate> contradictionTo(HouseholdEvent late) {
        Family family = on(late.occurredOn()).after(late);
        for (Step step : steps.subList(placeOf(late.occurredOn()), steps.size())) {
            if (!family.allows(step.event())) {
                return Optional.of(step.event().occurredOn());
            }
            family = family.after(step.event());
        }
        return Optional.empty();
    }

    /** Where the next event of a day belongs. */
    private int placeOf(LocalDate day) {
        int place = steps.size();
        while (place > 0 && steps.get(place - 1).event().occurredOn().isAfter(day)) {
            place--;
        }
        return place;
    }
}
