package org.minqing.command.rectification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationSource;

/** What may be done about something to be put right. */
sealed interface RectificationCommand {
    /**
     * Something is to be put right.
     *
     * @param programmeId left out: the one programme in force at the organisation's seat
     * @param organisationId whose team or member is to put it right; left out: that of the cadre
     * @param cadreId the member; left out: the organisation's leadership team
     * @param about what it was found about: of a hazard the safety check and the enterprise
     */
    @MadeEvents(value = RectificationEvent.RectificationRaised.class, begins = true)
    record RaiseRectification(
            @Nullable UUID rectificationId,
            @Nullable @Ref("Programme") UUID programmeId,
            @Nullable @Ref("Organisation") UUID organisationId,
            @Nullable @Ref("Cadre") UUID cadreId,
            @NotNull RectificationSource source,
            @NotNull Aspect aspect,
            @Nullable @Size(max = 5) List<@NotNull @Valid SourceInput> about,

            @NotNull @Text(max = 4000, under = "cadreId", as = "person", orOwn = true)
            Sealed text,

            @NotNull LocalDate dueOn)
            implements RectificationCommand {}

    /** How it is to be put right; another one takes the place of the one before. */
    @MadeEvents(RectificationEvent.MeasureSet.class)
    record SetMeasure(
            @NotNull UUID rectificationId,
            @NotNull @Text(max = 4000, ofStream = true) Sealed text) implements RectificationCommand {}

    /** The owner says that it is put right. */
    @MadeEvents(RectificationEvent.DoneReported.class)
    record ReportDone(@NotNull UUID rectificationId) implements RectificationCommand {}

    /** Whoever asked for it has seen that it is put right. */
    @MadeEvents(RectificationEvent.RectificationConfirmed.class)
    record ConfirmRectification(@NotNull UUID rectificationId) implements RectificationCommand {}

    /** It is not put right yet. */
    @MadeEvents(RectificationEvent.RectificationSentBack.class)
    @ReasonField
    record SendBackRectification(@NotNull UUID rectificationId) implements RectificationCommand {}
}
