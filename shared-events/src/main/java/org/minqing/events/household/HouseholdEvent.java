package org.minqing.events.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Moves;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/**
 * The story of a farming household 农户: where it lives, who belongs to it. A member's id is the personId. It belongs to
 * no programme; link points admit it to one.
 */
public sealed interface HouseholdEvent extends DomainEvent {
    /** Which household it is, and where it lives from the event on. */
    sealed interface Home extends Header permits Residence, Removal {
        UUID householdId();

        /** divisionId of the village. */
        String villageId();

        /** Number of the villagers' group 村民小组. */
        int group();

        @Override
        default String divisionId() {
            return villageId();
        }
    }

    /** A household that lives in a village. */
    record Residence(UUID householdId, String villageId, int group) implements Home {}

    /** A household on the way from one village or villagers' group to another. */
    record Removal(UUID householdId, String formerVillageId, int formerGroup, String villageId, int group)
            implements Home {}

    @Override
    Home of();

    /**
     * From this day on the household is on the village's register, with its head and members.
     *
     * @param householdNo 户号 as the village writes it
     * @param members all but the head
     * @param naturalVillage 自然村
     */
    record HouseholdRegistered(
            Residence of,
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
    record HouseholdMemberAdded(Residence of, Person member, LocalDate occurredOn) implements HouseholdEvent {}

    /** From this day on a person no longer belongs to the household: died, married out, moved away. */
    record HouseholdMemberRemoved(
            Residence of,
            UUID memberId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn) implements HouseholdEvent {}

    /**
     * From this day on another member heads the household; the former head stays a member.
     *
     * @param relations what the members named are to the new head
     */
    record HouseholdHeadChanged(
            Residence of, UUID formerHeadId, UUID headId, List<MemberRelation> relations, LocalDate occurredOn)
            implements HouseholdEvent {
        public HouseholdHeadChanged {
            relations = List.copyOf(relations);
        }
    }

    /** From this day on the household counts as of these kinds and no others: on the minimum allowance, of a martyr, ... */
    record HouseholdClassified(Residence of, List<String> kinds, LocalDate occurredOn) implements HouseholdEvent {
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
            Removal of,
            @Nullable String householdNo,
            @Nullable String naturalVillage,
            LocalDate occurredOn) implements HouseholdEvent, Moves {}

    /** From this day on the household is no longer kept: it died out, moved away or became part of another. */
    record HouseholdArchived(
            Residence of, @Nullable Sealed reason, @Nullable String reasonCode, LocalDate occurredOn)
            implements HouseholdEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn.minusDays(1);
        }
    }
}
