package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;

/** What every event of a link point says: which it is, of which programme and organisation, in which village. */
record Site(UUID linkPointId, UUID programmeId, UUID organisationId, String villageId) {
    static Site of(LinkPointDesignated e) {
        return new Site(e.linkPointId(), e.programmeId(), e.organisationId(), e.villageId());
    }

    LinkPointDesignated designated(@Nullable Integer totalHouseholds, LocalDate day) {
        return new LinkPointDesignated(linkPointId, programmeId, organisationId, villageId, totalHouseholds, day);
    }

    KeyVillageDesignated keyVillage(UUID id, LocalDate day) {
        return new KeyVillageDesignated(linkPointId, programmeId, organisationId, villageId, id, day);
    }

    CadreEnrolled enrolled(UUID id, UUID cadreId, Standing by, LocalDate day) {
        return new CadreEnrolled(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                id,
                cadreId,
                by.rankCode(),
                by.band(),
                by.quota(),
                day);
    }

    CadreWithdrawnFromLinkPoint withdrawn(
            Enrolment enrolment, @Nullable Sealed reason, @Nullable String reasonCode, LocalDate day) {
        CadreEnrolled e = enrolment.beginning().event();
        return new CadreWithdrawnFromLinkPoint(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                e.enrolmentId(),
                e.cadreId(),
                e.rankCode(),
                e.band(),
                e.quota(),
                reason,
                reasonCode,
                day);
    }

    HouseholdAdmitted admitted(UUID id, UUID householdId, int group, LocalDate day) {
        return new HouseholdAdmitted(linkPointId, programmeId, organisationId, villageId, id, group, householdId, day);
    }

    HouseholdDismissed dismissed(Admission admission, Sealed reason, @Nullable String reasonCode, LocalDate day) {
        HouseholdAdmitted e = admission.beginning().event();
        return new HouseholdDismissed(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                e.admissionId(),
                e.group(),
                e.householdId(),
                reason,
                reasonCode,
                day);
    }

    CadreAssignedToHousehold assigned(Terms link, LocalDate day) {
        return new CadreAssignedToHousehold(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                link.linkId(),
                link.admissionId(),
                link.group(),
                link.householdId(),
                link.enrolmentId(),
                link.cadreId(),
                link.by().rankCode(),
                link.by().band(),
                link.by().quota(),
                link.mode(),
                day);
    }

    HouseholdHandedOver handedOver(Link former, Terms link, Sealed reason, @Nullable String reasonCode, LocalDate day) {
        Terms was = former.terms();
        Card card = former.cardInForce();
        return new HouseholdHandedOver(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                was.linkId(),
                was.group(),
                was.enrolmentId(),
                was.cadreId(),
                was.by().rankCode(),
                was.by().band(),
                was.by().quota(),
                card == null ? null : card.id(),
                card != null && card.delivered(),
                link.linkId(),
                link.admissionId(),
                link.group(),
                link.householdId(),
                link.enrolmentId(),
                link.cadreId(),
                link.by().rankCode(),
                link.by().band(),
                link.by().quota(),
                link.mode(),
                reason,
                reasonCode,
                day);
    }

    HouseholdReleased released(Link link, Sealed reason, @Nullable String reasonCode, LocalDate day) {
        Terms was = link.terms();
        Card card = link.cardInForce();
        return new HouseholdReleased(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                was.linkId(),
                was.admissionId(),
                was.group(),
                was.householdId(),
                was.enrolmentId(),
                was.cadreId(),
                was.by().rankCode(),
                was.by().band(),
                was.by().quota(),
                card == null ? null : card.id(),
                card != null && card.delivered(),
                reason,
                reasonCode,
                day);
    }

    LiaisonCardIssued cardIssued(UUID id, Terms link, LocalDate day) {
        return new LiaisonCardIssued(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                id,
                link.linkId(),
                link.group(),
                link.householdId(),
                link.cadreId(),
                day);
    }

    CardDeliveryConfirmed cardDelivered(Card card, Terms link, LocalDate day) {
        return new CardDeliveryConfirmed(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                card.id(),
                link.linkId(),
                link.group(),
                link.householdId(),
                link.cadreId(),
                day);
    }

    LiaisonCardRevoked cardRevoked(
            Card card, Terms link, @Nullable Sealed reason, @Nullable String reasonCode, LocalDate day) {
        return new LiaisonCardRevoked(
                linkPointId,
                programmeId,
                organisationId,
                villageId,
                card.id(),
                link.linkId(),
                link.group(),
                link.householdId(),
                link.cadreId(),
                card.delivered(),
                reason,
                reasonCode,
                day);
    }
}
