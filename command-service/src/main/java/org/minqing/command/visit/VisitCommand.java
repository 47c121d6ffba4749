package org.minqing.command.visit;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitKind;

/** What may be said of a visit. */
sealed interface VisitCommand {
    /**
     * Cadres were in the home of a household.
     *
     * @param programmeId left out: from the round, else the link point of the village, else the one programme in force there
     * @param organisationId left out: that of the first cadre
     * @param officeId left out: that of the first cadre
     * @param cadreIds the first is the one by whom household-visits are counted
     * @param personsMet number of people
     * @param diary what the cadre wrote about it; several write by WriteDiaryEntry
     * @param diaryCadreId whose diary it is; left out: that of the cadre who sends it, if there, else of the first
     */
    @MadeEvents(value = VisitEvent.VisitRecorded.class, begins = true)
    record RecordVisit(
            @Nullable UUID visitId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Ref("Household") UUID householdId,
            @NotEmpty @Size(max = 100) @Ref("Cadre") List<@NotNull UUID> cadreIds,
            @NotNull VisitKind kind,
            @Nullable UUID roundId,
            @Nullable @PositiveOrZero Integer personsMet,

            @Nullable @Text(max = 4000, under = "householdId")
            Sealed findings,

            @Nullable @Text(max = 4000, under = "householdId")
            Sealed diary,

            @Nullable @Ref("Cadre") UUID diaryCadreId)
            implements VisitCommand {}

    /** A cadre who was there writes about the visit into the diary 民情日记. */
    @MadeEvents(VisitEvent.DiaryEntryWritten.class)
    record WriteDiaryEntry(
            @NotNull UUID visitId,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull @Text(max = 4000, ofStream = true) Sealed text)
            implements VisitCommand {}
}
