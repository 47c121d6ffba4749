package org.minqing.command.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.household.Family.Home;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.Village;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.MemberRelation;

/** A farming household 农户: on every day it has one head, who belongs to it. Entered in any order, judged by the day. */
@Aggregate
class Household {
    @AggregateIdentifier
    private @Nullable String stream;

    private final Course course = new Course();

    Household() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterHousehold command, Situation situation) {
        if (stream != null) {
            throw Refusal.alreadyExists("Household", course.registered().householdId());
        }
        LocalDate day = situation.day(command.occurredOn());
        Heads.refuseAnyOtherThan(command.head(), command.others());
        situation.apply(new HouseholdRegistered(
                command.householdId() == null ? situation.madeId() : command.householdId(),
                Village.id(situation, command.villageCode(), day),
                command.group(),
                command.householdNo(),
                command.head().person(),
                command.others().stream().map(PersonInput::person).toList(),
                command.naturalVillage(),
                day));
    }

    @CommandHandler
    void handle(AddHouseholdMember command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Family family = kept(day);
        Heads.refuseAsMember(command.member().relation(), "/member/relation");
        if (family.members().contains(command.member().id())) {
            throw Refusal.alreadyExists("Member", command.member().id());
        }
        Home home = family.home();
        situation.apply(new HouseholdMemberAdded(
                command.householdId(),
                home.villageId(),
                home.group(),
                command.member().person(),
                day));
    }

    @CommandHandler
    void handle(RemoveHouseholdMember command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Family family = kept(day);
        if (command.memberId().equals(family.headId())) {
            throw Refusal.conflict("head-cannot-leave", command.memberId());
        }
        if (!family.members().contains(command.memberId())) {
            notBefore(course.firstDayOf(command.memberId()), day);
            return;
        }
        Home home = family.home();
        applyLate(
                situation,
                new HouseholdMemberRemoved(
                        command.householdId(),
                        home.villageId(),
                        home.group(),
                        command.memberId(),
                        command.reason(),
                        command.reasonCode(),
                        day));
    }

    @CommandHandler
    void handle(ChangeHouseholdHead command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Family family = kept(day);
        if (!family.members().contains(command.headId())) {
            throw Refusal.notFound("Member", command.headId());
        }
        List<MemberRelation> relations = Heads.relations(command, family);
        if (command.headId().equals(family.headId())) {
            return;
        }
        Home home = family.home();
        applyLate(
                situation,
                new HouseholdHeadChanged(
                        command.householdId(),
                        home.villageId(),
                        home.group(),
                        family.headId(),
                        command.headId(),
                        relations,
                        day));
    }

    @CommandHandler
    void handle(ClassifyHousehold command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Family family = kept(day);
        if (family.kinds().equals(Set.copyOf(command.kinds()))) {
            return;
        }
        Home home = family.home();
        situation.apply(new HouseholdClassified(
                command.householdId(),
                home.villageId(),
                home.group(),
                command.kinds().stream().distinct().toList(),
                day));
    }

    @CommandHandler
    void handle(RelocateHousehold command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        Home former = kept(day).home();
        String villageId =
                command.villageCode() == null ? former.villageId() : Village.id(situation, command.villageCode(), day);
        Home home = new Home(
                villageId,
                command.group(),
                command.householdNo() == null ? former.householdNo() : command.householdNo(),
                command.naturalVillage() == null && villageId.equals(former.villageId())
                        ? former.naturalVillage()
                        : command.naturalVillage());
        if (home.equals(former)) {
            return;
        }
        situation.apply(new HouseholdRelocated(
                command.householdId(),
                former.villageId(),
                former.group(),
                home.villageId(),
                home.group(),
                home.householdNo(),
                home.naturalVillage(),
                day));
    }

    @CommandHandler
    void handle(ArchiveHousehold command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        notBefore(course.registered().occurredOn(), day);
        Family family = course.on(day);
        if (family.archived()) {
            return;
        }
        notBefore(course.lastChange(), day);
        Home home = family.home();
        situation.apply(new HouseholdArchived(
                command.householdId(), home.villageId(), home.group(), command.reason(), command.reasonCode(), day));
    }

    @CommandHandler
    void handle(CorrectHousehold command, Situation situation) {
        Corrections.of(course, command, situation).ifPresent(situation::apply);
    }

    @CommandHandler
    void handle(CorrectHouseholdMember command, Situation situation) {
        Corrections.of(course, command, situation).ifPresent(situation::apply);
    }

    private Family kept(LocalDate day) {
        notBefore(course.registered().occurredOn(), day);
        Family family = course.on(day);
        if (family.archived()) {
            throw Refusal.conflict("household-archived", course.registered().householdId(), day);
        }
        return family;
    }

    private static void notBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw Refusal.outOfOrder(earliest);
        }
    }

    private void applyLate(Situation situation, HouseholdEvent event) {
        course.contradictionTo(event).ifPresent(day -> {
            throw Refusal.conflict("contradicts-later", event.occurredOn(), day);
        });
        situation.apply(event);
    }

    @EventSourcingHandler
    void on(HouseholdEvent event, @EventId UUID id) {
        stream = "Household-" + event.householdId();
        switch (event) {
            case HouseholdCorrected e -> course.correct(e.target(), e.after());
            case HouseholdMemberCorrected e -> course.correct(e.target(), e.after());
            case HouseholdRegistered e -> course.add(id, e);
            case HouseholdMemberAdded e -> course.add(id, e);
            case HouseholdMemberRemoved e -> course.add(id, e);
            case HouseholdHeadChanged e -> course.add(id, e);
            case HouseholdClassified e -> course.add(id, e);
            case HouseholdRelocated e -> course.add(id, e);
            case HouseholdArchived e -> course.add(id, e);
        }
    }
}
