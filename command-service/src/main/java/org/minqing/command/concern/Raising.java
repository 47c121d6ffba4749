package org.minqing.command.concern;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Caller;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.reference.HouseholdRef;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.Source;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernKind;

/** What people raised, and everything it refers to. */
record Raising(Situation situation) {
    ConcernRaised raised(RaiseConcern command, UUID concernId) {
        LocalDate day = situation.day(command.occurredOn());
        String villageId = Village.id(situation, command.villageCode(), day);
        List<Integer> groups = noneTwice(requireNonNullElse(command.groups(), List.of()));
        Source source = existing(command.source());
        if (command.householdId() != null) {
            livesThere(command.householdId(), villageId, day);
        }
        UUID cadreId = takenDownBy(command.cadreId(), day);
        Responsibility responsible = Responsibility.in(
                        situation, villageId, day, command.programmeId(), command.organisationId())
                .inForce(situation, day)
                .classed(situation, day, command.officeId(), command.taskCode());
        ConcernRaised raised = new ConcernRaised(
                concernId,
                responsible.programmeId(),
                responsible.organisationId(),
                villageId,
                command.officeId(),
                command.taskCode(),
                command.kind(),
                groups,
                command.householdId(),
                cadreId,
                source,
                command.text(),
                Due.on(command.kind(), day),
                day);
        new Own(situation).raising(raised);
        return raised;
    }

    /** What is left out stays as it is; another kind has another day by which it is due. */
    ConcernRaised corrected(ConcernRaised before, CorrectConcern command) {
        LocalDate day = before.occurredOn();
        UUID organisationId = requireNonNullElse(command.organisationId(), before.organisationId());
        UUID sameOffice = organisationId.equals(before.organisationId()) ? before.officeId() : null;
        ConcernKind kind = requireNonNullElse(command.kind(), before.kind());
        if (command.cadreId() != null) {
            InForce.cadre(situation, command.cadreId(), day);
        }
        ConcernRaised after = new ConcernRaised(
                before.concernId(),
                requireNonNullElse(command.programmeId(), before.programmeId()),
                organisationId,
                before.villageId(),
                command.officeId() == null ? sameOffice : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                kind,
                command.groups() == null ? before.groups() : noneTwice(command.groups()),
                before.householdId(),
                command.cadreId() == null ? before.cadreId() : command.cadreId(),
                command.source() == null ? before.source() : existing(command.source()),
                command.text() == null ? before.text() : command.text(),
                kind == before.kind() ? before.dueOn() : Due.on(kind, day),
                day);
        if (countedElsewhere(before, after)) {
            new Responsibility(after.programmeId(), after.organisationId())
                    .inForce(situation, day)
                    .classed(situation, day, after.officeId(), after.taskCode());
        }
        return after;
    }

    private @Nullable UUID takenDownBy(@Nullable UUID given, LocalDate day) {
        Caller caller = situation.caller();
        UUID cadreId = given == null && caller.role().equals("cadre") ? caller.cadreId() : given;
        if (cadreId != null) {
            InForce.cadre(situation, cadreId, day);
        }
        return cadreId;
    }

    private void livesThere(UUID householdId, String villageId, LocalDate day) {
        HouseholdRef household = situation.references().require(HouseholdRef.KIND, householdId);
        if (!household.inForceOn(day)) {
            throw Refusal.conflict("household-not-in-force", householdId, day);
        }
        Home home = household.homeOn(day).orElseThrow();
        if (!home.villageId().equals(villageId)) {
            throw Refusal.invalid("/householdId", "lives-elsewhere", householdId, home.villageId());
        }
    }

    private @Nullable Source existing(@Nullable SourceInput source) {
        return source == null ? null : source.existing(situation);
    }

    private static boolean countedElsewhere(ConcernRaised before, ConcernRaised after) {
        return !(after.programmeId().equals(before.programmeId())
                && after.organisationId().equals(before.organisationId())
                && Objects.equals(after.officeId(), before.officeId())
                && Objects.equals(after.taskCode(), before.taskCode()));
    }

    private static List<Integer> noneTwice(List<Integer> groups) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            if (!seen.add(groups.get(i))) {
                throw Refusal.invalid("/groups/" + i, "repeated");
            }
        }
        return groups;
    }
}
