package org.minqing.command.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.Corrected;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;

/** Two cadres of the office visit a household of the 7th group of 水田. */
final class Visits {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID BUREAU = new UUID(2, 2);
    static final UUID OFFICE = new UUID(2, 3);
    static final UUID FIRST = new UUID(3, 1);
    static final UUID SECOND = new UUID(3, 2);
    static final UUID HOUSEHOLD = new UUID(4, 1);
    static final UUID ROUND = new UUID(5, 1);
    static final UUID LINK = new UUID(6, 1);
    static final UUID VISIT = new UUID(7, 1);
    /** Of the second event given. */
    static final UUID ENTRY = CommandFixture.givenId(1);

    static final String SHUITIAN = "530328202207";
    static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate DAY = LocalDate.of(2012, 3, 1);

    static final VisitRecorded RECORDED = recorded(List.of(FIRST, SECOND), null, null, null, null);

    private Visits() {}

    static VisitRecorded recorded(
            List<UUID> cadreIds,
            @Nullable UUID linkId,
            @Nullable UUID roundId,
            @Nullable Sealed diary,
            @Nullable UUID diaryCadreId) {
        return new VisitRecorded(
                new Account(VISIT, PROGRAMME, CITY, SHUITIAN, OFFICE, null),
                new Home(7, HOUSEHOLD),
                linkId,
                cadreIds,
                VisitKind.DISPERSED,
                roundId,
                4,
                text("缺水"),
                diary,
                diaryCadreId,
                DAY);
    }

    static DiaryEntryWritten written(UUID entryId, UUID cadreId, LocalDate day) {
        return new DiaryEntryWritten(RECORDED.of(), entryId, RECORDED.home(), cadreId, text("日记"), day);
    }

    static Voided<VisitEvent> voided(int ordinal, VisitEvent before) {
        return new Voided<>(CommandFixture.givenId(ordinal), before, CommandFixture.REASON, null);
    }

    static Corrected<VisitEvent> corrected(int ordinal, VisitEvent before, VisitEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("household:" + HOUSEHOLD, clear);
    }

    static Caller cadre(UUID cadreId) {
        return new Caller(CommandFixture.CLIENT, "cadre", Set.of("cadre"), "cadre", Reach.OWN, "53", null, cadreId);
    }

    static CommandFixture fixture() {
        Person head = new Person(new UUID(9, 9), text("示例户主"), null, null, null, null, null);
        return new CommandFixture(Visit.class)
                .division(SHUITIAN, "水田")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH),
                        new OfficeAdded(new Seat(CITY, "5303"), OFFICE, "选联委", LAUNCH))
                .known(
                        "Organisation",
                        BUREAU,
                        new OrganisationRegistered(new Seat(BUREAU, "5303"), "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, BUREAU, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH),
                        new VisitRoundOpened(
                                new Sphere(PROGRAMME, BUREAU, "5303"),
                                ROUND,
                                RoundKind.COLLECTIVE,
                                "第一轮",
                                LocalDate.of(2012, 2, 1)))
                .known("Cadre", FIRST, cadreRegistered(FIRST))
                .known("Cadre", SECOND, cadreRegistered(SECOND))
                .known(
                        "Household",
                        HOUSEHOLD,
                        new HouseholdRegistered(
                                new Residence(HOUSEHOLD, SHUITIAN, 7), "1", head, List.of(), null, LAUNCH));
    }

    static CommandFixture linked(CommandFixture fixture, UUID cadreId) {
        return linkedOn(LAUNCH, fixture, cadreId);
    }

    static CommandFixture linkedOn(LocalDate day, CommandFixture fixture, UUID cadreId) {
        UUID point = Ids.linkPoint(PROGRAMME, SHUITIAN);
        return fixture.known(
                "LinkPoint",
                point,
                new LinkPointDesignated(new Site(point, PROGRAMME, CITY, SHUITIAN), null, LAUNCH),
                new CadreAssignedToHousehold(
                        new Site(point, PROGRAMME, CITY, SHUITIAN),
                        new Link(LINK, new UUID(6, 2), 7, HOUSEHOLD, new UUID(6, 3), cadreId, "132", null, null),
                        LinkMode.EXACTLY_ONE,
                        day));
    }

    private static CadreRegistered cadreRegistered(UUID cadreId) {
        return new CadreRegistered(
                new Membership(cadreId, CITY, "5303"),
                OFFICE,
                TestSealed.sealed("person:" + cadreId, "示例"),
                "1",
                "132",
                null,
                null,
                null,
                LAUNCH);
    }

    static CadreWithdrawn withdrawn(UUID cadreId, LocalDate day) {
        return new CadreWithdrawn(new Membership(cadreId, CITY, "5303"), null, null, day);
    }
}
