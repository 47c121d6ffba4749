package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;

/** A household among those to be linked, from the day of its admission until dismissed. */
record Admission(
        Step<HouseholdAdmitted> beginning, @Nullable Step<HouseholdDismissed> dismissal) {
    Admission(Step<HouseholdAdmitted> beginning) {
        this(beginning, null);
    }

    UUID id() {
        return beginning.event().admissionId();
    }

    UUID householdId() {
        return beginning.event().householdId();
    }

    boolean open() {
        return dismissal == null;
    }

    boolean on(LocalDate day) {
        return !beginning.day().isAfter(day) && (dismissal == null || day.isBefore(dismissal.day()));
    }

    /** Its steps, the last first. */
    List<Step<?>> lastFirst() {
        return dismissal == null ? List.of(beginning) : List.of(dismissal, beginning);
    }

    Admission dismissed(@Nullable Step<HouseholdDismissed> step) {
        return new Admission(beginning, step);
    }
}
