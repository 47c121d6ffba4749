package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;

/** A cadre taking part here, from the day of enrolment until withdrawn. */
record Enrolment(Step<CadreEnrolled> beginning, @Nullable Step<CadreWithdrawnFromLinkPoint> withdrawal) {
    Enrolment(Step<CadreEnrolled> beginning) {
        this(beginning, null);
    }

    UUID id() {
        return beginning.event().enrolmentId();
    }

    UUID cadreId() {
        return beginning.event().cadreId();
    }

    boolean open() {
        return withdrawal == null;
    }

    /** The day of its last step. */
    LocalDate lastDay() {
        return withdrawal == null ? beginning.day() : withdrawal.day();
    }

    /** Its steps, the last first. */
    List<Step<?>> lastFirst() {
        return withdrawal == null ? List.of(beginning) : List.of(withdrawal, beginning);
    }

    Enrolment withdrawn(@Nullable Step<CadreWithdrawnFromLinkPoint> step) {
        return new Enrolment(beginning, step);
    }
}
