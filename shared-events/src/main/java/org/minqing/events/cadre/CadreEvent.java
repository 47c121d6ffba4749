package org.minqing.events.cadre;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Moves;
import org.minqing.events.Sealed;

/**
 * The story of a cadre 干部: in which organisation, of which rank, since when. Personal data is sealed under
 * {@code person:<cadreId>}.
 */
public sealed interface CadreEvent extends DomainEvent {
    /** Who it is, and where the cadre serves from the event on. */
    sealed interface Service extends Header permits Membership, Transfer {
        UUID cadreId();

        @Override
        UUID organisationId();

        /** The seat of that organisation. */
        @Override
        String divisionId();

        @Override
        default String subject() {
            return "person:" + cadreId();
        }
    }

    /** A cadre of an organisation. */
    record Membership(UUID cadreId, UUID organisationId, String divisionId) implements Service {}

    /** A cadre on the way from one organisation or office to another. */
    record Transfer(
            UUID cadreId,
            UUID formerOrganisationId,
            @Nullable UUID formerOfficeId,
            UUID organisationId,
            String divisionId)
            implements Service {}

    @Override
    Service of();

    /**
     * From this day on the cadre is known, serves in this organisation and holds this rank.
     *
     * @param sex code of GB/T 2261.1
     * @param rankCode code of GB/T 12407
     * @param politicalStatus code of GB/T 4762
     * @param partyBranchId the Party branch, an organisation
     */
    record CadreRegistered(
            Membership of,
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
    record CadreRankChanged(Membership of, String formerRankCode, String rankCode, LocalDate occurredOn)
            implements CadreEvent {}

    /**
     * From this day on the cadre serves elsewhere: each of the cadre's links asks for another cadre.
     *
     * @param officeId the new office, none if none is named
     * @param partyBranchId the new Party branch, none if none is named
     */
    record CadreTransferred(
            Transfer of, @Nullable UUID officeId, @Nullable UUID partyBranchId, LocalDate occurredOn)
            implements CadreEvent, Moves {}

    /** From this day on the cadre no longer serves: retired, dismissed, gone. */
    record CadreWithdrawn(
            Membership of,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn) implements CadreEvent {
        @Override
        public LocalDate lastDay() {
            return occurredOn.minusDays(1);
        }
    }
}
