package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;

/**
 * A household as other streams see one.
 *
 * @param homes village and villagers' group by day
 * @param archivedOn from this day on the household is kept no longer
 */
public record HouseholdRef(Timeline<Home> homes, @Nullable LocalDate archivedOn) {
    public static final Reference<HouseholdRef> KIND =
            new Reference<>("Household", new HouseholdRef(Timeline.empty(), null), HouseholdRef::evolve);

    /**
     * Where a household lives.
     *
     * @param villageId divisionId
     * @param group villagers' group 村民小组
     */
    public record Home(String villageId, int group) {}

    /** Where it lived on the day; nothing before it was registered. */
    public Optional<Home> homeOn(LocalDate day) {
        return homes.on(day);
    }

    /** Registered on the day, and not archived by then. */
    public boolean inForceOn(LocalDate day) {
        return homes.on(day).isPresent() && (archivedOn == null || day.isBefore(archivedOn));
    }

    private static HouseholdRef evolve(HouseholdRef state, DomainEvent event) {
        return switch ((HouseholdEvent) event) {
            case HouseholdRegistered e -> state.movedTo(e);
            case HouseholdRelocated e -> state.movedTo(e);
            case HouseholdArchived e -> new HouseholdRef(state.homes, e.occurredOn());
            case HouseholdMemberAdded e -> state;
            case HouseholdMemberRemoved e -> state;
            case HouseholdHeadChanged e -> state;
            case HouseholdClassified e -> state;
        };
    }

    private HouseholdRef movedTo(HouseholdEvent e) {
        Home home = new Home(e.of().villageId(), e.of().group());
        return new HouseholdRef(homes.with(e.occurredOn(), home), archivedOn);
    }
}
