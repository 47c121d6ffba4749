package org.minqing.command.visit;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/** A cadre who was there writes about the visit into the diary 民情日记. */
record WriteDiaryEntry(
        @NotNull UUID visitId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,

        @NotNull @Text(max = 4000, by = HouseholdVisited.class)
        Sealed text,

        @Nullable LocalDate occurredOn) {}
