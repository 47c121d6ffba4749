package org.minqing.command.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** A cadre of the city posted to a village from 2012-01-10 on; today is 2012-06-01. */
final class Postings {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID OFFICE = new UUID(4, 1);
    static final UUID CADRE = new UUID(3, 1);
    static final UUID OTHER = new UUID(3, 2);
    static final UUID POSTING = new UUID(7, 1);
    static final String VILLAGE = "530328202201";
    static final LocalDate LAUNCH = LocalDate.of(2010, 12, 26);
    static final LocalDate DAY = LocalDate.of(2012, 1, 10);
    static final LocalDate END = LocalDate.of(2012, 3, 10);
    static final LocalDate SIGNED = LocalDate.of(2012, 5, 2);
    static final Sealed REASON = TestSealed.sealed("posting:" + POSTING, "登记错了");
    static final Sealed SIGNATURE = TestSealed.sealed("posting:" + POSTING, "示例");
    static final Assignment OF = new Assignment(POSTING, PROGRAMME, CITY, VILLAGE);
    static final PostingBegun BEGUN = begun(PostingKind.INSTRUCTOR);
    static final PostingEnded ENDED = new PostingEnded(OF, PostingKind.INSTRUCTOR, CADRE, null, END);
    static final InstructorRecalled RECALLED =
            new InstructorRecalled(OF, PostingKind.INSTRUCTOR, CADRE, null, REASON, END);
    static final AttendanceRecorded MARCH = attended("2012-03", 22);
    static final AttendanceRecorded JANUARY = attended("2012-01", 15);
    static final InstructorAssessed ASSESSED = assessed(AssessmentGrade.COMPETENT, SIGNED);

    private Postings() {}

    static PostingBegun begun(PostingKind kind) {
        return kind == PostingKind.INSTRUCTOR
                ? begun(null, InstructorRole.INSTRUCTOR)
                : new PostingBegun(OF, kind, CADRE, List.of(), null, null, null, DAY);
    }

    static PostingBegun begun(@Nullable Security security, InstructorRole... roles) {
        return new PostingBegun(OF, PostingKind.INSTRUCTOR, CADRE, List.of(roles), security, null, null, DAY);
    }

    static AttendanceRecorded attended(String month, int days) {
        return attended(month, days, SIGNATURE);
    }

    static AttendanceRecorded attended(String month, int days, Sealed signedBy) {
        return new AttendanceRecorded(OF, CADRE, month, days, signedBy, SIGNED);
    }

    static InstructorAssessed assessed(AssessmentGrade grade, LocalDate day) {
        return new InstructorAssessed(OF, CADRE, grade, day);
    }

    static Voided<PostingEvent> voided(int given, PostingEvent before) {
        return new Voided<>(CommandFixture.givenId(given), before, CommandFixture.REASON, null);
    }

    static Corrected<PostingEvent> corrected(int given, PostingEvent before, PostingEvent after) {
        return new Corrected<>(CommandFixture.givenId(given), before, after, CommandFixture.REASON, null);
    }

    static CommandFixture given(DomainEvent... events) {
        return fixture().given(events);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Posting.class)
                .division("530328202", "播乐乡")
                .division(VILLAGE, "示例村")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH),
                        new OfficeAdded(new Seat(CITY, "5303"), OFFICE, "办公室", LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", CADRE, cadre(CADRE))
                .known("Cadre", OTHER, cadre(OTHER));
    }

    private static CadreRegistered cadre(UUID id) {
        Sealed name = TestSealed.sealed("person:" + id, "示例");
        return new CadreRegistered(new Membership(id, CITY, "5303"), null, name, "1", "132", null, null, null, LAUNCH);
    }
}
