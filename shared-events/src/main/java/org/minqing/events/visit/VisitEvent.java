package org.minqing.events.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

/** The story of one visit 走访 of one household, and of the diary 民情日记 written about it. */
public sealed interface VisitEvent extends DomainEvent {
    UUID visitId();

    UUID programmeId();

    /** The organisation the visit is counted to. */
    UUID organisationId();

    /** divisionId of the village the household lived in that day. */
    String villageId();

    @Override
    default UUID programme() {
        return programmeId();
    }

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return villageId();
    }

    /**
     * Cadres were in the household's home on this day.
     *
     * @param linkId the link of one of these cadres with the household that day, if there was one
     * @param cadreIds at least one; household-visits count by the first, visits by cadre by each
     * @param personsMet number of people
     * @param findings what was learnt, sealed under the household
     * @param diary what the diary's cadre wrote about it, sealed under the household
     * @param diaryCadreId whose diary it is, if there is one
     */
    record VisitRecorded(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            int group,
            UUID householdId,
            @Nullable UUID linkId,
            List<UUID> cadreIds,
            VisitKind kind,
            @Nullable UUID roundId,
            @Nullable Integer personsMet,
            @Nullable Sealed findings,
            @Nullable Sealed diary,
            @Nullable UUID diaryCadreId,
            LocalDate occurredOn)
            implements VisitEvent {
        public VisitRecorded {
            cadreIds = List.copyOf(cadreIds);
        }
    }

    /** The visit was otherwise than recorded. */
    record VisitCorrected(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            VisitRecorded before,
            VisitRecorded after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements VisitEvent, Corrects<VisitRecorded> {}

    /** The visit never happened. */
    record VisitVoided(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            VisitRecorded before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements VisitEvent, Voids<VisitRecorded> {}

    /** A cadre wrote this about the visit into the diary on this day. */
    record DiaryEntryWritten(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode,
            UUID entryId,
            int group,
            UUID householdId,
            UUID cadreId,
            Sealed text,
            LocalDate occurredOn)
            implements VisitEvent {}

    /** The diary entry reads otherwise. */
    record DiaryEntryCorrected(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            DiaryEntryWritten before,
            DiaryEntryWritten after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements VisitEvent, Corrects<DiaryEntryWritten> {}

    /** The diary entry was never written. */
    record DiaryEntryVoided(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            UUID target,
            DiaryEntryWritten before,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements VisitEvent, Voids<DiaryEntryWritten> {}
}
