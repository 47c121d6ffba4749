package org.minqing.query;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/** The events of one link point's roster, of section level with a quota of three. */
public record Roster(UUID linkPoint, UUID programme, UUID organisation, String village, Sealed reason) {
    private static final String RANK = "141";
    private static final String BAND = "科级以下";
    private static final int QUOTA = 3;

    public static Roster of(Village village) {
        return new Roster(village.id("link point"), village.programme, village.office, village.id, village.reason());
    }

    public String stream() {
        return "LinkPoint-" + linkPoint;
    }

    public Site site() {
        return new Site(linkPoint, programme, organisation, village);
    }

    public LinkPointDesignated designated(@Nullable Integer households, LocalDate day) {
        return new LinkPointDesignated(site(), households, day);
    }

    public KeyVillageDesignated keyVillage(UUID designation, LocalDate day) {
        return new KeyVillageDesignated(site(), designation, day);
    }

    public CadreEnrolled enrolled(UUID cadre, LocalDate day) {
        return new CadreEnrolled(site(), enrolled(cadre), day);
    }

    private Enrolment enrolled(UUID cadre) {
        return new Enrolment(enrolment(cadre), cadre, RANK, BAND, QUOTA);
    }

    public CadreWithdrawnFromLinkPoint withdrawn(UUID cadre, LocalDate day) {
        return new CadreWithdrawnFromLinkPoint(site(), enrolled(cadre), null, null, day);
    }

    public HouseholdAdmitted admitted(UUID household, LocalDate day) {
        return new HouseholdAdmitted(site(), new Admission(admission(household), 7, household), day);
    }

    /** A link of a cadre with a household, and its card. */
    public record Link(UUID id, UUID household, UUID cadre, UUID card) {
        public static Link of(UUID household, UUID cadre, String name) {
            return new Link(
                    QueryServer.id("link " + household + name),
                    household,
                    cadre,
                    QueryServer.id("card " + household + name));
        }
    }

    public UUID enrolment(UUID cadre) {
        return QueryServer.id("enrolment of " + cadre + " at " + linkPoint);
    }

    public static UUID admission(UUID household) {
        return QueryServer.id("admission of " + household);
    }

    /** What an event says of a link. */
    public org.minqing.events.linkpoint.LinkPointEvent.Link said(Link link) {
        return new org.minqing.events.linkpoint.LinkPointEvent.Link(
                link.id,
                admission(link.household),
                7,
                link.household,
                enrolment(link.cadre),
                link.cadre,
                RANK,
                BAND,
                QUOTA);
    }

    private static Card card(Link link) {
        return new Card(link.card, link.id, 7, link.household, link.cadre);
    }

    public CadreAssignedToHousehold assigned(Link link, LocalDate day) {
        return new CadreAssignedToHousehold(site(), said(link), LinkMode.EXACTLY_ONE, day);
    }

    /** @param card whether the former link has a card in force, and whether it was delivered; null: it has none */
    public HouseholdHandedOver handedOver(Link former, @Nullable Boolean card, Link next, LocalDate day) {
        return new HouseholdHandedOver(
                site(),
                FormerLink.of(said(former), card == null ? null : former.card, Boolean.TRUE.equals(card)),
                said(next),
                LinkMode.EXACTLY_ONE,
                reason,
                null,
                day);
    }

    /** @param card as in {@link #handedOver} */
    public HouseholdReleased released(Link link, @Nullable Boolean card, LocalDate day) {
        return new HouseholdReleased(
                site(), said(link), card == null ? null : link.card, Boolean.TRUE.equals(card), reason, null, day);
    }

    public LiaisonCardIssued issued(Link link, LocalDate day) {
        return new LiaisonCardIssued(site(), card(link), day);
    }

    public CardDeliveryConfirmed delivered(Link link, LocalDate day) {
        return new CardDeliveryConfirmed(site(), card(link), day);
    }

    public LiaisonCardRevoked revoked(Link link, boolean delivered, LocalDate day) {
        return new LiaisonCardRevoked(site(), card(link), delivered, reason, null, day);
    }
}
