package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a cadre never was withdrawn so: the enrolment goes on.
 *
 * @param enrolmentId which enrolment; left out, the last
 * @param occurredOn if given, the day of what is voided
 */
record VoidWithdrawal(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable UUID enrolmentId,

        @NotNull @Text(max = 2000, under = "cadreId", as = "person")
        Sealed reason,

        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Undo {}
