package org.minqing.command.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEndVoided;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingEvent.PostingVoided;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

class PostingTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID OFFICE = new UUID(4, 1);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID POSTING = new UUID(7, 1);
    private static final String VILLAGE = "530328202201";
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final LocalDate DAY = LocalDate.of(2012, 1, 10);
    private static final LocalDate END = LocalDate.of(2012, 2, 10);
    private static final Sealed REASON = TestSealed.sealed("posting:" + POSTING, "登记错了");
    private static final PostingBegun BEGUN =
            begun(PostingKind.INSTRUCTOR, InstructorRole.INSTRUCTOR, InstructorRole.PUBLICIST);
    private static final PostingEnded ENDED =
            new PostingEnded(POSTING, PROGRAMME, CITY, VILLAGE, PostingKind.INSTRUCTOR, CADRE, null, END);

    private static PostingBegun begun(PostingKind kind, InstructorRole... roles) {
        return new PostingBegun(POSTING, PROGRAMME, CITY, VILLAGE, kind, CADRE, List.of(roles), null, null, null, DAY);
    }

    private static SecondInstructor second(InstructorRole... roles) {
        return new SecondInstructor(POSTING, null, null, null, null, CADRE, VILLAGE, List.of(roles), null, DAY);
    }

    private static EndPosting end(LocalDate day) {
        return new EndPosting(POSTING, null, null, day);
    }

    private static VoidPosting never(@Nullable UUID stepId) {
        return new VoidPosting(POSTING, null, null, stepId, REASON, null, null);
    }

    private static CommandFixture fixture() {
        return new CommandFixture(Posting.class)
                .division("530328202", "播乐乡")
                .division(VILLAGE, "示例村")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(CITY, "5303", "市人大办", null, null, LAUNCH),
                        new OfficeAdded(CITY, "5303", OFFICE, "办公室", LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, CITY, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known(
                        "Cadre",
                        CADRE,
                        new CadreRegistered(
                                CADRE,
                                CITY,
                                "5303",
                                null,
                                TestSealed.sealed("person:" + CADRE, "示例"),
                                "1",
                                "132",
                                null,
                                null,
                                null,
                                LAUNCH));
    }

    @Test
    void a_cadre_is_seconded_as_instructor_with_its_roles() {
        fixture()
                .when(second(InstructorRole.INSTRUCTOR, InstructorRole.PUBLICIST))
                .events(BEGUN);
    }

    @Test
    void a_cadre_becomes_standing_secretary() {
        fixture()
                .when(new AppointStandingSecretary(POSTING, null, null, null, null, CADRE, VILLAGE, DAY))
                .events(begun(PostingKind.STANDING_SECRETARY));
    }

    @Test
    void a_cadre_becomes_correspondent() {
        fixture()
                .when(new AppointCorrespondent(POSTING, null, null, null, null, CADRE, VILLAGE, DAY))
                .events(begun(PostingKind.CORRESPONDENT));
    }

    @Test
    void an_instructor_has_security_and_is_classed_by_office_and_task() {
        Security security = new Security(Money.yuan(new BigDecimal("500")), true);
        PostingBegun classed = new PostingBegun(
                POSTING,
                PROGRAMME,
                CITY,
                VILLAGE,
                PostingKind.INSTRUCTOR,
                CADRE,
                List.of(InstructorRole.INSTRUCTOR),
                security,
                OFFICE,
                "T1",
                DAY);
        fixture().when(classed(OFFICE, "T1", "500")).events(classed);
        PostingEnded ended =
                new PostingEnded(POSTING, PROGRAMME, CITY, VILLAGE, PostingKind.INSTRUCTOR, CADRE, "T1", END);
        fixture().given(classed).when(end(END)).events(ended);
    }

    @Test
    void refuses_an_allowance_of_nothing_an_unknown_office_and_an_unknown_task() {
        fixture().when(classed(OFFICE, "T1", "0")).refusedField("/security/allowance");
        fixture().when(classed(new UUID(9, 9), "T1", "500")).refused("office-not-found");
        fixture().when(classed(OFFICE, "T9", "500")).refusedField("/taskCode");
    }

    private static SecondInstructor classed(UUID office, String task, String yuan) {
        return new SecondInstructor(
                POSTING,
                null,
                null,
                office,
                task,
                CADRE,
                VILLAGE,
                List.of(InstructorRole.INSTRUCTOR),
                new SecurityInput(Money.yuan(new BigDecimal(yuan)), true),
                DAY);
    }

    @Test
    void refuses_a_role_given_twice_and_an_instructor_without_role() {
        fixture()
                .when(second(InstructorRole.PUBLICIST, InstructorRole.PUBLICIST))
                .refusedField("/roles");
        fixture().when(second()).refusedField("/roles");
    }

    @Test
    void refuses_a_second_posting_of_the_same_id() {
        fixture().given(BEGUN).when(second(InstructorRole.INSTRUCTOR)).refused("already-exists");
    }

    @Test
    void a_posting_ends_once() {
        fixture().given(BEGUN).when(end(END)).events(ENDED);
        fixture().given(BEGUN, ENDED).when(end(END)).nothing();
        fixture().given(BEGUN, ENDED).when(end(END.plusDays(1))).refused("posting-ended");
    }

    @Test
    void refuses_an_end_before_the_beginning() {
        fixture().given(BEGUN).when(end(DAY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_to_end_for_another_programme() {
        fixture()
                .given(BEGUN)
                .when(new EndPosting(POSTING, new UUID(1, 9), null, END))
                .refusedField("/programmeId");
    }

    @Test
    void voiding_takes_the_end_back_first() {
        PostingVoided voided = new PostingVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(0), BEGUN, REASON, null, DAY);
        PostingEndVoided endVoided = new PostingEndVoided(
                POSTING, PROGRAMME, CITY, VILLAGE, CommandFixture.givenId(1), ENDED, REASON, null, END);
        fixture().given(BEGUN, ENDED).when(never(null)).events(endVoided, voided);
        fixture().given(BEGUN, ENDED).when(never(CommandFixture.givenId(1))).events(endVoided);
        fixture().given(BEGUN, voided).when(never(null)).nothing();
        fixture().given(BEGUN, voided).when(end(END)).refused("posting-voided");
        fixture().given(BEGUN).when(never(new UUID(9, 9))).refused("posting-step-not-found");
    }
}
