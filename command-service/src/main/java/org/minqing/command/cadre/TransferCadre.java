package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;

/**
 * Moves a cadre to another organisation or office from a day on. Office and Party branch left out: as before within one
 * organisation, none in another.
 *
 * @param organisationId may lie outside the caller's scope: cadres leave for elsewhere
 */
record TransferCadre(
        @NotNull UUID cadreId,

        @NotNull @Ref(value = "Organisation", scoped = false)
        UUID organisationId,

        @Nullable UUID officeId,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID partyBranchId,

        @Nullable LocalDate occurredOn) {}
