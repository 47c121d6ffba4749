package org.minqing.command.rectification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.rectification.Aspect;
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
    record RaiseRectification(
            @Nullable UUID rectificationId,

            @Nullable @Ref(value = "Programme", scoped = false)
            UUID programmeId,

            @Nullable @Ref("Organisation") UUID organisationId,
            @Nullable @Ref(value = "Cadre", scoped = false) UUID cadreId,
            @NotNull RectificationSource source,
            @NotNull Aspect aspect,
            @Nullable @Size(max = 5) List<@NotNull @Valid SourceInput> about,

            @NotNull @Text(max = 4000, under = "cadreId", as = "person", orOwn = true)
            Sealed text,

            @NotNull LocalDate dueOn,
            @Nullable LocalDate occurredOn)
            implements RectificationCommand {}

    /** How it is to be put right; another one takes the place of the one before. */
    record SetMeasure(
            @NotNull UUID rectificationId,

            @NotNull @Text(max = 4000, by = WhoseRectification.class)
            Sealed text,

            @Nullable LocalDate occurredOn)
            implements RectificationCommand {}

    /** The owner says that it is put right. */
    record ReportDone(
            @NotNull UUID rectificationId, @Nullable LocalDate occurredOn) implements RectificationCommand {}

    /** Whoever asked for it has seen that it is put right. */
    record ConfirmRectification(
            @NotNull UUID rectificationId, @Nullable LocalDate occurredOn) implements RectificationCommand {}

    /** It is not put right yet. */
    record SendBackRectification(
            @NotNull UUID rectificationId,

            @NotNull @Text(max = 1000, by = WhoseRectification.class)
            Sealed reason,

            @Nullable @Text(max = 40) String reasonCode,
            @Nullable LocalDate occurredOn)
            implements RectificationCommand {}

    /**
     * It was otherwise than written down. What is left out stays as it is; a wrong day or owner is a void and a new one.
     *
     * @param measure the measure as last set; only once there is one
     * @param occurredOn left out, or the day on which it was raised
     */
    record CorrectRectification(
            @NotNull UUID rectificationId,
            @Nullable RectificationSource source,
            @Nullable Aspect aspect,
            @Nullable @Size(max = 5) List<@NotNull @Valid SourceInput> about,

            @Nullable @Text(max = 4000, by = WhoseRectification.class)
            Sealed text,

            @Nullable @Text(max = 4000, by = WhoseRectification.class)
            Sealed measure,

            @Nullable LocalDate dueOn,

            @NotNull @Text(max = 1000, by = WhoseRectification.class)
            Sealed reason,

            @Nullable @Text(max = 40) String reasonCode,
            @Nullable LocalDate occurredOn)
            implements RectificationCommand {}

    /**
     * Nothing of the kind was to be put right, or a step never was.
     *
     * @param stepId id of the step's event: it and the steps after it are voided; left out: all of it
     * @param occurredOn left out, or the day of what is voided
     */
    record VoidRectification(
            @NotNull UUID rectificationId,
            @Nullable UUID stepId,

            @NotNull @Text(max = 1000, by = WhoseRectification.class)
            Sealed reason,

            @Nullable @Text(max = 40) String reasonCode,
            @Nullable LocalDate occurredOn)
            implements RectificationCommand {}
}
