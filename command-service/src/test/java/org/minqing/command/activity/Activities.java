package org.minqing.command.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent.ActivityCancelled;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.activity.ActivityEvent.MinutesFiled;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** The office talks, surveys and studies in 水田 and at its own seat, and checks a mine of the township. */
final class Activities {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final Sphere SPHERE = new Sphere(PROGRAMME, CITY, "5303");
    static final UUID BUREAU = new UUID(2, 2);
    static final UUID MINE = new UUID(2, 3);
    static final UUID BRANCH = new UUID(2, 4);
    static final UUID QUARRY = new UUID(2, 5);
    static final UUID OTHER_BRANCH = new UUID(2, 8);
    static final UUID OFFICE = new UUID(2, 9);
    static final UUID OTHER_OFFICE = new UUID(2, 10);
    static final UUID FIRST = new UUID(3, 1);
    static final UUID SECOND = new UUID(3, 2);
    static final UUID THIRD = new UUID(3, 3);
    static final UUID ACTIVITY = new UUID(7, 1);
    static final UUID PAPER = new UUID(8, 1);
    static final String SHUITIAN = "530328202207";
    static final String PIANSHAN = "530328202208";
    static final String TOWNSHIP = "530328202";
    static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate PLANNED = LocalDate.of(2012, 2, 20);
    static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    static final Sealed REASON = text("重复");

    static final Place OF = new Place(ACTIVITY, PROGRAMME, CITY, SHUITIAN);

    /** A talk in 水田, by the first cadre. */
    static final Occasion TALK = occasion(ActivityKind.HEART_TO_HEART_TALK, null, "用水", null, List.of(FIRST));

    static final ActivityRecorded RECORDED = new ActivityRecorded(OF, TALK, 30, DAY);

    static final ActivityScheduled SCHEDULED = new ActivityScheduled(OF, TALK, DAY, PLANNED);

    static final ActivityCancelled CANCELLED = new ActivityCancelled(OF, REASON, null, LocalDate.of(2012, 2, 25));

    static final MinutesFiled MINUTES = new MinutesFiled(OF, text("记录"), null, LocalDate.of(2012, 3, 5));

    static final CadreRegistered OF_THE_BUREAU = cadre(THIRD, BUREAU, "530328", null);

    private Activities() {}

    static Occasion occasion(
            ActivityKind kind, @Nullable StudyMode mode, String topic, @Nullable UUID checked, List<UUID> cadreIds) {
        return new Occasion(kind, mode, topic, null, checked, cadreIds.isEmpty() ? null : OFFICE, null, null, cadreIds);
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("activity:" + ACTIVITY, clear);
    }

    static Caller secretary(String division) {
        return new Caller(
                CommandFixture.CLIENT,
                "secretary",
                Set.of("village-secretary"),
                "village-secretary",
                Reach.SCOPE,
                division,
                null,
                null);
    }

    static Caller office(String division, @Nullable UUID organisation) {
        return new Caller(
                CommandFixture.CLIENT, "office", Set.of("office"), "office", Reach.SCOPE, division, organisation, null);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Activity.class)
                .attachment(PAPER)
                .caller(office("5303", null))
                .division(SHUITIAN, "水田")
                .division(PIANSHAN, "偏山")
                .division(TOWNSHIP, "播乐乡")
                .known("Organisation", CITY, organisation(CITY, "5303", OrganisationKind.OFFICE), office())
                .known("Organisation", BUREAU, organisation(BUREAU, "530328", OrganisationKind.OFFICE))
                .known("Organisation", MINE, organisation(MINE, TOWNSHIP, OrganisationKind.ENTERPRISE))
                .known("Organisation", QUARRY, organisation(QUARRY, PIANSHAN, OrganisationKind.ENTERPRISE))
                .known("Organisation", BRANCH, organisation(BRANCH, "5303", OrganisationKind.PARTY_BRANCH))
                .known("Organisation", OTHER_BRANCH, organisation(OTHER_BRANCH, "5303", OrganisationKind.PARTY_BRANCH))
                .known("Programme", PROGRAMME, new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", FIRST, cadre(FIRST))
                .known("Cadre", SECOND, cadre(SECOND));
    }

    static CommandFixture linkPoint(CommandFixture fixture, UUID organisationId) {
        UUID point = Ids.linkPoint(PROGRAMME, SHUITIAN);
        return fixture.known(
                "LinkPoint",
                point,
                new LinkPointDesignated(new Site(point, PROGRAMME, organisationId, SHUITIAN), null, LAUNCH));
    }

    private static OrganisationRegistered organisation(UUID id, String seat, OrganisationKind kind) {
        return new OrganisationRegistered(new Seat(id, seat), "示例单位", kind, null, LAUNCH);
    }

    private static OfficeAdded office() {
        return new OfficeAdded(new Seat(CITY, "5303"), OFFICE, "选联委", LAUNCH);
    }

    private static CadreRegistered cadre(UUID cadreId) {
        return cadre(cadreId, CITY, "5303", OFFICE);
    }

    private static CadreRegistered cadre(UUID cadreId, UUID organisationId, String seat, @Nullable UUID officeId) {
        return new CadreRegistered(
                new Membership(cadreId, organisationId, seat),
                officeId,
                TestSealed.sealed("person:" + cadreId, "示例"),
                "1",
                "132",
                null,
                null,
                null,
                LAUNCH);
    }

    static ActivityFixture a(ActivityKind kind) {
        return new ActivityFixture().kind(kind).topic("用水");
    }

    static CadreWithdrawn withdrawn(UUID cadreId, LocalDate day) {
        return new CadreWithdrawn(new Membership(cadreId, CITY, "5303"), null, null, day);
    }
}
