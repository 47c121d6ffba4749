package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.household.HouseholdEvent;

/**
 * A household as other streams see one.
 *
 * @param homes village and villagers' group by day
 * @param archivedOn from this day on the household is kept no longer
 */
public record HouseholdRef(Timeline<Home> homes, @Nullable LocalDate archivedOn) {
    public static final Reference<HouseholdRef> KIND =
            new Reference<>("Household", new HouseholdRef(Timeline.empty(), null), HouseholdRef::after);

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

    private HouseholdRef after(DomainEvent event) {
        return switch ((HouseholdEvent) event) {
            case HouseholdEvent.HouseholdRegistered e -> movedTo(e);
            case HouseholdEvent.HouseholdRelocated e -> movedTo(e);
            case HouseholdEvent.HouseholdArchived e -> new HouseholdRef(homes, e.occurredOn());
            case HouseholdEvent.HouseholdMemberAdded e -> this;
            case HouseholdEvent.HouseholdMemberRemoved e -> this;
            case HouseholdEvent.HouseholdHeadChanged e -> this;
            case HouseholdEvent.HouseholdClassified e -> this;
        };
    }

    private HouseholdRef movedTo(HouseholdEvent e) {
        Home home = new Home(e.of().villageId(), e.of().group());
        return new HouseholdRef(homes.with(e.occurredOn(), home), archivedOn);
    }
}
