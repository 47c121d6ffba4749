package org.minqing.command.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.concern.ConcernCommand.RaiseConcern;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;

/** Groups 7 and 8 of a village lack water, step by step. */
final class Concerns {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID BUREAU = new UUID(2, 2);
    static final UUID WATER_OFFICE = new UUID(2, 3);
    static final UUID CONCERN = new UUID(3, 1);
    static final UUID CADRE = new UUID(4, 1);
    static final UUID OTHER_CADRE = new UUID(4, 2);
    static final UUID HOUSEHOLD = new UUID(5, 1);
    static final UUID OTHER_HOUSEHOLD = new UUID(5, 2);
    static final UUID VISIT = new UUID(6, 1);
    static final String SHUITIAN = "530328202207";
    static final String PIANSHAN = "530328202208";
    static final LocalDate RAISED_ON = LocalDate.of(2012, 3, 1);

    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);

    static final Topic OF = of(ConcernKind.DIFFICULTY);
    static final ConcernRaised RAISED = raised(ConcernKind.DIFFICULTY, List.of(7, 8), null, null, null);
    static final ConcernAccepted ACCEPTED = new ConcernAccepted(OF, null, null, march(3));
    static final ConcernAssigned ASSIGNED = new ConcernAssigned(OF, null, CADRE, BUREAU, WATER_OFFICE, march(5));
    static final ConcernProgressed PROGRESSED = new ConcernProgressed(OF, null, text("已勘察水源"), march(8));
    static final ConcernEscalated ESCALATED = new ConcernEscalated(OF, null, CITY, null, text("无资金"), null, march(9));
    static final ConcernResolved RESOLVED = new ConcernResolved(OF, null, text("已通水"), march(12));
    static final ConcernRejected REJECTED = new ConcernRejected(OF, null, text("不在范围"), "OUT_OF_SCOPE", march(12));
    static final ResolutionConfirmed CONFIRMED = new ResolutionConfirmed(OF, null, null, march(13));
    static final ConcernReopened REOPENED = new ConcernReopened(OF, null, march(29), text("又停水"), null, march(14));

    private Concerns() {}

    static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }

    static Topic of(ConcernKind kind) {
        return new Topic(CONCERN, PROGRAMME, CITY, SHUITIAN, null, null, kind);
    }

    /** Due as its kind says. */
    static ConcernRaised raised(
            ConcernKind kind,
            List<Integer> groups,
            @Nullable UUID household,
            @Nullable UUID cadre,
            @Nullable Source source) {
        int days = switch (kind) {
            case OPINION, SUGGESTION -> 30;
            case DIFFICULTY -> 15;
            case REQUEST -> 60;
        };
        return new ConcernRaised(
                of(kind),
                groups,
                household,
                cadre,
                source,
                wordsOf(household, "吃水困难"),
                RAISED_ON.plusDays(days),
                RAISED_ON);
    }

    static Sealed wordsOf(@Nullable UUID household, String clear) {
        return household == null ? text(clear) : TestSealed.sealed("household:" + household, clear);
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("concern:" + CONCERN, clear);
    }

    /** The void of the {@code ordinal}th event given. */
    static <E extends DomainEvent> Voided<E> voided(int ordinal, E event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    static Corrected<ConcernEvent> corrected(int ordinal, ConcernEvent before, ConcernEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    static Caller cadre(UUID cadreId) {
        return new Caller(CommandFixture.CLIENT, "phone", Set.of("cadre"), "cadre", Reach.OWN, "53", null, cadreId);
    }

    static RaiseConcern raise(ConcernKind kind, List<Integer> groups, @Nullable UUID household) {
        return new RaiseConcern(
                CONCERN,
                null,
                null,
                null,
                null,
                kind,
                SHUITIAN,
                groups,
                household,
                null,
                null,
                wordsOf(household, "吃水困难"));
    }

    static CommandFixture fixture() {
        return new CommandFixture(Concern.class)
                .division(SHUITIAN, "水田")
                .division(PIANSHAN, "偏山")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH))
                .known(
                        "Organisation",
                        BUREAU,
                        new OrganisationRegistered(new Seat(BUREAU, "530328"), "水务局", null, null, LAUNCH),
                        new OfficeAdded(new Seat(BUREAU, "530328"), WATER_OFFICE, "供水科", LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", CADRE, registered(CADRE, WATER_OFFICE))
                .known("Cadre", OTHER_CADRE, registered(OTHER_CADRE, null))
                .known("Household", HOUSEHOLD, household(HOUSEHOLD, SHUITIAN))
                .known("Household", OTHER_HOUSEHOLD, household(OTHER_HOUSEHOLD, PIANSHAN))
                .known("LinkPoint", Ids.linkPoint(PROGRAMME, SHUITIAN), linked())
                .known("Visit", VISIT, visit());
    }

    private static CadreRegistered registered(UUID cadre, @Nullable UUID office) {
        return new CadreRegistered(
                new Membership(cadre, BUREAU, "530328"),
                office,
                TestSealed.sealed("person:" + cadre, "示例"),
                "1",
                "141",
                null,
                null,
                null,
                LAUNCH);
    }

    private static HouseholdRegistered household(UUID household, String village) {
        Person head = new Person(
                new UUID(7, household.getLeastSignificantBits()),
                TestSealed.sealed("person:" + household, "示例"),
                null,
                null,
                null,
                null,
                null);
        return new HouseholdRegistered(new Residence(household, village, 7), "1", head, List.of(), null, LAUNCH);
    }

    private static CadreAssignedToHousehold linked() {
        return new CadreAssignedToHousehold(
                new Site(Ids.linkPoint(PROGRAMME, SHUITIAN), PROGRAMME, CITY, SHUITIAN),
                new Link(new UUID(8, 1), new UUID(8, 2), 7, HOUSEHOLD, new UUID(8, 3), CADRE, "141", "科级及以下", 3),
                LinkMode.EXACTLY_ONE,
                LAUNCH);
    }

    private static VisitRecorded visit() {
        return new VisitRecorded(
                new Account(VISIT, PROGRAMME, CITY, SHUITIAN, null, null),
                new Home(7, HOUSEHOLD),
                null,
                List.of(CADRE),
                VisitKind.DISPERSED,
                null,
                null,
                null,
                null,
                null,
                RAISED_ON);
    }
}
