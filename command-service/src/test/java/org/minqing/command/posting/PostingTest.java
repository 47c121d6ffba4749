package org.minqing.command.posting;

import static org.minqing.command.platform.CommandFixture.givenId;
import static org.minqing.command.posting.Postings.BEGUN;
import static org.minqing.command.posting.Postings.CADRE;
import static org.minqing.command.posting.Postings.CITY;
import static org.minqing.command.posting.Postings.DAY;
import static org.minqing.command.posting.Postings.END;
import static org.minqing.command.posting.Postings.ENDED;
import static org.minqing.command.posting.Postings.OF;
import static org.minqing.command.posting.Postings.OFFICE;
import static org.minqing.command.posting.Postings.POSTING;
import static org.minqing.command.posting.Postings.PROGRAMME;
import static org.minqing.command.posting.Postings.VILLAGE;
import static org.minqing.command.posting.Postings.begun;
import static org.minqing.command.posting.Postings.fixture;
import static org.minqing.command.posting.Postings.given;
import static org.minqing.command.posting.Postings.voided;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.posting.PostingCommand.AppointCorrespondent;
import org.minqing.command.posting.PostingCommand.AppointStandingSecretary;
import org.minqing.command.posting.PostingCommand.EndPosting;
import org.minqing.command.posting.PostingCommand.SecondInstructor;
import org.minqing.command.posting.PostingCommand.SecurityInput;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class PostingTest {
    private static final EndPosting TO_END = new EndPosting(POSTING);
    private static final Voided<PostingEvent> NEVER = voided(0, BEGUN);

    private static SecondInstructor second(InstructorRole... roles) {
        return new SecondInstructor(POSTING, null, null, null, null, CADRE, VILLAGE, List.of(roles), null);
    }

    @Test
    void a_cadre_is_seconded_as_instructor_with_its_roles() {
        fixture()
                .on(DAY)
                .when(second(InstructorRole.INSTRUCTOR, InstructorRole.PUBLICIST))
                .events(begun(null, InstructorRole.INSTRUCTOR, InstructorRole.PUBLICIST));
    }

    @Test
    void a_cadre_becomes_standing_secretary() {
        fixture()
                .on(DAY)
                .when(new AppointStandingSecretary(POSTING, null, null, null, null, CADRE, VILLAGE))
                .events(begun(PostingKind.STANDING_SECRETARY));
    }

    @Test
    void a_cadre_becomes_correspondent() {
        fixture()
                .on(DAY)
                .when(new AppointCorrespondent(POSTING, null, null, null, null, CADRE, VILLAGE))
                .events(begun(PostingKind.CORRESPONDENT));
    }

    @Test
    void an_instructor_has_security_and_is_classed_by_office_and_task() {
        PostingBegun classed = new PostingBegun(
                OF,
                PostingKind.INSTRUCTOR,
                CADRE,
                List.of(InstructorRole.INSTRUCTOR),
                new Security(Money.yuan(new BigDecimal("500")), true),
                OFFICE,
                "T1",
                DAY);
        fixture().on(DAY).when(classed(OFFICE, "T1", "500")).events(classed);
        given(classed).on(END).when(TO_END).events(new PostingEnded(OF, PostingKind.INSTRUCTOR, CADRE, "T1", END));
    }

    @Test
    void refuses_an_allowance_of_nothing_an_unknown_office_and_an_unknown_task() {
        fixture().on(DAY).when(classed(OFFICE, "T1", "0")).refusedField("/security/allowance");
        fixture().on(DAY).when(classed(new UUID(9, 9), "T1", "500")).refused("office-not-found");
        fixture().on(DAY).when(classed(OFFICE, "T9", "500")).refusedField("/taskCode");
    }

    @Test
    void an_instructor_may_be_given_an_insurance_and_no_allowance() {
        fixture()
                .on(DAY)
                .when(new SecondInstructor(
                        POSTING,
                        null,
                        null,
                        null,
                        null,
                        CADRE,
                        VILLAGE,
                        List.of(InstructorRole.INSTRUCTOR),
                        new SecurityInput(null, true)))
                .events(begun(new Security(null, true), InstructorRole.INSTRUCTOR));
    }

    @Test
    void refuses_a_posting_in_a_programme_not_yet_launched_and_for_an_organisation_not_yet_there() {
        UUID later = new UUID(1, 2);
        UUID young = new UUID(2, 2);
        CommandFixture fixture = fixture()
                .known(
                        "Programme",
                        later,
                        new ProgrammeLaunched(new Sphere(later, CITY, "5303"), "后来", LinkMode.EXACTLY_ONE, END))
                .known(
                        "Organisation",
                        young,
                        new OrganisationRegistered(new Seat(young, "5303"), "后来的", null, null, END))
                .on(DAY);
        fixture.when(new AppointCorrespondent(POSTING, later, CITY, null, null, CADRE, VILLAGE))
                .refused("programme-not-in-force");
        fixture.when(new AppointCorrespondent(POSTING, PROGRAMME, young, null, null, CADRE, VILLAGE))
                .refused("organisation-not-in-force");
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
                new SecurityInput(Money.yuan(new BigDecimal(yuan)), true));
    }

    @Test
    void refuses_a_role_given_twice_and_an_instructor_without_role() {
        fixture()
                .on(DAY)
                .when(second(InstructorRole.PUBLICIST, InstructorRole.PUBLICIST))
                .refusedField("/roles");
        fixture().on(DAY).when(second()).refusedField("/roles");
    }

    @Test
    void refuses_a_second_posting_of_the_same_id() {
        given(BEGUN).on(DAY).when(second(InstructorRole.INSTRUCTOR)).refused("already-exists");
    }

    @Test
    void a_posting_ends_once() {
        given(BEGUN).on(END).when(TO_END).events(ENDED);
        given(BEGUN, ENDED).on(END).when(TO_END).nothing();
        given(BEGUN, ENDED).on(END.plusDays(1)).when(TO_END).refused("posting-ended");
    }

    @Test
    void refuses_an_end_before_the_beginning() {
        given(BEGUN).on(DAY.minusDays(1)).when(TO_END).refused("out-of-order");
    }

    @Test
    void a_posting_is_voided_with_its_end_and_the_end_alone() {
        given(BEGUN, ENDED).whenVoided(givenId(0)).reliedOn("posting-voided");
        given(BEGUN, ENDED).whenVoidedWithFollowing(givenId(0)).events(voided(1, ENDED), NEVER);
        given(BEGUN, ENDED).whenVoided(givenId(1)).events(voided(1, ENDED));
        given(BEGUN, NEVER).whenVoided(givenId(0)).nothing();
        given(BEGUN, NEVER).on(END).when(TO_END).refused("posting-voided");
        given(BEGUN).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }

    @Test
    void a_voided_posting_is_entered_again_also_as_another_or_late() {
        given(BEGUN, NEVER).on(DAY).when(second(InstructorRole.INSTRUCTOR)).events(BEGUN);
        given(BEGUN, ENDED, voided(1, ENDED), NEVER)
                .on(DAY)
                .when(new AppointCorrespondent(POSTING, null, null, null, null, CADRE, VILLAGE))
                .events(begun(PostingKind.CORRESPONDENT));
        PostingBegun early =
                new PostingBegun(OF, BEGUN.kind(), CADRE, BEGUN.roles(), null, null, null, DAY.minusDays(5));
        given(BEGUN, NEVER)
                .on(DAY.minusDays(5))
                .when(second(InstructorRole.INSTRUCTOR))
                .events(early);
    }

    @Test
    void a_secretary_and_a_correspondent_are_voided_as_what_they_are() {
        PostingBegun secretary = begun(PostingKind.STANDING_SECRETARY);
        given(secretary).whenVoided(givenId(0)).events(voided(0, secretary));
        PostingBegun correspondent = begun(PostingKind.CORRESPONDENT);
        given(correspondent).whenVoided(givenId(0)).events(voided(0, correspondent));
    }
}
