package org.minqing.command.visit;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Caller;
import org.minqing.command.platform.EventId;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Sealed;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.DiaryEntryCorrected;
import org.minqing.events.visit.VisitEvent.DiaryEntryVoided;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitCorrected;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitEvent.VisitVoided;

/** A visit 走访 of one household by one cadre or several, and what they wrote about it. Submitted once, then corrected or voided. */
@Aggregate
class Visit {
    @AggregateIdentifier
    private @Nullable String stream;

    /** As it stands by its last correction; null where it is voided. */
    private @Nullable VisitRecorded recorded;

    private @Nullable UUID recordedId;

    /** Diary entries that stand, as they read by their last corrections, in the order written. */
    private final Map<UUID, DiaryEntryWritten> diary = new LinkedHashMap<>();

    private final Set<UUID> voidedEntries = new HashSet<>();

    Visit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordVisit command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        List<UUID> cadreIds = Grounds.noneTwice(command.cadreIds());
        UUID visitId = requireNonNullElse(command.visitId(), situation.madeId());
        if (recorded != null) {
            throw Refusal.alreadyExists("Visit", visitId);
        }
        Grounds grounds = new Grounds(situation, day);
        Home home = grounds.home(command.householdId());
        Post post = grounds.first(cadreIds);
        Responsibility responsible = grounds.responsible(
                home.villageId(),
                command.programmeId(),
                requireNonNullElse(command.organisationId(), post.organisationId()),
                command.roundId());
        UUID officeId =
                command.officeId() == null && responsible.organisationId().equals(post.organisationId())
                        ? post.officeId()
                        : command.officeId();
        responsible.classed(situation, day, officeId, command.taskCode());
        situation.apply(grounds.linked(new VisitRecorded(
                visitId,
                responsible.programmeId(),
                responsible.organisationId(),
                home.villageId(),
                officeId,
                command.taskCode(),
                home.group(),
                command.householdId(),
                null,
                cadreIds,
                command.kind(),
                command.roundId(),
                command.personsMet(),
                command.findings(),
                command.diary(),
                command.diary() == null ? null : writer(situation.caller(), null, cadreIds),
                day)));
    }

    @CommandHandler
    void handle(CorrectVisit command, Situation situation) {
        List<UUID> cadreIds = command.cadreIds() == null ? null : Grounds.noneTwice(command.cadreIds());
        VisitRecorded before = standing(situation.caller());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        Grounds grounds = new Grounds(situation, day);
        VisitRecorded after = grounds.linked(corrected(before, command, cadreIds, situation.caller()));
        if (after.equals(before)) {
            return;
        }
        diaryStands(after);
        after.cadreIds().stream().filter(id -> !before.cadreIds().contains(id)).forEach(grounds::inService);
        if (countedElsewhere(before, after)) {
            grounds.responsible(after.villageId(), after.programmeId(), after.organisationId(), after.roundId())
                    .classed(situation, day, after.officeId(), after.taskCode());
        }
        situation.apply(new VisitCorrected(
                after.visitId(),
                after.programmeId(),
                after.organisationId(),
                after.villageId(),
                target(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    /** The diary goes first, the last entry of it at the beginning: nobody wrote about a visit that never happened. */
    @CommandHandler
    void handle(VoidVisit command, Situation situation) {
        if (recorded == null) {
            return;
        }
        VisitRecorded before = standing(situation.caller());
        belongs(before, command.programmeId(), command.organisationId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        List.copyOf(diary.values())
                .reversed()
                .forEach(entry -> situation.apply(entryVoided(entry, command.reason(), command.reasonCode())));
        situation.apply(new VisitVoided(
                before.visitId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                target(),
                before,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(WriteDiaryEntry command, Situation situation) {
        LocalDate day = situation.day(command.occurredOn());
        VisitRecorded visit = standing();
        belongs(visit, command.programmeId(), command.organisationId());
        ownDiary(situation.caller(), command.cadreId());
        if (!visit.cadreIds().contains(command.cadreId())) {
            throw Refusal.conflict("cadre-not-at-visit", command.cadreId());
        }
        if (day.isBefore(visit.occurredOn())) {
            throw Refusal.outOfOrder(visit.occurredOn());
        }
        situation.apply(id -> new DiaryEntryWritten(
                visit.visitId(),
                visit.programmeId(),
                visit.organisationId(),
                visit.villageId(),
                visit.officeId(),
                visit.taskCode(),
                id,
                visit.group(),
                visit.householdId(),
                command.cadreId(),
                command.text(),
                day));
    }

    @CommandHandler
    void handle(CorrectDiaryEntry command, Situation situation) {
        DiaryEntryWritten before = entry(command.entryId());
        belongs(standing(), command.programmeId(), command.organisationId());
        ownDiary(situation.caller(), before.cadreId());
        LocalDate day = situation.dayOf(before.occurredOn(), command.occurredOn());
        DiaryEntryWritten after = new DiaryEntryWritten(
                before.visitId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.officeId(),
                before.taskCode(),
                before.entryId(),
                before.group(),
                before.householdId(),
                before.cadreId(),
                command.text(),
                day);
        situation.apply(new DiaryEntryCorrected(
                before.visitId(),
                before.programmeId(),
                before.organisationId(),
                before.villageId(),
                before.entryId(),
                before,
                after,
                command.reason(),
                command.reasonCode(),
                day));
    }

    @CommandHandler
    void handle(VoidDiaryEntry command, Situation situation) {
        if (voidedEntries.contains(command.entryId())) {
            return;
        }
        DiaryEntryWritten before = entry(command.entryId());
        belongs(standing(), command.programmeId(), command.organisationId());
        ownDiary(situation.caller(), before.cadreId());
        situation.dayOf(before.occurredOn(), command.occurredOn());
        situation.apply(entryVoided(before, command.reason(), command.reasonCode()));
    }

    private static VisitRecorded corrected(
            VisitRecorded before, CorrectVisit command, @Nullable List<UUID> cadreIds, Caller caller) {
        List<UUID> cadres = requireNonNullElse(cadreIds, before.cadreIds());
        UUID organisationId = requireNonNullElse(command.organisationId(), before.organisationId());
        UUID sameOffice = organisationId.equals(before.organisationId()) ? before.officeId() : null;
        return new VisitRecorded(
                before.visitId(),
                requireNonNullElse(command.programmeId(), before.programmeId()),
                organisationId,
                before.villageId(),
                command.officeId() == null ? sameOffice : command.officeId(),
                command.taskCode() == null ? before.taskCode() : command.taskCode(),
                before.group(),
                before.householdId(),
                null,
                cadres,
                requireNonNullElse(command.kind(), before.kind()),
                command.roundId() == null ? before.roundId() : command.roundId(),
                command.personsMet() == null ? before.personsMet() : command.personsMet(),
                command.findings() == null ? before.findings() : command.findings(),
                command.diary() == null ? before.diary() : command.diary(),
                command.diary() == null ? before.diaryCadreId() : writer(caller, before.diaryCadreId(), cadres),
                before.occurredOn());
    }

    /** Who wrote the diary of a visit: the cadre who sends it, if there, else who wrote it before, else the first named. */
    private static UUID writer(Caller caller, @Nullable UUID before, List<UUID> cadreIds) {
        return Stream.of(Optional.ofNullable(caller.cadreId()), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .filter(cadreIds::contains)
                .findFirst()
                .orElseGet(cadreIds::getFirst);
    }

    private static boolean countedElsewhere(VisitRecorded before, VisitRecorded after) {
        return !(after.programmeId().equals(before.programmeId())
                && after.organisationId().equals(before.organisationId())
                && Objects.equals(after.roundId(), before.roundId())
                && Objects.equals(after.officeId(), before.officeId())
                && Objects.equals(after.taskCode(), before.taskCode()));
    }

    private void diaryStands(VisitRecorded after) {
        List<UUID> writers = new ArrayList<>(
                diary.values().stream().map(DiaryEntryWritten::cadreId).toList());
        if (after.diaryCadreId() != null) {
            writers.add(after.diaryCadreId());
        }
        writers.stream()
                .filter(cadreId -> !after.cadreIds().contains(cadreId))
                .findFirst()
                .ifPresent(cadreId -> {
                    throw Refusal.conflict("diary-of-cadre-stands", cadreId);
                });
    }

    private VisitRecorded standing() {
        if (recorded == null) {
            throw Refusal.conflict("visit-voided");
        }
        return recorded;
    }

    /** A cadre corrects and voids what it took part in. */
    private VisitRecorded standing(Caller caller) {
        VisitRecorded visit = standing();
        if (caller.role().equals("cadre") && !visit.cadreIds().contains(caller.cadreId())) {
            throw Refusal.forbidden("not-your-visit");
        }
        return visit;
    }

    private static void ownDiary(Caller caller, UUID cadreId) {
        if (caller.role().equals("cadre") && !cadreId.equals(caller.cadreId())) {
            throw Refusal.forbidden("not-your-diary");
        }
    }

    private static void belongs(VisitRecorded visit, @Nullable UUID programmeId, @Nullable UUID organisationId) {
        new Responsibility(visit.programmeId(), visit.organisationId()).refuseOther(programmeId, organisationId);
    }

    private DiaryEntryWritten entry(UUID entryId) {
        DiaryEntryWritten entry = diary.get(entryId);
        if (entry == null) {
            throw Refusal.notFound("DiaryEntry", entryId);
        }
        return entry;
    }

    private UUID target() {
        if (recordedId == null) {
            throw new IllegalStateException("nothing recorded in " + stream);
        }
        return recordedId;
    }

    private static DiaryEntryVoided entryVoided(DiaryEntryWritten entry, Sealed reason, @Nullable String reasonCode) {
        return new DiaryEntryVoided(
                entry.visitId(),
                entry.programmeId(),
                entry.organisationId(),
                entry.villageId(),
                entry.entryId(),
                entry,
                reason,
                reasonCode,
                entry.occurredOn());
    }

    @EventSourcingHandler
    void on(VisitEvent event, @EventId UUID id) {
        stream = "Visit-" + event.visitId();
        switch (event) {
            case VisitRecorded e -> {
                recorded = e;
                recordedId = id;
            }
            case VisitCorrected e -> recorded = e.after();
            case VisitVoided e -> recorded = null;
            case DiaryEntryWritten e -> diary.put(e.entryId(), e);
            case DiaryEntryCorrected e -> diary.put(e.target(), e.after());
            case DiaryEntryVoided e -> {
                diary.remove(e.target());
                voidedEntries.add(e.target());
            }
        }
    }
}
