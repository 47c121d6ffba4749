package org.minqing.query.household;

import java.util.ArrayList;
import java.util.List;
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
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.household.MemberRelation;

/** A household on a day: where it lives, who heads it, who else belongs to it. */
record HouseholdState(
        Residence of,
        String householdNo,
        Person head,
        List<Person> members,
        @Nullable String naturalVillage,
        List<String> kinds,
        Status status) {

    enum Status {
        REGISTERED,
        ARCHIVED
    }

    static HouseholdState registered(HouseholdRegistered e) {
        return new HouseholdState(
                e.of(), e.householdNo(), e.head(), e.members(), e.naturalVillage(), List.of(), Status.REGISTERED);
    }

    HouseholdState after(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered e -> registered(e);
            case HouseholdMemberAdded e -> joinedBy(e.member());
            case HouseholdMemberRemoved e -> leftBy(e.memberId());
            case HouseholdHeadChanged e -> headedBy(e.headId(), e.relations());
            case HouseholdClassified e -> classified(e.kinds());
            case HouseholdRelocated e -> movedTo(e);
            case HouseholdArchived e -> archived();
        };
    }

    private HouseholdState joinedBy(Person member) {
        List<Person> more = new ArrayList<>(members);
        more.add(member);
        return people(head, more);
    }

    private HouseholdState leftBy(UUID memberId) {
        return people(
                head,
                members.stream().filter(m -> !m.personId().equals(memberId)).toList());
    }

    private HouseholdState headedBy(UUID headId, List<MemberRelation> relations) {
        List<Person> others = new ArrayList<>();
        Person next = head;
        for (Person person : members) {
            if (person.personId().equals(headId)) {
                next = person;
            } else {
                others.add(related(person, relations));
            }
        }
        if (next != head) {
            others.addFirst(related(head, relations));
        }
        return people(next, others);
    }

    private static Person related(Person person, List<MemberRelation> relations) {
        return relations.stream()
                .filter(r -> r.memberId().equals(person.personId()))
                .findFirst()
                .map(r -> new Person(
                        person.personId(),
                        person.name(),
                        person.citizenNumber(),
                        person.sex(),
                        r.relation(),
                        person.ethnicGroup(),
                        person.phone()))
                .orElse(person);
    }

    private HouseholdState people(Person newHead, List<Person> newMembers) {
        return new HouseholdState(of, householdNo, newHead, List.copyOf(newMembers), naturalVillage, kinds, status);
    }

    private HouseholdState classified(List<String> as) {
        return new HouseholdState(of, householdNo, head, members, naturalVillage, as, status);
    }

    private HouseholdState movedTo(HouseholdRelocated to) {
        return new HouseholdState(
                new Residence(of.householdId(), to.of().villageId(), to.of().group()),
                to.householdNo() == null ? householdNo : to.householdNo(),
                head,
                members,
                to.naturalVillage(),
                kinds,
                status);
    }

    private HouseholdState archived() {
        return new HouseholdState(of, householdNo, head, members, naturalVillage, kinds, Status.ARCHIVED);
    }
}
