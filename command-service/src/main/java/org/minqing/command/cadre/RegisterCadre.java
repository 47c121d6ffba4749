package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Enters a cadre with rank and organisation.
 *
 * @param officeId an office of the organisation
 * @param partyBranchId the Party branch, an organisation
 */
record RegisterCadre(
        @Nullable UUID cadreId,

        @NotNull @Text(max = 100, as = "person", findable = "name")
        Sealed name,

        @NotNull @CodeOf(Standard.SEX) String sex,
        @NotNull @CodeOf(Standard.RANK) String rankCode,
        @NotNull @Ref("Organisation") UUID organisationId,
        @Nullable UUID officeId,

        @Nullable @Text(max = 30, as = "person", findable = "phone")
        Sealed phone,

        @Nullable @CodeOf(Standard.POLITICAL_STATUS) String politicalStatus,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID partyBranchId,

        @Nullable LocalDate occurredOn) {}
