package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Takes a household off the roster; every link must have ended by that day. */
record DismissHousehold(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Household", scoped = false) UUID householdId,
        @NotNull @Text(max = 2000, under = "householdId") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
