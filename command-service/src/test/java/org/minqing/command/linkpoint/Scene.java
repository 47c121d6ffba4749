package org.minqing.command.linkpoint;

import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.command.linkpoint.LinkPointCommand.AssignCadreToHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.HandOverHousehold;
import org.minqing.command.linkpoint.LinkPointCommand.ReleaseHousehold;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/**
 * The programme of 2012 in one village, told in events: cadres 1 to 4 of rank 132 with a quota of five, cadres 5 to 8 of
 * rank 142 with three, cadre 9 of rank 150 without any; households 1 to 12. Today is 1 June. Days are of 2012.
 */
final class Scene {
    static final String VILLAGE = "530328202207";
    static final String OTHER_VILLAGE = "530328202208";
    static final UUID PROGRAMME = Ids.named("programme");
    static final UUID ORGANISATION = Ids.named("organisation");
    static final Sphere SPHERE = new Sphere(PROGRAMME, ORGANISATION, "5303");
    static final UUID POINT = Ids.linkPoint(PROGRAMME, VILLAGE);
    static final String HIGH_BAND = "处级以上";
    static final String LOW_BAND = "科以下";
    static final LocalDate START = LocalDate.of(2012, 1, 1);

    private static final LocalDate BEFORE = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final Site SITE = new Site(POINT, PROGRAMME, ORGANISATION, VILLAGE);

    private final CommandFixture fixture = new CommandFixture(LinkPoint.class);
    private final LinkMode mode;
    private final Map<UUID, Enrolment> enrolments = new HashMap<>();
    private final Map<UUID, Admission> admissions = new HashMap<>();
    private final Map<UUID, Held> links = new HashMap<>();
    private int given;

    /** A household's last link and the card it has. */
    record Held(Link link, @Nullable UUID cardId, boolean delivered) {
        Card card(UUID id) {
            return new Card(id, link.linkId(), link.group(), link.householdId(), link.cadreId());
        }

        Card card() {
            return card(Objects.requireNonNull(cardId));
        }
    }

    /** A command and the day it gives, if any. */
    record DatedCommand(Object command, @Nullable LocalDate day) {}

    Scene() {
        this(LinkMode.EXACTLY_ONE);
    }

    Scene(LinkMode mode) {
        this.mode = mode;
        fixture.division("53", "云南省")
                .division("5303", "曲靖市")
                .division("530328", "沾益县")
                .division("530328202", "播乐乡")
                .division(VILLAGE, "水田")
                .division(OTHER_VILLAGE, "偏山")
                .known(
                        "Organisation",
                        ORGANISATION,
                        new OrganisationRegistered(new Seat(ORGANISATION, "5303"), "办公室", null, null, BEFORE))
                .known("Programme", PROGRAMME, new ProgrammeLaunched(SPHERE, "四群教育", mode, LAUNCH));
        quota(HIGH_BAND, List.of("131", "132"), 5, LAUNCH);
        quota(LOW_BAND, List.of("141", "142"), 3, LAUNCH);
        for (int i = 1; i <= 9; i++) {
            String rank = i <= 4 ? "132" : i <= 8 ? "142" : "150";
            fixture.known("Cadre", cadre(i), registered(cadre(i), rank, BEFORE));
        }
        for (int i = 1; i <= 12; i++) {
            household(household(i), VILLAGE, i);
        }
    }

    static UUID cadre(int number) {
        return Ids.named("cadre", number);
    }

    static UUID household(int number) {
        return Ids.named("household", number);
    }

    static Sealed why(UUID householdId) {
        return sealed("household:" + householdId, "缘由");
    }

    static Sealed why() {
        return sealed("linkpoint:" + POINT, "缘由");
    }

    /** {@code 03-01} is 1 March 2012. */
    static LocalDate day(String monthDay) {
        return MonthDay.parse("--" + monthDay).atYear(2012);
    }

    // -- what other streams say

    Scene quota(String band, List<String> ranks, int households, LocalDate day) {
        UUID id = Ids.named("quota", band, day);
        fixture.known("Programme", PROGRAMME, new LinkQuotaDefined(SPHERE, id, band, ranks, households, day));
        return this;
    }

    Scene organisation(UUID id, LocalDate day) {
        fixture.known("Organisation", id, new OrganisationRegistered(new Seat(id, "5303"), "单位", null, null, day));
        return this;
    }

    Scene programmeClosed(LocalDate day) {
        fixture.known("Programme", PROGRAMME, new ProgrammeClosed(SPHERE, null, null, day));
        return this;
    }

    Scene rank(UUID cadreId, String from, String to, LocalDate day) {
        fixture.known(
                "Cadre", cadreId, new CadreRankChanged(new Membership(cadreId, ORGANISATION, "5303"), from, to, day));
        return this;
    }

    Scene retired(UUID cadreId, LocalDate day) {
        fixture.known(
                "Cadre", cadreId, new CadreWithdrawn(new Membership(cadreId, ORGANISATION, "5303"), null, null, day));
        return this;
    }

    Scene household(UUID id, String village, int group) {
        Person head = new Person(id, sealed("person:" + id, "示例"), null, null, null, null, null);
        fixture.known(
                "Household",
                id,
                new HouseholdRegistered(new Residence(id, village, group), "1", head, List.of(), null, BEFORE));
        return this;
    }

    Scene moved(UUID id, String village, int group, LocalDate day) {
        fixture.known(
                "Household", id, new HouseholdRelocated(new Removal(id, VILLAGE, 1, village, group), null, null, day));
        return this;
    }

    Scene archived(UUID id, LocalDate day) {
        fixture.known("Household", id, new HouseholdArchived(new Residence(id, VILLAGE, 1), null, null, day));
        return this;
    }

    private static CadreRegistered registered(UUID id, String rank, LocalDate day) {
        return new CadreRegistered(
                new Membership(id, ORGANISATION, "5303"),
                null,
                sealed("person:" + id, "示例"),
                "1",
                rank,
                null,
                null,
                null,
                day);
    }

    // -- the link point's own story; an entity's id is that of the event that made it

    Scene given(Function<UUID, ? extends DomainEvent> event) {
        fixture.given(event.apply(CommandFixture.givenId(given++)));
        return this;
    }

    /** The id the next event given will have. */
    UUID nextId() {
        return CommandFixture.givenId(given);
    }

    UUID lastId() {
        return CommandFixture.givenId(given - 1);
    }

    Scene designated() {
        return given(id -> new LinkPointDesignated(SITE, null, START));
    }

    Scene keyVillage(LocalDate day) {
        return given(id -> new KeyVillageDesignated(SITE, id, day));
    }

    Scene enrolled(UUID cadreId, LocalDate day) {
        Enrolment enrolment = enrolment(nextId(), cadreId);
        enrolments.put(cadreId, enrolment);
        return given(id -> new CadreEnrolled(SITE, enrolment, day));
    }

    /** Designated, and all cadres enrolled, on 1 January. */
    Scene ready() {
        designated();
        for (int i = 1; i <= 9; i++) {
            enrolled(cadre(i), START);
        }
        return this;
    }

    Scene withdrawn(UUID cadreId, LocalDate day) {
        return given(id -> new CadreWithdrawnFromLinkPoint(SITE, enrolment(cadreId), null, null, day));
    }

    Scene admitted(UUID householdId, LocalDate day) {
        Admission admission = new Admission(nextId(), group(householdId), householdId);
        admissions.put(householdId, admission);
        return given(id -> new HouseholdAdmitted(SITE, admission, day));
    }

    Scene dismissed(UUID householdId, LocalDate day) {
        Admission admission = Objects.requireNonNull(admissions.remove(householdId));
        return given(id -> new HouseholdDismissed(SITE, admission, why(householdId), null, day));
    }

    Scene linked(UUID householdId, UUID cadreId, LocalDate day) {
        if (!admissions.containsKey(householdId)) {
            admitted(householdId, day);
        }
        Link link = link(nextId(), householdId, cadreId);
        links.put(householdId, new Held(link, null, false));
        return given(id -> new CadreAssignedToHousehold(SITE, link, mode, day));
    }

    Scene handedOver(UUID householdId, UUID cadreId, LocalDate day) {
        FormerLink former = former(householdId);
        Link link = link(nextId(), householdId, cadreId);
        links.put(householdId, new Held(link, null, false));
        return given(id -> new HouseholdHandedOver(SITE, former, link, mode, why(householdId), null, day));
    }

    FormerLink former(UUID householdId) {
        Held held = held(householdId);
        return FormerLink.of(held.link, held.cardId, held.delivered);
    }

    Scene released(UUID householdId, LocalDate day) {
        Held held = held(householdId);
        return given(
                id -> new HouseholdReleased(SITE, held.link, held.cardId, held.delivered, why(householdId), null, day));
    }

    Scene cardIssued(UUID householdId, LocalDate day) {
        Held held = new Held(held(householdId).link, nextId(), false);
        links.put(householdId, held);
        return given(id -> new LiaisonCardIssued(SITE, held.card(), day));
    }

    Scene cardDelivered(UUID householdId, LocalDate day) {
        Held held = new Held(held(householdId).link, held(householdId).cardId, true);
        links.put(householdId, held);
        return given(id -> new CardDeliveryConfirmed(SITE, held.card(), day));
    }

    Scene cardRevoked(UUID householdId, LocalDate day) {
        Held held = held(householdId);
        links.put(householdId, new Held(held.link, null, false));
        return given(id -> new LiaisonCardRevoked(SITE, held.card(), held.delivered, null, null, day));
    }

    /** A given event was voided since. */
    Scene voided(UUID target, DomainEvent before) {
        return given(id -> new Voided<>(target, before, CommandFixture.REASON, null));
    }

    /** What the command would enter was entered. */
    Scene entered(CommandFixture.Outcome outcome) {
        outcome.events().forEach(event -> given(id -> (DomainEvent) event));
        return this;
    }

    Held held(UUID householdId) {
        return Objects.requireNonNull(links.get(householdId));
    }

    Enrolment enrolment(UUID cadreId) {
        return Objects.requireNonNull(enrolments.get(cadreId));
    }

    Admission admission(UUID householdId) {
        return Objects.requireNonNull(admissions.get(householdId));
    }

    Link link(UUID linkId, UUID householdId, UUID cadreId) {
        Enrolment by = enrolment(cadreId);
        return new Link(
                linkId,
                admission(householdId).admissionId(),
                group(householdId),
                householdId,
                by.enrolmentId(),
                cadreId,
                by.rankCode(),
                by.band(),
                by.quota());
    }

    private static int group(UUID householdId) {
        for (int i = 1; i <= 12; i++) {
            if (household(i).equals(householdId)) {
                return i;
            }
        }
        return 1;
    }

    static Enrolment enrolment(UUID id, UUID cadreId) {
        boolean high = Set.of(cadre(1), cadre(2), cadre(3), cadre(4)).contains(cadreId);
        return high ? new Enrolment(id, cadreId, "132", HIGH_BAND, 5) : new Enrolment(id, cadreId, "142", LOW_BAND, 3);
    }

    // -- the command

    UUID eventId(int ordinal) {
        return fixture.eventId(ordinal);
    }

    CommandFixture.Outcome when(Object command) {
        return command instanceof DatedCommand dated
                ? fixture.on(dated.day).when(dated.command)
                : fixture.on(null).when(command);
    }

    CommandFixture.Outcome whenVoided(UUID eventId) {
        return fixture.whenVoided(eventId);
    }

    CommandFixture.Outcome whenVoidedWithFollowing(UUID eventId) {
        return fixture.whenVoidedWithFollowing(eventId);
    }

    CommandFixture.Outcome whenCorrected(UUID eventId, String changes) {
        return fixture.whenCorrected(eventId, changes);
    }

    CommandFixture.Outcome whenCorrectedWithFollowing(UUID eventId, String changes) {
        return fixture.whenCorrected(eventId, changes, true);
    }

    /** The types of what stood of the events that were voided or corrected, in the order in which that was said. */
    static List<Class<?>> amended(CommandFixture.Outcome outcome) {
        return outcome.events().stream()
                .<Class<?>>map(event -> ((AmendingEvent<?>) event).before().getClass())
                .toList();
    }

    CommandFixture.Outcome assign(UUID householdId, UUID cadreId, @Nullable LocalDate day) {
        return when(new DatedCommand(new AssignCadreToHousehold(POINT, cadreId, householdId), day));
    }

    CommandFixture.Outcome handOver(UUID householdId, UUID toCadreId, @Nullable LocalDate day) {
        return when(new DatedCommand(
                new HandOverHousehold(POINT, householdId, toCadreId, null, why(householdId), null), day));
    }

    CommandFixture.Outcome release(UUID householdId, @Nullable LocalDate day) {
        return when(new DatedCommand(new ReleaseHousehold(POINT, householdId, null, why(householdId), null), day));
    }
}
