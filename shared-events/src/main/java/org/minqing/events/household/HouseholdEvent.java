package org.minqing.events.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Moves;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/**
 * The story of a farming household 农户: where it lives, who belongs to it. A member's id is the personId. It belongs to
 * no programme; link points admit it to one.
 */
public sealed interface HouseholdEvent extends DomainEvent {
    UUID householdId();

    /** divisionId of the village it lives in from this event on. */
    String villageId();

    /** Number of the villagers' group 村民小组 it belongs to from this event on. */
    int group();

    @Override
    default String division() {
        return villageId();
    }

    /**
     * From this day on the household is on the village's register, with its head and members.
     *
     * @param householdNo 户号 as the village writes it
     * @param members all but the head
     * @param naturalVillage 自然村
     */
    record HouseholdRegistered(
            UUID householdId,
            String villageId,
            int group,
            String householdNo,
            Person head,
            List<Person> members,
            @Nullable String naturalVillage,
            LocalDate occurredOn)
            implements HouseholdEvent {
        public HouseholdRegistered {
            members = List.copyOf(members);
        }
    }

    /** From this day on one more person belongs to the household: born, married in, moved in. */
    record HouseholdMemberAdded(UUID householdId, String villageId, int group, Person member, LocalDate occurredOn)
            implements HouseholdEvent {}

    /** What was written of the person who joined was wrong, and always was otherwise. */
    record HouseholdMemberCorrected(
            UUID householdId,
            String villageId,
            int group,
            UUID target,
            HouseholdMemberAdded before,
            HouseholdMemberAdded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements HouseholdEvent, Corrects<HouseholdMemberAdded> {}

    /** From this day on a person no longer belongs to the household: died, married out, moved away. */
    record HouseholdMemberRemoved(
            UUID householdId,
            String villageId,
            int group,
            UUID memberId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements HouseholdEvent {}

    /**
     * From this day on another member heads the household; the former head stays a member.
     *
     * @param relations what the members named are to the new head
     */
    record HouseholdHeadChanged(
            UUID householdId,
            String villageId,
            int group,
            UUID formerHeadId,
            UUID headId,
            List<MemberRelation> relations,
            LocalDate occurredOn)
            implements HouseholdEvent {
        public HouseholdHeadChanged {
            relations = List.copyOf(relations);
        }
    }

    /** From this day on the household counts as of these kinds and no others: on the minimum allowance, of a martyr, ... */
    record HouseholdClassified(UUID householdId, String villageId, int group, List<String> kinds, LocalDate occurredOn)
            implements HouseholdEvent {
        public HouseholdClassified {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * From this day on the household lives in another villagers' group or village.
     *
     * @param householdNo its number there; none if it keeps the one it has
     * @param naturalVillage where it lives now, none if none is named
     */
    record HouseholdRelocated(
            UUID householdId,
            String formerVillageId,
            int formerGroup,
            String villageId,
            int group,
            @Nullable String householdNo,
            @Nullable String naturalVillage,
            LocalDate occurredOn)
            implements HouseholdEvent, Moves {}

    /** What was written when the household was registered was wrong, and always was otherwise. */
    record HouseholdCorrected(
            UUID householdId,
            String villageId,
            int group,
            UUID target,
            HouseholdRegistered before,
            HouseholdRegistered after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements HouseholdEvent, Corrects<HouseholdRegistered> {}

    /** From this day on the household is no longer kept: it died out, moved away or became part of another. */
    record HouseholdArchived(
            UUID householdId,
            String villageId,
            int group,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements HouseholdEvent {}
}
