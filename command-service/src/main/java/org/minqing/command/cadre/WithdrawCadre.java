package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** Takes a cadre out of service from a day on; an earlier day than one entered before takes its place. */
record WithdrawCadre(
        @NotNull UUID cadreId,

        @Nullable @Text(max = 1000, as = "person") Sealed reason,

        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {}
