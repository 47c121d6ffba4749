package org.minqing.query.rectification;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voids;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Task;

/**
 * Something to be put right 整改事项 on a day.
 *
 * @param cadreId the member who is to put it right; null: the organisation's leadership team
 * @param measure how it is to be put right
 * @param sentBackBecause why it was last sent back, until it is reported done again
 */
record RectificationState(
        UUID rectificationId,
        UUID programmeId,
        UUID organisationId,
        String divisionId,
        @Nullable UUID cadreId,
        RectificationSource source,
        Aspect aspect,
        List<Source> about,
        Sealed text,
        LocalDate dueOn,
        Status status,
        @Nullable Sealed measure,
        @Nullable LocalDate doneOn,
        @Nullable Sealed sentBackBecause,
        @Nullable LocalDate confirmedOn) {

    enum Status {
        RAISED,
        MEASURE_SET,
        DONE,
        CONFIRMED;

        /** The owner is to do something. */
        static final Set<Status> OPEN = EnumSet.of(RAISED, MEASURE_SET);
    }

    static RectificationState evolve(@Nullable RectificationState state, RectificationEvent event) {
        return event instanceof RectificationRaised e
                ? raised(e)
                : Objects.requireNonNull(state).after(event);
    }

    private static RectificationState raised(RectificationRaised e) {
        return new RectificationState(
                e.rectificationId(),
                e.programmeId(),
                e.organisationId(),
                e.divisionId(),
                e.cadreId(),
                e.matter().source(),
                e.matter().aspect(),
                e.matter().about(),
                e.text(),
                e.matter().dueOn(),
                Status.RAISED,
                null,
                null,
                null,
                null);
    }

    private RectificationState after(RectificationEvent event) {
        return switch (event) {
            case RectificationRaised e -> raised(e);
            case MeasureSet e -> step(Status.MEASURE_SET, e.text(), null, sentBackBecause, null);
            case DoneReported e -> step(Status.DONE, measure, e.occurredOn(), null, null);
            case RectificationSentBack e -> step(Status.MEASURE_SET, measure, null, e.reason(), null);
            case RectificationConfirmed e -> step(Status.CONFIRMED, measure, doneOn, null, e.occurredOn());
            case Corrects<?> e -> this;
            case Voids<?> e -> this;
        };
    }

    private RectificationState step(
            Status next,
            @Nullable Sealed how,
            @Nullable LocalDate done,
            @Nullable Sealed because,
            @Nullable LocalDate confirmed) {
        return new RectificationState(
                rectificationId,
                programmeId,
                organisationId,
                divisionId,
                cadreId,
                source,
                aspect,
                about,
                text,
                dueOn,
                next,
                how,
                done,
                because,
                confirmed);
    }

    Dimensions dimensions() {
        return Dimensions.at(divisionId)
                .programme(programmeId)
                .organisation(organisationId)
                .cadre(cadreId)
                .status(status)
                .kind(aspect);
    }

    Stream<Task> tasks() {
        return Stream.of(
                new Task("put-right", new Subject("Rectification", rectificationId.toString()), dueOn, dimensions()));
    }
}
