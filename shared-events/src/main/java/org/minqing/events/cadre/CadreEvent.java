package org.minqing.events.cadre;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Moves;
import org.minqing.events.Sealed;

/**
 * The story of a cadre 干部: in which organisation, of which rank, since when. Personal data is sealed under
 * {@code person:<cadreId>}.
 */
public sealed interface CadreEvent extends DomainEvent {
    UUID cadreId();

    /** The organisation the cadre belongs to from this event on. */
    UUID organisationId();

    /** The seat of that organisation. */
    String divisionId();

    @Override
    default UUID organisation() {
        return organisationId();
    }

    @Override
    default String division() {
        return divisionId();
    }

    /**
     * From this day on the cadre is known, serves in this organisation and holds this rank.
     *
     * @param sex code of GB/T 2261.1
     * @param rankCode code of GB/T 12407
     * @param politicalStatus code of GB/T 4762
     * @param partyBranchId the Party branch, an organisation
     */
    record CadreRegistered(
            UUID cadreId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID officeId,
            Sealed name,
            String sex,
            String rankCode,
            @Nullable Sealed phone,
            @Nullable String politicalStatus,
            @Nullable UUID partyBranchId,
            LocalDate occurredOn)
            implements CadreEvent {}

    /** From this day on the cadre holds another rank: links made from then on are judged by its quota. */
    record CadreRankChanged(
            UUID cadreId,
            UUID organisationId,
            String divisionId,
            String formerRankCode,
            String rankCode,
            LocalDate occurredOn)
            implements CadreEvent {}

    /**
     * From this day on the cadre serves elsewhere: each of the cadre's links asks for another cadre.
     *
     * @param officeId the new office, none if none is named
     * @param partyBranchId the new Party branch, none if none is named
     */
    record CadreTransferred(
            UUID cadreId,
            UUID formerOrganisationId,
            @Nullable UUID formerOfficeId,
            UUID organisationId,
            String divisionId,
            @Nullable UUID officeId,
            @Nullable UUID partyBranchId,
            LocalDate occurredOn)
            implements CadreEvent, Moves {}

    /** From this day on the cadre no longer serves: retired, dismissed, gone. */
    record CadreWithdrawn(
            UUID cadreId,
            UUID organisationId,
            String divisionId,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements CadreEvent {}

    /** What was written when the cadre was registered was wrong, and always was otherwise. */
    record CadreCorrected(
            UUID cadreId,
            UUID organisationId,
            String divisionId,
            UUID target,
            CadreRegistered before,
            CadreRegistered after,
            Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn)
            implements CadreEvent, Corrects<CadreRegistered> {}
}
