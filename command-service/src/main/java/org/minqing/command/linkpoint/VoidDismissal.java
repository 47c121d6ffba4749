package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a household never was dismissed so: it stays admitted.
 *
 * @param admissionId which admission goes on; left out, whatever the last dismissal ended
 * @param occurredOn if given, the day of what is voided
 */
record VoidDismissal(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @Nullable UUID admissionId,
        @NotNull @Text(max = 2000, under = "householdId") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Undo {}
