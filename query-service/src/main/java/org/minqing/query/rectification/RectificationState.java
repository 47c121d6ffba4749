package org.minqing.query.rectification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.DoneReported;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationEvent.RectificationSentBack;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;

/**
 * Something to be put right 整改事项 on a day.
 *
 * @param measure how it is to be put right
 * @param sentBackBecause why it was last sent back, until it is reported done again
 */
record RectificationState(
        Owner of,
        @JsonUnwrapped Matter matter,
        Sealed text,
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

    static RectificationState raised(RectificationRaised e) {
        return new RectificationState(e.of(), e.matter(), e.text(), Status.RAISED, null, null, null, null);
    }

    RectificationState after(RectificationEvent event) {
        return switch (event) {
            case RectificationRaised e -> raised(e);
            case MeasureSet e -> step(Status.MEASURE_SET, e.text(), null, sentBackBecause, null);
            case DoneReported e -> step(Status.DONE, measure, e.occurredOn(), null, null);
            case RectificationSentBack e -> step(Status.MEASURE_SET, measure, null, e.reason(), null);
            case RectificationConfirmed e -> step(Status.CONFIRMED, measure, doneOn, null, e.occurredOn());
        };
    }

    private RectificationState step(
            Status next,
            @Nullable Sealed how,
            @Nullable LocalDate done,
            @Nullable Sealed because,
            @Nullable LocalDate confirmed) {
        return new RectificationState(of, matter, text, next, how, done, because, confirmed);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadre(of.cadreId()).status(status).kind(matter.aspect());
    }

    Stream<Task> tasks() {
        return Stream.of(new Task(
                "put-right",
                new Subject("Rectification", of.rectificationId().toString()),
                matter.dueOn(),
                dimensions()));
    }
}
