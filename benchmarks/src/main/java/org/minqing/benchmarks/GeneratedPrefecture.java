package org.minqing.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
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
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;

/**
 * A prefecture that has kept its ledger for two years, event by event in the order in which things are recorded. Of a hundred events
 * some thirty-five found villages and rosters of sixty households, sixty are visits, the others concerns, donations and attendance. A
 * visit is recorded within seven days (85 of 100), within ninety (10), or late, up to two years (5); of a hundred three are voided.
 * The same number gives the same events, but for what is sealed.
 */
final class GeneratedPrefecture {
    static final String PREFECTURE = "5303";
    static final LocalDate LAUNCH = LocalDate.of(2012, 1, 1);
    static final int DAYS = 730;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HOUSEHOLDS = 60;
    private static final int CADRES = 20;
    private static final int GROUPS = 6;
    private static final int VISITS = 560;
    private static final int EVENTS_OF_A_VILLAGE = 960;

    private final Random random = new Random(20120101);
    private final SubjectKeys keys;
    private final Sink sink;
    private final int villages;
    private final UUID programme = id("programme");
    private final UUID office = id("office");
    private final List<Village> all = new ArrayList<>();

    /** Takes the events in the order of recording. */
    interface Sink {
        UUID take(Instant recordedAt, String stream, DomainEvent event);
    }

    private record Village(String division, UUID linkPoint, KeyRing ring, List<UUID> cadres, List<Home> homes) {}

    private record Told(VisitRecorded visit, UUID event) {}

    /** @param events how many there are to be, about */
    GeneratedPrefecture(int events, SubjectKeys keys, Sink sink) {
        this.villages = Math.max(1, events / EVENTS_OF_A_VILLAGE);
        this.keys = keys;
        this.sink = sink;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A village in the middle. */
    String village() {
        return all.get(villages / 2).division;
    }

    String county() {
        return village().substring(0, 6);
    }

    UUID cadre() {
        return all.get(villages / 2).cadres.getFirst();
    }

    UUID linkPoint() {
        return all.get(villages / 2).linkPoint;
    }

    void run() {
        found();
        for (int v = 0; v < villages; v++) {
            village(v);
        }
        work();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private void put(LocalDate recorded, String stream, DomainEvent event) {
        sink.take(noon(recorded), stream, event);
    }

    private void found() {
        LocalDate before = LAUNCH.minusDays(1);
        division(before, PREFECTURE, null, "曲靖市");
        put(
                before,
                "Organisation-" + office,
                new OrganisationRegistered(
                        new Seat(office, PREFECTURE), "市人大办（示例）", OrganisationKind.OFFICE, null, before));
        Sphere sphere = new Sphere(programme, office, PREFECTURE);
        put(before, "Programme-" + programme, new ProgrammeLaunched(sphere, "「四群」教育", LinkMode.EXACTLY_ONE, before));
        put(
                before,
                "Programme-" + programme,
                new LinkQuotaDefined(sphere, id("quota"), "科级以下", List.of("141"), 3, before));
    }

    private void division(LocalDate day, String id, @Nullable String parent, String name) {
        put(day, "Division-" + id, new DivisionRegistered(new Place(id), parent, id, name, day));
    }

    private static Sealed seal(KeyRing ring, String subject, String text) {
        SealedText sealed = ring.seal(subject, text);
        return new Sealed(sealed.v(), sealed.subject(), sealed.alg(), sealed.iv(), sealed.ct());
    }

    private void village(int v) {
        LocalDate day = LAUNCH.minusDays(1);
        String county = "%s%02d".formatted(PREFECTURE, 1 + v / 100);
        String town = "%s%03d".formatted(county, 1 + v / 10 % 10);
        String village = "%s%03d".formatted(town, 1 + v % 10);
        if (v % 100 == 0) {
            division(day, county, PREFECTURE, "县" + v / 100);
        }
        if (v % 10 == 0) {
            division(day, town, county, "乡" + v / 10);
        }
        division(day, village, town, "村" + v);
        List<UUID> cadres = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (int c = 0; c < CADRES; c++) {
            UUID cadre = id("cadre " + v + " " + c);
            cadres.add(cadre);
            subjects.add("person:" + cadre);
        }
        List<Home> homes = new ArrayList<>();
        for (int h = 0; h < HOUSEHOLDS; h++) {
            UUID household = id("household " + v + " " + h);
            homes.add(new Home(1 + h % GROUPS, household));
            subjects.add("household:" + household);
            subjects.add("person:" + id("head " + household));
        }
        KeyRing ring = keys.ensure(subjects);
        Village made = new Village(village, id("link point " + v), ring, List.copyOf(cadres), homes);
        all.add(made);
        roster(made, v, day);
    }

    private void roster(Village village, int v, LocalDate day) {
        for (UUID cadre : village.cadres) {
            put(
                    day,
                    "Cadre-" + cadre,
                    new CadreRegistered(
                            new Membership(cadre, office, PREFECTURE),
                            null,
                            seal(village.ring, "person:" + cadre, "张示例" + v),
                            "1",
                            "141",
                            null,
                            null,
                            null,
                            day));
        }
        Site site = new Site(village.linkPoint, programme, office, village.division);
        String stream = "LinkPoint-" + village.linkPoint;
        put(day, stream, new LinkPointDesignated(site, HOUSEHOLDS, day));
        for (UUID cadre : village.cadres) {
            put(day, stream, new CadreEnrolled(site, enrolment(cadre), day));
        }
        int h = 0;
        for (Home home : village.homes) {
            UUID household = home.householdId();
            UUID head = id("head " + household);
            put(
                    day,
                    "Household-" + household,
                    new HouseholdRegistered(
                            new Residence(household, village.division, home.group()),
                            "%d-%d".formatted(v, h),
                            new Person(
                                    head,
                                    seal(village.ring, "person:" + head, "李示例" + h),
                                    seal(village.ring, "person:" + head, citizenNumber(v, h)),
                                    "1",
                                    null,
                                    null,
                                    null),
                            List.of(),
                            null,
                            day));
            UUID admission = id("admission " + household);
            put(day, stream, new HouseholdAdmitted(site, new Admission(admission, home.group(), household), day));
            UUID cadre = village.cadres.get(h % CADRES);
            Enrolment enrolment = enrolment(cadre);
            UUID link = id("link " + household);
            put(
                    day,
                    stream,
                    new CadreAssignedToHousehold(
                            site,
                            new Link(
                                    link,
                                    admission,
                                    home.group(),
                                    household,
                                    enrolment.enrolmentId(),
                                    cadre,
                                    "141",
                                    "科级以下",
                                    3),
                            LinkMode.EXACTLY_ONE,
                            day));
            Card card = new Card(id("card " + household), link, home.group(), household, cadre);
            put(day, stream, new LiaisonCardIssued(site, card, day));
            if (h % 10 != 0) {
                put(day, stream, new CardDeliveryConfirmed(site, card, day));
            }
            h++;
        }
    }

    /** Well formed, no two alike: the place, a day of birth, a number and its check digit. */
    private static String citizenNumber(int v, int h) {
        String digits = "5303%02d%s%03d"
                .formatted(
                        1 + v / 100 % 90,
                        LocalDate.of(1950, 1, 1)
                                .plusDays(v * 10L + h / 20)
                                .toString()
                                .replace("-", ""),
                        h % 20 * 40 + v / 100 * 2 + 1);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(digits.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static Enrolment enrolment(UUID cadre) {
        return new Enrolment(id("enrolment " + cadre), cadre, "141", "科级以下", 3);
    }

    private void work() {
        int visits = villages * VISITS;
        List<Told> recent = new ArrayList<>();
        LocalDate before = LAUNCH;
        for (int i = 0; i < visits; i++) {
            LocalDate today = LAUNCH.plusDays((long) i * DAYS / visits);
            if (!today.equals(before)) {
                day(today);
                before = today;
            }
            Village village = all.get(random.nextInt(villages));
            Home home = village.homes.get(random.nextInt(HOUSEHOLDS));
            Told told = visit(i, today, village, home);
            recent.add(told);
            if (random.nextInt(100) < 3) {
                Told wrong = recent.get(random.nextInt(recent.size()));
                recent.remove(wrong);
                put(
                        today,
                        "Visit-" + wrong.visit.of().visitId(),
                        new Voided<>(wrong.event, wrong.visit, reason(village), null));
            }
            if (recent.size() > 1000) {
                recent.removeFirst();
            }
            if (i % 25 == 0) {
                concern(i, today, village, home);
            }
        }
    }

    private LocalDate occurred(LocalDate recorded) {
        int kind = random.nextInt(100);
        int lag = kind < 85 ? random.nextInt(8) : kind < 95 ? random.nextInt(90) : random.nextInt(DAYS);
        LocalDate day = recorded.minusDays(lag);
        return day.isBefore(LAUNCH) ? LAUNCH : day;
    }

    private Told visit(int i, LocalDate today, Village village, Home home) {
        UUID visit = id("visit " + i);
        UUID cadre = village.cadres.get(village.homes.indexOf(home) % CADRES);
        boolean diary = i % 3 == 0;
        String subject = "household:" + home.householdId();
        Sealed text = diary ? seal(village.ring, subject, "今日走访第" + i + "次，谈了水和路的事，已记下（示例）") : null;
        VisitRecorded recorded = new VisitRecorded(
                new Account(visit, programme, office, village.division, null, "T1"),
                home,
                id("link " + home.householdId()),
                List.of(cadre),
                VisitKind.DISPERSED,
                null,
                1 + i % 5,
                null,
                text,
                diary ? cadre : null,
                occurred(today));
        return new Told(recorded, sink.take(noon(today), "Visit-" + visit, recorded));
    }

    private static Sealed reason(Village village) {
        return seal(village.ring, "household:" + village.homes.getFirst().householdId(), "记错了（示例）");
    }

    private void concern(int i, LocalDate today, Village village, Home home) {
        UUID concern = id("concern " + i);
        String stream = "Concern-" + concern;
        Topic topic = new Topic(
                concern,
                programme,
                office,
                village.division,
                null,
                "T1",
                ConcernKind.values()[i % ConcernKind.values().length]);
        UUID household = home.householdId();
        UUID cadre = village.cadres.getFirst();
        put(
                today,
                stream,
                new ConcernRaised(
                        topic,
                        List.of(home.group()),
                        household,
                        cadre,
                        null,
                        seal(village.ring, "household:" + household, "吃水难（示例）"),
                        today.plusDays(30),
                        today));
        put(today, stream, new ConcernAccepted(topic, household, null, today));
        if (random.nextInt(20) != 0) {
            put(today, stream, new ConcernResolved(topic, household, null, today));
        }
    }

    /** What comes once a month in every village, on a day of its own: attendance and a donation. */
    private void day(LocalDate today) {
        for (int v = today.getDayOfMonth() - 1; v < villages; v += 28) {
            Village village = all.get(v);
            UUID posting = id("posting " + v);
            UUID instructor = village.cadres.getLast();
            Assignment of = new Assignment(posting, programme, office, village.division);
            UUID fund = id("fund " + v);
            var account =
                    new org.minqing.events.fund.FundEvent.Account(fund, programme, office, village.division, "饮水");
            if (today.isBefore(LAUNCH.plusMonths(1))) {
                put(
                        today,
                        "Posting-" + posting,
                        new PostingBegun(
                                of,
                                PostingKind.INSTRUCTOR,
                                instructor,
                                List.of(InstructorRole.values()[0]),
                                null,
                                null,
                                null,
                                today));
                put(today, "Fund-" + fund, new FundOpened(account, village.division, today));
            } else {
                YearMonth month = YearMonth.from(today).minusMonths(1);
                if ((v + month.getMonthValue()) % 10 != 0) {
                    put(
                            today,
                            "Posting-" + posting,
                            new AttendanceRecorded(
                                    of,
                                    instructor,
                                    month.toString(),
                                    20,
                                    seal(village.ring, "person:" + instructor, "签"),
                                    today));
                }
                put(
                        today,
                        "Fund-" + fund,
                        new DonationRecorded(
                                account,
                                new Entry(id("entry " + v + today), null, null),
                                new Donor(DonorKind.CADRE, village.cadres.get(month.getMonthValue()), null),
                                Money.yuan(new BigDecimal("100.00")),
                                today));
            }
        }
    }
}
