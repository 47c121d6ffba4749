package org.minqing.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.Task;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SubjectKeys;

/**
 * A prefecture that has kept its ledger for years, event by event in the order in which things are recorded. Ten million events are
 * ten years of 120 villages with 48,000 households and 1,200 cadres; a tenth of the events is a third of the villages for a third of
 * the time, so that a small log is smaller in both: a village's history grows as the prefecture does. Of a hundred events eighty-five are
 * recorded within seven days, ten within ninety, and four up to two years late; three are voided or corrected. The same
 * number of events gives the same events, but for what is sealed.
 */
final class GeneratedPrefecture {
    static final String PREFECTURE = "5303";
    static final LocalDate LAUNCH = LocalDate.of(2012, 1, 1);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Of a village. */
    static final int HOUSEHOLDS = 400;

    private static final int CADRES = 10;
    private static final int VILLAGES_OF_A_COUNTY = 20;
    private static final int VILLAGES_OF_A_TOWNSHIP = 5;
    private static final int MOST_VILLAGES = 120;
    private static final double MOST_EVENTS = 10_000_000;
    private static final int DAYS = 3650;
    private static final int GROUPS = 8;

    final Random random = new Random(20120101);
    final UUID programme = uuid();
    final UUID office = uuid();
    private final SubjectKeys keys;
    private final Sink sink;
    private final List<GeneratedVillage> villages = new ArrayList<>();
    private final int households;
    private final int size;
    private final int days;
    private final int events;
    private final List<UUID> offices = new ArrayList<>();
    private int put;

    /** Takes the events in the order of recording. */
    interface Sink {
        void take(Instant recordedAt, String stream, int sequence, UUID eventId, DomainEvent event);
    }

    /**
     * @param events how many there are to be, about
     * @param households of a village
     */
    GeneratedPrefecture(int events, int households, SubjectKeys keys, Sink sink) {
        double part = Math.sqrt(events / MOST_EVENTS);
        this.size = Math.max(2, (int) Math.round(MOST_VILLAGES * part));
        this.days = Math.max(120, (int) Math.round(DAYS * part));
        this.events = events;
        this.households = households;
        this.keys = keys;
        this.sink = sink;
    }

    /** Of version 4, the next of the same row of them each time. */
    UUID uuid() {
        return SampleEvents.uuid(random);
    }

    List<GeneratedVillage> villages() {
        return villages;
    }

    List<UUID> offices() {
        return offices;
    }

    /** The day after the last one on which anything was recorded. */
    LocalDate end() {
        return LAUNCH.plusDays(days);
    }

    void run() {
        found();
        new GeneratedWork(this).run(LAUNCH, end(), events);
    }

    /** So many as yet. */
    int put() {
        return put;
    }

    <E extends DomainEvent> GeneratedStream.Entry<E> put(LocalDate recorded, GeneratedStream stream, E event) {
        return put(recorded, stream, nextId(), event);
    }

    /** For events that tell their own id. */
    UUID nextId() {
        return new UUID(0x4000L, 0x8000000000000000L | put + 1L);
    }

    <E extends DomainEvent> GeneratedStream.Entry<E> put(LocalDate recorded, GeneratedStream stream, UUID id, E event) {
        sink.take(recorded.atTime(12, 0).atZone(ZONE).toInstant(), stream.name(), stream.next(), id, event);
        put++;
        return new GeneratedStream.Entry<>(stream, id, event);
    }

    // ------------------------------------------------------------------ founding

    private void found() {
        LocalDate day = LAUNCH.minusDays(1);
        division(day, PREFECTURE, null, "曲靖市");
        organisation(day, office, PREFECTURE, "市人大办（示例）");
        var sphere = new Sphere(programme, office, PREFECTURE);
        var stream = new GeneratedStream("Programme", programme);
        put(day, stream, new ProgrammeLaunched(sphere, "「四群」教育", LinkMode.EXACTLY_ONE, day));
        put(
                day,
                stream,
                new LinkQuotaDefined(sphere, uuid(), "科级以下", List.of("141"), households / CADRES * 2 + 2, day));
        put(
                day,
                stream,
                new TaskCatalogueAdopted(
                        sphere,
                        List.of(new Task("T1", "访民情", null, List.of()), new Task("T2", "谋发展", null, List.of())),
                        day));
        for (int v = 0; v < size; v++) {
            village(v, day);
        }
    }

    private void division(LocalDate day, String id, @Nullable String parent, String name) {
        put(day, new GeneratedStream("Division", id), new DivisionRegistered(new Place(id), parent, id, name, day));
    }

    private void organisation(LocalDate day, UUID id, String seat, String name) {
        offices.add(id);
        put(
                day,
                new GeneratedStream("Organisation", id),
                new OrganisationRegistered(new Seat(id, seat), name, OrganisationKind.OFFICE, null, day));
    }

    private void village(int v, LocalDate day) {
        String county = "%s%02d".formatted(PREFECTURE, 1 + v / VILLAGES_OF_A_COUNTY);
        String town = "%s%03d".formatted(county, 1 + v % VILLAGES_OF_A_COUNTY / VILLAGES_OF_A_TOWNSHIP);
        String division = "%s%03d".formatted(town, 1 + v % VILLAGES_OF_A_TOWNSHIP);
        if (v % VILLAGES_OF_A_COUNTY == 0) {
            division(day, county, PREFECTURE, "县" + v / VILLAGES_OF_A_COUNTY);
            organisation(day, uuid(), county, "县人大办（示例）" + v / VILLAGES_OF_A_COUNTY);
        }
        if (v % VILLAGES_OF_A_TOWNSHIP == 0) {
            division(day, town, county, "乡" + v / VILLAGES_OF_A_TOWNSHIP);
        }
        division(day, division, town, "村" + v);
        UUID of = offices.getLast();
        List<GeneratedVillage.Cadre> cadres = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (int c = 0; c < CADRES; c++) {
            UUID cadre = uuid();
            cadres.add(new GeneratedVillage.Cadre(
                    cadre,
                    new Membership(cadre, of, county),
                    new Enrolment(uuid(), cadre, "141", "科级以下", households / CADRES * 2 + 2)));
            subjects.add("person:" + cadre);
        }
        List<UUID> heads = new ArrayList<>();
        List<UUID> homes = new ArrayList<>();
        for (int h = 0; h < households; h++) {
            homes.add(uuid());
            heads.add(uuid());
            subjects.add("household:" + homes.getLast());
            subjects.add("person:" + heads.getLast());
        }
        KeyRing ring = keys.ensure(subjects);
        Site site = new Site(uuid(), programme, of, division);
        List<GeneratedVillage.Home> made = new ArrayList<>();
        for (int h = 0; h < households; h++) {
            int group = 1 + h % GROUPS;
            UUID household = homes.get(h);
            String head = "person:" + heads.get(h);
            UUID admission = uuid();
            Link link = link(uuid(), admission, group, household, cadres.get(h % CADRES));
            made.add(new GeneratedVillage.Home(
                    new Residence(household, division, group),
                    new Person(
                            heads.get(h),
                            GeneratedVillage.seal(ring, head, "李示例" + h),
                            GeneratedVillage.seal(ring, head, citizenNumber(v, h)),
                            h % 2 == 0 ? "1" : "2",
                            null,
                            null,
                            null),
                    new GeneratedStream("Household", household),
                    admission,
                    link,
                    new Card(uuid(), link.linkId(), group, household, link.cadreId())));
        }
        List<GeneratedVillage.Posting> postings = new ArrayList<>();
        for (int p = 0; p < PostingKind.values().length; p++) {
            UUID posting = uuid();
            postings.add(new GeneratedVillage.Posting(
                    new GeneratedStream("Posting", posting),
                    new Assignment(posting, programme, of, division),
                    cadres.get(CADRES - 1 - p)));
        }
        var village = new GeneratedVillage(
                v, of, site, cadres, made, postings, new Account(uuid(), programme, of, division, "饮水"), ring);
        villages.add(village);
        roster(village, day);
    }

    static Link link(UUID id, UUID admission, int group, UUID household, GeneratedVillage.Cadre cadre) {
        Enrolment enrolment = cadre.enrolment();
        return new Link(
                id,
                admission,
                group,
                household,
                enrolment.enrolmentId(),
                cadre.id(),
                enrolment.rankCode(),
                enrolment.band(),
                enrolment.quota());
    }

    private void roster(GeneratedVillage village, LocalDate day) {
        int c = 0;
        for (GeneratedVillage.Cadre cadre : village.cadres) {
            put(
                    day,
                    new GeneratedStream("Cadre", cadre.id()),
                    new CadreRegistered(
                            cadre.membership(),
                            null,
                            village.seal("person:" + cadre.id(), "张示例" + village.number + "之" + c++),
                            "1",
                            "141",
                            null,
                            null,
                            null,
                            day));
        }
        put(day, village.linkPoint, new LinkPointDesignated(village.site, households, day));
        for (GeneratedVillage.Cadre cadre : village.cadres) {
            put(day, village.linkPoint, new CadreEnrolled(village.site, cadre.enrolment(), day));
        }
        int h = 0;
        for (GeneratedVillage.Home home : village.homes) {
            String householdNo = "%d-%d".formatted(village.number, h++);
            put(
                    day,
                    home.stream,
                    new HouseholdRegistered(home.residence, householdNo, home.head, List.of(), null, day));
        }
        for (GeneratedVillage.Home home : village.homes) {
            put(
                    day,
                    village.linkPoint,
                    new HouseholdAdmitted(
                            village.site, new Admission(home.admission, home.residence.group(), home.id()), day));
            put(
                    day,
                    village.linkPoint,
                    new CadreAssignedToHousehold(village.site, home.link, LinkMode.EXACTLY_ONE, day));
            put(day, village.linkPoint, new LiaisonCardIssued(village.site, home.card, day));
            home.delivered = --h % 20 != 0;
            if (home.delivered) {
                put(day, village.linkPoint, new CardDeliveryConfirmed(village.site, home.card, day));
            }
        }
        for (int p = 0; p < village.postings.size(); p++) {
            GeneratedVillage.Posting posting = village.postings.get(p);
            put(
                    day,
                    posting.stream(),
                    new PostingBegun(
                            posting.of(),
                            PostingKind.values()[p],
                            posting.cadre().id(),
                            p == 0 ? List.of(InstructorRole.INSTRUCTOR) : List.of(),
                            null,
                            null,
                            null,
                            day));
        }
        put(day, village.fund, new FundOpened(village.account, village.division, day));
    }

    /** Well formed, no two alike: the place, a day of birth, a number and its check digit. */
    private static String citizenNumber(int v, int h) {
        String digits = "5303%02d%s%03d"
                .formatted(
                        1 + v / VILLAGES_OF_A_COUNTY,
                        LocalDate.of(1940, 1, 1)
                                .plusDays(v % VILLAGES_OF_A_COUNTY * 1000L + h)
                                .toString()
                                .replace("-", ""),
                        1 + h % 2);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(digits.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
