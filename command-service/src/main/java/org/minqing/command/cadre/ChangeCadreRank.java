package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;

/** Gives a cadre another rank from a day on, which may lie before other changes. */
record ChangeCadreRank(
        @NotNull UUID cadreId,
        @NotNull @CodeOf(Standard.RANK) String rankCode,
        @Nullable LocalDate occurredOn) {}
