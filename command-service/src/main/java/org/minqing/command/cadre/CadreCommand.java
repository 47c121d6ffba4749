package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.CodeOf;
import org.minqing.command.platform.form.CodeOf.Standard;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent;

/** What may be done about a cadre. */
sealed interface CadreCommand {
    /**
     * Enters a cadre with rank and organisation.
     *
     * @param officeId an office of the organisation
     * @param partyBranchId the Party branch, an organisation
     * @param confirmDuplicate that another cadre of the name has the telephone or serves there was seen, and it is to stand
     */
    @MadeEvents(value = CadreEvent.CadreRegistered.class, begins = true)
    record RegisterCadre(
            @Nullable UUID cadreId,

            @NotNull @Text(max = 100, as = "person", findable = "name")
            Sealed name,

            @NotNull @CodeOf(Standard.SEX) String sex,
            @NotNull @CodeOf(Standard.RANK) String rankCode,
            @NotNull @Ref("Organisation") UUID organisationId,
            @Nullable @PartOf("organisationId") UUID officeId,

            @Nullable @Text(max = 30, as = "person", findable = "phone")
            Sealed phone,

            @Nullable @CodeOf(Standard.POLITICAL_STATUS) String politicalStatus,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID partyBranchId,

            @Nullable @EventPath("") Boolean confirmDuplicate)
            implements CadreCommand {}

    /** Gives a cadre another rank from a day on, which may lie before other changes. */
    @MadeEvents(CadreEvent.CadreRankChanged.class)
    record ChangeCadreRank(
            @NotNull UUID cadreId,
            @NotNull @CodeOf(Standard.RANK) String rankCode) implements CadreCommand {}

    /**
     * Moves a cadre to another organisation or office from a day on. Office and Party branch left out: as before within one
     * organisation, none in another.
     *
     * @param organisationId may lie outside the caller's scope: cadres leave for elsewhere
     */
    @MadeEvents(CadreEvent.CadreTransferred.class)
    record TransferCadre(
            @NotNull UUID cadreId,

            @NotNull @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID partyBranchId)
            implements CadreCommand {}

    /** Takes a cadre out of service from a day on. One entered already is not moved: void it and enter it anew. */
    @MadeEvents(CadreEvent.CadreWithdrawn.class)
    @ReasonField(required = false)
    record WithdrawCadre(@NotNull UUID cadreId) implements CadreCommand {}
}
