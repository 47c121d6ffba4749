package org.minqing.command.household;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.command.household.Family.Dwelling;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.Village;
import org.minqing.events.Person;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.household.MemberRelation;

/** A farming household 农户: on every day it has one head, who belongs to it. Entered in any order, judged by the day. */
class Household implements StreamAggregate<HouseholdEvent> {
    private final FamilyHistory history = new FamilyHistory();

    void handle(HouseholdCommand.RegisterHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Heads.refuseAnyOtherThan(command.head(), command.others());
        Residence of = new Residence(
                requireNonNullElse(command.householdId(), situation.madeId()),
                Village.id(situation, command.villageCode(), day),
                command.group());
        if (!(situation.corrected() instanceof HouseholdRegistered before
                && before.of().villageId().equals(of.villageId())
                && before.householdNo().equals(command.householdNo()))) {
            Numbering.refuseTaken(
                    of.householdId(), of.villageId(), command.householdNo(), command.confirmDuplicate(), situation);
        }
        List<Person> members =
                command.others().stream().map(PersonInput::person).toList();
        List<Person> all = Stream.concat(Stream.of(command.head().person()), members.stream())
                .toList();
        Persons.refuseKnown(of.householdId(), unsaid(all, situation), command.confirmDuplicate(), situation);
        situation.enter(new HouseholdRegistered(
                of, command.householdNo(), command.head().person(), members, command.naturalVillage(), day));
    }

    void handle(HouseholdCommand.AddHouseholdMember command, DecisionContext situation) {
        Residence of = residence(command.householdId(), situation);
        Heads.refuseAsMember(command.member().relation(), "/member/relation");
        Person member = command.member().person();
        Persons.refuseKnown(
                of.householdId(), unsaid(List.of(member), situation), command.confirmDuplicate(), situation);
        situation.enter(new HouseholdMemberAdded(of, member, situation.day()));
    }

    /** Those whose number the event that is corrected does not say already. */
    private static List<Person> unsaid(List<Person> persons, DecisionContext situation) {
        List<Person> said = switch (situation.corrected()) {
            case HouseholdRegistered e ->
                Stream.concat(Stream.of(e.head()), e.members().stream()).toList();
            case HouseholdMemberAdded e -> List.of(e.member());
            case null, default -> List.of();
        };
        return persons.stream()
                .filter(person -> said.stream()
                        .noneMatch(before -> before.personId().equals(person.personId())
                                && Objects.equals(before.citizenNumber(), person.citizenNumber())))
                .toList();
    }

    void handle(HouseholdCommand.RemoveHouseholdMember command, DecisionContext situation) {
        Residence of = residence(command.householdId(), situation);
        situation.enter(new HouseholdMemberRemoved(
                of, command.memberId(), situation.reasonIfGiven(), situation.reasonCode(), situation.day()));
    }

    void handle(HouseholdCommand.ChangeHouseholdHead command, DecisionContext situation) {
        Residence of = residence(command.householdId(), situation);
        UUID former = history.on(situation.day()).headId();
        var changed = new HouseholdHeadChanged(of, former, command.headId(), Heads.relations(command), situation.day());
        if (former.equals(command.headId()) && !repeats(changed)) {
            changed.relations().forEach(each -> requireMember(history.on(situation.day()), each.memberId()));
            throw Refusal.conflict("already-the-head", command.headId(), situation.day());
        }
        situation.enter(changed);
    }

    void handle(HouseholdCommand.ClassifyHousehold command, DecisionContext situation) {
        Residence of = residence(command.householdId(), situation);
        situation.enter(
                new HouseholdClassified(of, command.kinds().stream().distinct().toList(), situation.day()));
    }

    void handle(HouseholdCommand.RelocateHousehold command, DecisionContext situation) {
        LocalDate day = situation.day();
        Residence from = residence(command.householdId(), situation);
        Dwelling former = history.on(day).home();
        String villageId =
                command.villageCode() == null ? former.villageId() : Village.id(situation, command.villageCode(), day);
        String householdNo = command.householdNo() == null ? former.householdNo() : command.householdNo();
        if (!villageId.equals(former.villageId()) || !householdNo.equals(former.householdNo())) {
            Numbering.refuseTaken(command.householdId(), villageId, householdNo, command.confirmDuplicate(), situation);
        }
        situation.enter(new HouseholdRelocated(
                new Removal(command.householdId(), from.villageId(), from.group(), villageId, command.group()),
                householdNo,
                command.naturalVillage() == null && villageId.equals(former.villageId())
                        ? former.naturalVillage()
                        : command.naturalVillage(),
                day));
    }

    void handle(HouseholdCommand.ArchiveHousehold command, DecisionContext situation) {
        Residence of = residence(command.householdId(), situation);
        situation.enter(new HouseholdArchived(of, situation.reasonIfGiven(), situation.reasonCode(), situation.day()));
    }

    @Override
    public void check(StreamEntry<HouseholdEvent> entry) {
        LocalDate day = entry.event().occurredOn();
        UUID householdId = entry.event().of().householdId();
        switch (entry.event()) {
            case HouseholdRegistered e -> {
                if (history.registered().isPresent()) {
                    throw Refusal.alreadyExists("Household", householdId);
                }
            }
            case HouseholdMemberAdded e -> {
                if (kept(householdId, day).members().contains(e.member().personId())) {
                    throw Refusal.alreadyExists("Member", e.member().personId());
                }
            }
            case HouseholdMemberRemoved e -> check(e, kept(householdId, day));
            case HouseholdHeadChanged e -> check(e, kept(householdId, day));
            case HouseholdClassified e -> kept(householdId, day);
            case HouseholdRelocated e -> kept(householdId, day);
            case HouseholdArchived e -> {
                family(householdId, day);
                history.archivedOn().ifPresent(archived -> Refusal.refuseBefore(archived, day));
                Refusal.refuseBefore(history.lastChange(), day);
            }
        }
    }

    private void check(HouseholdMemberRemoved e, Family family) {
        if (e.memberId().equals(family.headId())) {
            throw Refusal.conflict("head-cannot-leave", e.memberId());
        }
        if (!family.members().contains(e.memberId())) {
            Refusal.refuseBefore(history.firstDayOf(e.memberId()), e.occurredOn());
            throw Refusal.notFound("Member", e.memberId());
        }
        refuseContradiction(e);
    }

    private void check(HouseholdHeadChanged e, Family family) {
        requireMember(family, e.headId());
        e.relations().stream().map(MemberRelation::memberId).forEach(member -> requireMember(family, member));
        refuseContradiction(e);
    }

    private static void requireMember(Family family, UUID personId) {
        if (!family.members().contains(personId)) {
            throw Refusal.notFound("Member", personId);
        }
    }

    private void refuseContradiction(HouseholdEvent event) {
        history.contradictionTo(event).ifPresent(later -> {
            throw Refusal.conflict("contradicts-later", event.occurredOn(), later);
        });
    }

    /** One who has left, the head of the day, the kinds and home of the day, an archived household. */
    @Override
    public boolean repeats(HouseholdEvent event) {
        LocalDate day = event.occurredOn();
        if (event instanceof HouseholdRegistered || history.registered().isEmpty()) {
            return false;
        }
        Family family = history.on(day);
        if (family.archived()) {
            return event instanceof HouseholdArchived;
        }
        return switch (event) {
            case HouseholdRegistered e -> false;
            case HouseholdMemberAdded e -> false;
            case HouseholdMemberRemoved e ->
                !family.members().contains(e.memberId()) && !day.isBefore(history.firstDayOf(e.memberId()));
            case HouseholdHeadChanged e ->
                e.headId().equals(family.headId()) && history.relationsOn(day).containsAll(e.relations());
            case HouseholdClassified e -> family.kinds().equals(Set.copyOf(e.kinds()));
            case HouseholdRelocated e -> family.after(e).equals(family);
            case HouseholdArchived e -> false;
        };
    }

    /** Where it lived, and who headed it, before a change; one that moved within its village stays in that. */
    @Override
    public HouseholdEvent retold(HouseholdEvent event) {
        LocalDate day = event.occurredOn();
        UUID householdId = event.of().householdId();
        if (event instanceof HouseholdRegistered || history.registered().isEmpty()) {
            return event;
        }
        Family family = history.on(day);
        Residence of = residence(householdId, family.home());
        return switch (event) {
            case HouseholdRegistered e -> e;
            case HouseholdMemberAdded e -> new HouseholdMemberAdded(of, e.member(), day);
            case HouseholdMemberRemoved e ->
                new HouseholdMemberRemoved(of, e.memberId(), e.reason(), e.reasonCode(), day);
            case HouseholdHeadChanged e ->
                new HouseholdHeadChanged(of, family.headId(), e.headId(), e.relations(), day);
            case HouseholdClassified e -> new HouseholdClassified(of, e.kinds(), day);
            case HouseholdRelocated e ->
                new HouseholdRelocated(
                        new Removal(
                                householdId,
                                of.villageId(),
                                of.group(),
                                e.of().villageId().equals(((Removal) e.of()).formerVillageId())
                                        ? of.villageId()
                                        : e.of().villageId(),
                                e.of().group()),
                        e.householdNo(),
                        e.naturalVillage(),
                        day);
            case HouseholdArchived e -> new HouseholdArchived(of, e.reason(), e.reasonCode(), day);
        };
    }

    /** Nor has one that moved got another number, or come to another natural village of its village, unless it was said. */
    @Override
    public HouseholdEvent retold(HouseholdEvent event, StreamAggregate<HouseholdEvent> former) {
        FamilyHistory before = ((Household) former).history;
        if (!(retold(event) instanceof HouseholdRelocated e)
                || history.registered().isEmpty()
                || before.registered().isEmpty()) {
            return retold(event);
        }
        Dwelling was = before.on(e.occurredOn()).home();
        Dwelling is = history.on(e.occurredOn()).home();
        boolean stays = is.villageId().equals(e.of().villageId());
        return new HouseholdRelocated(
                (Removal) e.of(),
                Objects.equals(e.householdNo(), was.householdNo()) ? is.householdNo() : e.householdNo(),
                stays && Objects.equals(e.naturalVillage(), was.naturalVillage())
                        ? is.naturalVillage()
                        : e.naturalVillage(),
                e.occurredOn());
    }

    /** Where it lives on the day of the command. */
    private Residence residence(UUID householdId, DecisionContext situation) {
        return residence(householdId, family(householdId, situation.day()).home());
    }

    private static Residence residence(UUID householdId, Dwelling home) {
        return new Residence(householdId, home.villageId(), home.group());
    }

    private Family family(UUID householdId, LocalDate day) {
        if (history.registered().isEmpty()) {
            throw Refusal.conflict("household-voided", householdId);
        }
        return history.on(day);
    }

    private Family kept(UUID householdId, LocalDate day) {
        Family family = family(householdId, day);
        if (family.archived()) {
            throw Refusal.conflict("household-archived", householdId, day);
        }
        return family;
    }

    @Override
    public void on(StreamEntry<HouseholdEvent> entry) {
        history.add(entry.event());
    }
}
