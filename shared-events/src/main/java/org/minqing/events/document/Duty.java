package org.minqing.events.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, and by whom.
 *
 * @param group as what it is owed
 * @param cadreId who owes it; null: the leadership team of the organisation
 * @param dueOn last day on which it is in time
 */
public record Duty(
        DocumentKind kind,
        OwedBy group,
        @Nullable UUID cadreId,
        @Nullable UUID officeId,
        @Nullable String taskCode,
        Period period,
        LocalDate dueOn) {}
