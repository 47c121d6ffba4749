package org.minqing.command.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.command.household.Course.Step;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.Village;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;

/** What was always otherwise than written: nothing where it was not. StepList entered later stand. */
final class Corrections {
    private Corrections() {}

    static Optional<HouseholdEvent> of(Course course, CorrectHousehold command, Situation situation) {
        HouseholdRegistered before = course.registered();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        HouseholdRegistered after = new HouseholdRegistered(
                before.householdId(),
                command.villageCode() == null ? before.villageId() : Village.id(situation, command.villageCode(), day),
                command.group() == null ? before.group() : command.group(),
                command.householdNo() == null ? before.householdNo() : command.householdNo(),
                before.head(),
                before.members(),
                command.naturalVillage(before.naturalVillage()),
                day);
        return corrected(course, after, command.reason(), command.reasonCode());
    }

    static Optional<HouseholdEvent> of(Course course, CorrectHouseholdMember command, Situation situation) {
        Optional<Step> joining = course.joining(command.memberId());
        return joining.isPresent()
                ? ofJoining(joining.get(), command, situation)
                : ofRegistered(course, command, situation);
    }

    private static Optional<HouseholdEvent> ofJoining(Step step, CorrectHouseholdMember command, Situation situation) {
        HouseholdMemberAdded before = (HouseholdMemberAdded) step.event();
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        Heads.refuseAsMember(command.relation(), "/relation");
        HouseholdMemberAdded after = new HouseholdMemberAdded(
                before.householdId(), before.villageId(), before.group(), command.corrected(before.member()), day);
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new HouseholdMemberCorrected(
                        before.householdId(),
                        before.villageId(),
                        before.group(),
                        step.id(),
                        before,
                        after,
                        command.reason(),
                        command.reasonCode(),
                        day));
    }

    private static Optional<HouseholdEvent> ofRegistered(
            Course course, CorrectHouseholdMember command, Situation situation) {
        HouseholdRegistered before = course.registered();
        LocalDate day = situation.dayOf(course.firstDayOf(command.memberId()), command.occurredOn());
        boolean isHead = command.memberId().equals(before.head().personId());
        if (isHead) {
            Heads.refuseAsHead(command.relation(), "/relation");
        } else {
            Heads.refuseAsMember(command.relation(), "/relation");
        }
        List<Person> members = before.members().stream()
                .map(member -> member.personId().equals(command.memberId()) ? command.corrected(member) : member)
                .toList();
        HouseholdRegistered after = new HouseholdRegistered(
                before.householdId(),
                before.villageId(),
                before.group(),
                before.householdNo(),
                isHead ? command.corrected(before.head()) : before.head(),
                members,
                before.naturalVillage(),
                day);
        return corrected(course, after, command.reason(), command.reasonCode());
    }

    private static Optional<HouseholdEvent> corrected(
            Course course, HouseholdRegistered after, Sealed reason, @Nullable String reasonCode) {
        HouseholdRegistered before = course.registered();
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new HouseholdCorrected(
                        before.householdId(),
                        after.villageId(),
                        after.group(),
                        course.registration().id(),
                        before,
                        after,
                        reason,
                        reasonCode,
                        after.occurredOn()));
    }
}
