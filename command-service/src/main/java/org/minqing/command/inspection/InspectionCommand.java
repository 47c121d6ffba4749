package org.minqing.command.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.rectification.Aspect;

/** What may be done in an inspection. */
sealed interface InspectionCommand {
    /**
     * An inspection begins.
     *
     * @param warrant number of the document that orders it
     * @param divisionId what is inspected, with everything below it
     * @param programmeId left out: every programme
     * @param cutOff position of the log up to which the work is looked at; left out: the last one now
     */
    @MadeEvents(value = InspectionEvent.InspectionOpened.class, begins = true)
    record OpenInspection(
            @Nullable UUID inspectionId,
            @NotBlank @Text(max = 100) @PrintedText String warrant,
            @NotNull @DivisionCode String divisionId,
            @Nullable @Ref("Programme") UUID programmeId,
            @Nullable @Min(1) Long cutOff)
            implements InspectionCommand {}

    /**
     * Draws households to look at from those admitted at the cut-off.
     *
     * @param size how many
     * @param seed whatever was agreed before, so that nobody chooses: a date, a number drawn in public
     */
    @MadeEvents(InspectionEvent.SampleDrawn.class)
    record DrawSample(
            @NotNull UUID inspectionId,
            @NotNull @Min(1) @Max(500) Integer size,

            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "seed")
            String seed)
            implements InspectionCommand {}

    /**
     * Something is found that is to be put right.
     *
     * @param about what it was found about
     * @param ownerOrganisationId whose team or member is to put it right
     * @param ownerCadreId the member; left out: the organisation's leadership team
     */
    @MadeEvents(InspectionEvent.FindingRecorded.class)
    record RecordFinding(
            @NotNull UUID inspectionId,
            @NotNull @Valid SourceInput about,

            @NotNull @Text(max = 4000, under = "ownerCadreId", as = "person", orOwn = true)
            Sealed text,

            @NotNull Aspect aspect,
            @NotNull @Ref("Organisation") UUID ownerOrganisationId,
            @Nullable @Ref("Cadre") UUID ownerCadreId,
            @NotNull LocalDate dueOn)
            implements InspectionCommand {}

    /** The inspection ends. */
    @MadeEvents(InspectionEvent.InspectionClosed.class)
    record CloseInspection(@NotNull UUID inspectionId) implements InspectionCommand {}
}
