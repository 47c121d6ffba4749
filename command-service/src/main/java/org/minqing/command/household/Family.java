package org.minqing.command.household;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Person;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;

/**
 * A household as it stands on a day.
 *
 * @param members personIds, the head's among them
 */
record Family(Dwelling home, UUID headId, Set<UUID> members, Set<String> kinds, boolean archived) {
    /** Where a household lives and under which number. */
    record Dwelling(
            String villageId,
            int group,
            String householdNo,
            @Nullable String naturalVillage) {}

    Family {
        members = Set.copyOf(members);
        kinds = Set.copyOf(kinds);
    }

    static Family of(HouseholdRegistered e) {
        Set<UUID> members = new HashSet<>(List.of(e.head().personId()));
        e.members().stream().map(Person::personId).forEach(members::add);
        return new Family(
                new Dwelling(e.of().villageId(), e.of().group(), e.householdNo(), e.naturalVillage()),
                e.head().personId(),
                members,
                Set.of(),
                false);
    }

    /** Whether what was entered for a later day can still happen; what only repeats can. */
    boolean allows(HouseholdEvent later) {
        return switch (later) {
            case HouseholdMemberRemoved e -> !e.memberId().equals(headId);
            case HouseholdHeadChanged e -> members.contains(e.headId());
            case HouseholdMemberAdded e -> true;
            case HouseholdClassified e -> true;
            case HouseholdRelocated e -> true;
            case HouseholdArchived e -> true;
            case HouseholdRegistered e -> throw new IllegalStateException("a household begins once");
        };
    }

    Family after(HouseholdEvent event) {
        return switch (event) {
            case HouseholdMemberAdded e -> {
                Set<UUID> more = new HashSet<>(members);
                more.add(e.member().personId());
                yield new Family(home, headId, more, kinds, archived);
            }
            case HouseholdMemberRemoved e -> {
                Set<UUID> fewer = new HashSet<>(members);
                fewer.remove(e.memberId());
                yield new Family(home, headId, fewer, kinds, archived);
            }
            case HouseholdHeadChanged e -> new Family(home, e.headId(), members, kinds, archived);
            case HouseholdClassified e -> new Family(home, headId, members, Set.copyOf(e.kinds()), archived);
            case HouseholdRelocated e ->
                new Family(
                        new Dwelling(
                                e.of().villageId(),
                                e.of().group(),
                                e.householdNo() == null ? home.householdNo() : e.householdNo(),
                                e.naturalVillage()),
                        headId,
                        members,
                        kinds,
                        archived);
            case HouseholdArchived e -> new Family(home, headId, members, kinds, true);
            case HouseholdRegistered e -> of(e);
        };
    }
}
