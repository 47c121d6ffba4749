package org.minqing.command.visit;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.command.platform.decision.Beginning;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.HouseholdRef;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** A visit 走访 of one household by one cadre or several, submitted once, and what they wrote about it. */
class Visit implements StreamAggregate<VisitEvent> {
    private final Beginning<VisitRecorded> recorded = new Beginning<>("Visit");

    void handle(VisitCommand.RecordVisit command, DecisionContext situation) {
        LocalDate day = situation.day();
        requireOwnVisit(situation.caller(), command.cadreIds());
        List<UUID> cadreIds = Refusal.refuseRepeated("/cadreIds", command.cadreIds());
        UUID visitId = requireNonNullElse(command.visitId(), situation.madeId());
        VisitReferences references = new VisitReferences(situation, day);
        HouseholdRef.Home home = InForce.home(situation, command.householdId(), day);
        Post post = references.first(cadreIds);
        Responsibility responsible = references.responsible(
                home.villageId(),
                command.programmeId(),
                requireNonNullElse(command.organisationId(), post.organisationId()),
                command.roundId());
        UUID officeId =
                command.officeId() == null && responsible.organisationId().equals(post.organisationId())
                        ? post.officeId()
                        : command.officeId();
        responsible.classed(situation, day, officeId, command.taskCode());
        Account of = new Account(
                visitId,
                responsible.programmeId(),
                responsible.organisationId(),
                home.villageId(),
                officeId,
                command.taskCode());
        situation.enter(new VisitRecorded(
                of,
                new Home(home.group(), command.householdId()),
                references.link(of, command.householdId(), cadreIds),
                cadreIds,
                command.kind(),
                command.roundId(),
                command.personsMet(),
                command.findings(),
                command.diary(),
                command.diary() == null ? null : writer(command, situation),
                day));
    }

    void handle(VisitCommand.WriteDiaryEntry command, DecisionContext situation) {
        VisitRecorded visit = recorded.standing();
        requireOwnVisit(situation.caller(), visit.cadreIds());
        requireOwnDiary(situation.caller(), command.cadreId());
        situation.enter(id -> new DiaryEntryWritten(
                visit.of(), id, visit.home(), command.cadreId(), command.text(), situation.day()));
    }

    /** Who wrote the diary of a visit: as given, else the cadre who sends it, if there, else the first named. */
    private static UUID writer(VisitCommand.RecordVisit command, DecisionContext situation) {
        UUID given = command.diaryCadreId();
        Caller caller = situation.caller();
        if (given == null) {
            return Stream.ofNullable(caller.cadreId())
                    .filter(command.cadreIds()::contains)
                    .findFirst()
                    .orElseGet(command.cadreIds()::getFirst);
        }
        if (situation.ever(VisitRecorded.class).stream().noneMatch(e -> given.equals(e.diaryCadreId()))) {
            requireOwnDiary(caller, given);
        }
        return given;
    }

    private static void requireOwnDiary(Caller caller, UUID cadreId) {
        if (caller.ownOnly() && !cadreId.equals(caller.cadreId())) {
            throw Refusal.forbidden("not-your-diary");
        }
    }

    /** A cadre records the visits in which it takes part, and no others. */
    private static void requireOwnVisit(Caller caller, List<UUID> cadreIds) {
        if (caller.ownOnly() && (caller.cadreId() == null || !cadreIds.contains(caller.cadreId()))) {
            throw Refusal.forbidden("not-your-visit");
        }
    }

    @Override
    public void check(StreamEntry<VisitEvent> entry) {
        switch (entry.event()) {
            case VisitRecorded e -> {
                recorded.refuseSecond(e.of().visitId());
                if (e.diaryCadreId() != null) {
                    requireAt(e, e.diaryCadreId());
                }
            }
            case DiaryEntryWritten e -> {
                VisitRecorded visit = recorded.standing();
                requireAt(visit, e.cadreId());
                if (!e.home().householdId().equals(visit.home().householdId())) {
                    throw Refusal.conflict(
                            "diary-of-another-household", e.home().householdId());
                }
            }
        }
    }

    /** The household of a diary entry lived where the visit says it did. */
    @Override
    public VisitEvent retold(VisitEvent event) {
        return switch (event) {
            case VisitRecorded e -> e;
            case DiaryEntryWritten e ->
                recorded.find()
                        .filter(visit ->
                                visit.home().householdId().equals(e.home().householdId()))
                        .<VisitEvent>map(visit -> new DiaryEntryWritten(
                                visit.of(), e.entryId(), visit.home(), e.cadreId(), e.text(), e.occurredOn()))
                        .orElse(e);
        };
    }

    private static void requireAt(VisitRecorded visit, UUID cadreId) {
        if (!visit.cadreIds().contains(cadreId)) {
            throw Refusal.conflict("cadre-not-at-visit", cadreId);
        }
    }

    @Override
    public void on(StreamEntry<VisitEvent> entry) {
        switch (entry.event()) {
            case VisitRecorded e -> recorded.on(e);
            case DiaryEntryWritten e -> {} // nothing rests on it
        }
    }

    /** A cadre amends the visits in which it took part, and its own diary. */
    @Override
    public void requireAmendable(StreamEntry<VisitEvent> entry, DecisionContext situation) {
        Caller caller = situation.caller();
        switch (entry.event()) {
            case VisitRecorded e -> requireOwnVisit(caller, e.cadreIds());
            case DiaryEntryWritten e -> requireOwnDiary(caller, e.cadreId());
        }
    }
}
