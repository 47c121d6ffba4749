package org.minqing.events.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/** The story of one visit 走访 of one household, and of the diary 民情日记 written about it. Texts are the household's. */
public sealed interface VisitEvent extends DomainEvent {
    /**
     * What a visit is counted to.
     *
     * @param organisationId the organisation the visit is counted to
     * @param villageId divisionId of the village the household lived in that day
     */
    record Account(
            UUID visitId,
            UUID programmeId,
            UUID organisationId,
            String villageId,
            @Nullable UUID officeId,
            @Nullable String taskCode)
            implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    /** The household visited, in the group of its village in which it lived that day. */
    record Home(int group, UUID householdId) {}

    @Override
    Account of();

    Home home();

    @Override
    default List<Source> requires() {
        return switch (this) {
            case VisitRecorded e ->
                Stream.concat(Source.each("Household", e.home.householdId), Source.each("Cadre", e.cadreIds))
                        .toList();
            case DiaryEntryWritten e -> List.of();
        };
    }

    @Override
    default String dataSubject() {
        return "household:" + home().householdId();
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
            Account of,
            Home home,
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

    /**
     * A cadre wrote this about the visit into the diary on this day.
     *
     * @param entryId id of this event
     */
    record DiaryEntryWritten(Account of, UUID entryId, Home home, UUID cadreId, Sealed text, LocalDate occurredOn)
            implements VisitEvent {}
}
