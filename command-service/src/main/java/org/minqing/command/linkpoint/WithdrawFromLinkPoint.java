package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Ends a cadre's part at a link point; every link must have ended or been handed over by that day. */
record WithdrawFromLinkPoint(
        @NotNull UUID linkPointId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,

        @Nullable @Text(max = 2000, under = "cadreId", as = "person")
        Sealed reason,

        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
