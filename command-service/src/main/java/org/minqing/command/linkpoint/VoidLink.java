package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a link never was: neither the link nor its cards nor anything it became. One that came of a hand-over gives the
 * household back to the cadre before, with the card of then.
 *
 * @param linkId which link; left out, the one in force
 * @param occurredOn if given, the day the link began
 */
record VoidLink(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @Nullable UUID linkId,
        @NotNull @Text(max = 2000, under = "householdId") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn)
        implements Undo {}
