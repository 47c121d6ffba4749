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
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

/**
 * The programme of 2012 in one village, told in events: cadres 1 to 4 of rank 132 with a quota of five, cadres 5 to 8 of
 * rank 142 with three, cadre 9 of rank 150 without any; households 1 to 12. Today is 1 June. Days are of 2012.
 */
final class Scene {
    static final String VILLAGE = "530328202207";
    static final String OTHER_VILLAGE = "530328202208";
    static final UUID PROGRAMME = Ids.named("programme");
    static final UUID ORGANISATION = Ids.named("organisation");
    static final UUID POINT = Ids.linkPoint(PROGRAMME, VILLAGE);
    static final String HIGH_BAND = "处级以上";
    static final String LOW_BAND = "科以下";
    static final LocalDate START = LocalDate.of(2012, 1, 1);

    private static final LocalDate BEFORE = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final Site SITE = new Site(POINT, PROGRAMME, ORGANISATION, VILLAGE);

    private final CommandFixture fixture = new CommandFixture(LinkPoint.class);
    private final LinkMode mode;
    private final Map<UUID, UUID> enrolments = new HashMap<>();
    private final Map<UUID, UUID> admissions = new HashMap<>();
    private final Map<UUID, Link> links = new HashMap<>();
    private int given;

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
                        new OrganisationRegistered(ORGANISATION, "5303", "办公室", null, null, BEFORE))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, ORGANISATION, "5303", "四群教育", mode, LAUNCH));
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
        fixture.known(
                "Programme",
                PROGRAMME,
                new LinkQuotaDefined(PROGRAMME, ORGANISATION, "5303", id, band, ranks, households, day));
        return this;
    }

    Scene organisation(UUID id, LocalDate day) {
        fixture.known("Organisation", id, new OrganisationRegistered(id, "5303", "单位", null, null, day));
        return this;
    }

    Scene programmeClosed(LocalDate day) {
        fixture.known("Programme", PROGRAMME, new ProgrammeClosed(PROGRAMME, ORGANISATION, "5303", null, null, day));
        return this;
    }

    Scene rank(UUID cadreId, String from, String to, LocalDate day) {
        fixture.known("Cadre", cadreId, new CadreRankChanged(cadreId, ORGANISATION, "5303", from, to, day));
        return this;
    }

    Scene retired(UUID cadreId, LocalDate day) {
        fixture.known("Cadre", cadreId, new CadreWithdrawn(cadreId, ORGANISATION, "5303", null, null, day));
        return this;
    }

    Scene household(UUID id, String village, int group) {
        Person head = new Person(id, sealed("person:" + id, "示例"), null, null, null, null, null);
        fixture.known("Household", id, new HouseholdRegistered(id, village, group, "1", head, List.of(), null, BEFORE));
        return this;
    }

    Scene moved(UUID id, String village, int group, LocalDate day) {
        fixture.known("Household", id, new HouseholdRelocated(id, VILLAGE, 1, village, group, null, null, day));
        return this;
    }

    Scene archived(UUID id, LocalDate day) {
        fixture.known("Household", id, new HouseholdArchived(id, VILLAGE, 1, null, null, day));
        return this;
    }

    private static CadreRegistered registered(UUID id, String rank, LocalDate day) {
        return new CadreRegistered(
                id, ORGANISATION, "5303", null, sealed("person:" + id, "示例"), "1", rank, null, null, null, day);
    }

    // -- the link point's own story; an entity's id is that of the event that made it

    Scene given(Function<UUID, ? extends LinkPointEvent> event) {
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
        return given(id -> SITE.designated(null, START));
    }

    Scene keyVillage(LocalDate day) {
        return given(id -> SITE.keyVillage(id, day));
    }

    Scene enrolled(UUID cadreId, LocalDate day) {
        enrolments.put(cadreId, nextId());
        return given(id -> SITE.enrolled(id, cadreId, standing(cadreId), day));
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
        Enrolment enrolment = new Enrolment(new Step<>(
                enrolmentOf(cadreId), SITE.enrolled(enrolmentOf(cadreId), cadreId, standing(cadreId), START)));
        return given(id -> SITE.withdrawn(enrolment, null, null, day));
    }

    Scene admitted(UUID householdId, LocalDate day) {
        admissions.put(householdId, nextId());
        return given(id -> SITE.admitted(id, householdId, group(householdId), day));
    }

    Scene dismissed(UUID householdId, LocalDate day) {
        UUID admissionId = admissionOf(householdId);
        Admission admission = new Admission(
                new Step<>(admissionId, SITE.admitted(admissionId, householdId, group(householdId), START)));
        admissions.remove(householdId);
        return given(id -> SITE.dismissed(admission, why(householdId), null, day));
    }

    Scene linked(UUID householdId, UUID cadreId, LocalDate day) {
        if (!admissions.containsKey(householdId)) {
            admitted(householdId, day);
        }
        CadreAssignedToHousehold event = SITE.assigned(terms(nextId(), householdId, cadreId), day);
        links.put(householdId, Link.assigned(new Step<>(nextId(), event)));
        return given(id -> event);
    }

    Scene handedOver(UUID householdId, UUID cadreId, LocalDate day) {
        HouseholdHandedOver event =
                SITE.handedOver(link(householdId), terms(nextId(), householdId, cadreId), why(householdId), null, day);
        links.put(householdId, Link.handedOver(new Step<>(nextId(), event)));
        return given(id -> event);
    }

    Scene released(UUID householdId, LocalDate day) {
        HouseholdReleased event = SITE.released(link(householdId), why(householdId), null, day);
        return given(id -> event);
    }

    Scene cardIssued(UUID householdId, LocalDate day) {
        var step =
                new Step<>(nextId(), SITE.cardIssued(nextId(), link(householdId).terms(), day));
        links.computeIfPresent(householdId, (id, link) -> link.issued(step));
        return given(id -> step.event());
    }

    Scene cardDelivered(UUID householdId, LocalDate day) {
        Card card = link(householdId).requireCardInForce();
        var step =
                new Step<>(nextId(), SITE.cardDelivered(card, link(householdId).terms(), day));
        links.computeIfPresent(householdId, (id, link) -> link.card(card.id(), c -> c.delivered(step)));
        return given(id -> step.event());
    }

    Scene cardRevoked(UUID householdId, LocalDate day) {
        Card card = link(householdId).requireCardInForce();
        var step = new Step<>(nextId(), SITE.cardRevoked(card, link(householdId).terms(), null, null, day));
        links.computeIfPresent(householdId, (id, link) -> link.card(card.id(), c -> c.revoked(step)));
        return given(id -> step.event());
    }

    Link link(UUID householdId) {
        return Objects.requireNonNull(links.get(householdId));
    }

    UUID enrolmentOf(UUID cadreId) {
        return Objects.requireNonNull(enrolments.get(cadreId));
    }

    UUID admissionOf(UUID householdId) {
        return Objects.requireNonNull(admissions.get(householdId));
    }

    private Terms terms(UUID linkId, UUID householdId, UUID cadreId) {
        return new Terms(
                linkId,
                admissionOf(householdId),
                group(householdId),
                householdId,
                enrolmentOf(cadreId),
                cadreId,
                standing(cadreId),
                mode);
    }

    private static int group(UUID householdId) {
        for (int i = 1; i <= 12; i++) {
            if (household(i).equals(householdId)) {
                return i;
            }
        }
        return 1;
    }

    private static Standing standing(UUID cadreId) {
        boolean high = Set.of(cadre(1), cadre(2), cadre(3), cadre(4)).contains(cadreId);
        return high ? new Standing("132", HIGH_BAND, 5) : new Standing("142", LOW_BAND, 3);
    }

    // -- the command

    UUID eventId(int ordinal) {
        return fixture.eventId(ordinal);
    }

    CommandFixture.Outcome when(Object command) {
        return fixture.when(command);
    }

    CommandFixture.Outcome assign(UUID householdId, UUID cadreId, @Nullable LocalDate day) {
        return when(new AssignCadreToHousehold(POINT, cadreId, householdId, day));
    }

    CommandFixture.Outcome handOver(UUID householdId, UUID toCadreId, @Nullable LocalDate day) {
        return when(new HandOverHousehold(POINT, householdId, toCadreId, null, why(householdId), null, day));
    }

    CommandFixture.Outcome release(UUID householdId, @Nullable LocalDate day) {
        return when(new ReleaseHousehold(POINT, householdId, null, why(householdId), null, day));
    }
}
