package org.minqing.benchmarks;

import java.util.List;
import java.util.UUID;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;

/** A village of a {@link GeneratedPrefecture} with what its work goes on from. */
final class GeneratedVillage {
    final int number;
    final String division;
    final UUID office;
    final Site site;
    final GeneratedStream linkPoint;
    final List<Cadre> cadres;
    final List<Home> homes;
    final List<Posting> postings;
    final Account account;
    final GeneratedStream fund;
    private final KeyRing ring;

    /** In yuan: what came in, was set aside, and is left of that. */
    int received;

    int allocated;
    UUID allocation = new UUID(0, 0);
    int unpaid;
    /** Of the year. */
    int receipts;

    record Cadre(UUID id, Membership membership, Enrolment enrolment) {}

    record Posting(GeneratedStream stream, Assignment of, Cadre cadre) {}

    /** A household, and who is linked to it. */
    static final class Home {
        final Residence residence;
        final Person head;
        final GeneratedStream stream;
        final UUID admission;
        Link link;
        Card card;
        boolean delivered;
        int members;

        Home(Residence residence, Person head, GeneratedStream stream, UUID admission, Link link, Card card) {
            this.residence = residence;
            this.head = head;
            this.stream = stream;
            this.admission = admission;
            this.link = link;
            this.card = card;
        }

        UUID id() {
            return residence.householdId();
        }

        org.minqing.events.visit.VisitEvent.Home group() {
            return new org.minqing.events.visit.VisitEvent.Home(residence.group(), id());
        }

        String subject() {
            return "household:" + id();
        }
    }

    GeneratedVillage(
            int number,
            UUID office,
            Site site,
            List<Cadre> cadres,
            List<Home> homes,
            List<Posting> postings,
            Account account,
            KeyRing ring) {
        this.number = number;
        this.division = site.villageId();
        this.office = office;
        this.site = site;
        this.linkPoint = new GeneratedStream("LinkPoint", site.linkPointId());
        this.cadres = cadres;
        this.homes = homes;
        this.postings = postings;
        this.account = account;
        this.fund = new GeneratedStream("Fund", account.fundId());
        this.ring = ring;
    }

    /** Sealed under a household or a person of the village, each time another way. */
    Sealed seal(String subject, String text) {
        return seal(ring, subject, text);
    }

    static Sealed seal(KeyRing ring, String subject, String text) {
        SealedText sealed = ring.seal(subject, text);
        return new Sealed(sealed.v(), sealed.subject(), sealed.alg(), sealed.iv(), sealed.ct());
    }

    /** Who linked the household on the day when it was founded, by turns. */
    Cadre of(int home) {
        return cadres.get(home % cadres.size());
    }
}
