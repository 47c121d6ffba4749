package org.minqing.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.document.Documents.ACCEPTED;
import static org.minqing.command.document.Documents.AGAIN;
import static org.minqing.command.document.Documents.BACK;
import static org.minqing.command.document.Documents.BUREAU;
import static org.minqing.command.document.Documents.CADRE;
import static org.minqing.command.document.Documents.CITY;
import static org.minqing.command.document.Documents.DAY;
import static org.minqing.command.document.Documents.DOCUMENT;
import static org.minqing.command.document.Documents.DUE;
import static org.minqing.command.document.Documents.HANDED;
import static org.minqing.command.document.Documents.HANDED_IN;
import static org.minqing.command.document.Documents.LAUNCH;
import static org.minqing.command.document.Documents.OFFICE;
import static org.minqing.command.document.Documents.PAPER;
import static org.minqing.command.document.Documents.PROGRAMME;
import static org.minqing.command.document.Documents.REASON;
import static org.minqing.command.document.Documents.REQUIRED;
import static org.minqing.command.document.Documents.SENT_BACK;
import static org.minqing.command.document.Documents.YEAR;
import static org.minqing.command.document.Documents.YEAR_TOLD;
import static org.minqing.command.document.Documents.fixture;
import static org.minqing.command.document.Documents.office;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.document.DocumentCommand.AcceptDocument;
import org.minqing.command.document.DocumentCommand.HandInDocument;
import org.minqing.command.document.DocumentCommand.PeriodInput;
import org.minqing.command.document.DocumentCommand.RequireDocument;
import org.minqing.command.document.DocumentCommand.SendBackDocument;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class DocumentTest {
    private static final SendBackDocument SEND_BACK = new SendBackDocument(DOCUMENT);
    private static final AcceptDocument ACCEPT = new AcceptDocument(DOCUMENT);

    private static RequireDocument require(
            DocumentKind kind, @Nullable UUID organisationId, @Nullable UUID cadreId, @Nullable OwedBy group) {
        return require(kind, organisationId, cadreId, group, null, null);
    }

    private static RequireDocument require(
            DocumentKind kind,
            @Nullable UUID organisationId,
            @Nullable UUID cadreId,
            @Nullable OwedBy group,
            @Nullable UUID officeId,
            @Nullable String taskCode) {
        return new RequireDocument(
                DOCUMENT, null, organisationId, officeId, taskCode, kind, cadreId, group, YEAR_TOLD, DUE);
    }

    private static HandInDocument handIn(String title, @Nullable UUID paper) {
        return new HandInDocument(DOCUMENT, title, paper);
    }

    @Test
    void a_linked_cadre_owes_a_reflection_to_the_organisation_served() {
        fixture()
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.LINKED_CADRE))
                .events(REQUIRED);
    }

    @Test
    void the_same_cadre_owes_another_as_a_party_member() {
        assertThat(fixture()
                        .on(DAY)
                        .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.SERVING_PARTY_MEMBER))
                        .only(DocumentRequired.class)
                        .duty()
                        .group())
                .isEqualTo(OwedBy.SERVING_PARTY_MEMBER);
    }

    @Test
    void a_leadership_team_owes_its_rectification_plan_at_its_seat() {
        DocumentRequired owed = fixture()
                .on(DAY)
                .when(require(DocumentKind.RECTIFICATION_TEAM, BUREAU, null, null))
                .only(DocumentRequired.class);
        assertThat(owed.of().organisationId()).isEqualTo(BUREAU);
        assertThat(owed.of().divisionId()).isEqualTo("530328");
        assertThat(owed.duty())
                .isEqualTo(
                        new Duty(DocumentKind.RECTIFICATION_TEAM, OwedBy.LEADERSHIP_TEAM, null, null, null, YEAR, DUE));
    }

    @Test
    void one_that_gives_no_id_gets_one_and_is_owed_from_today() {
        CommandFixture fixture = fixture();
        DocumentRequired owed = fixture.when(new RequireDocument(
                        null, null, CITY, OFFICE, "T4", DocumentKind.WORK_PLAN, null, null, YEAR_TOLD, DUE))
                .only(DocumentRequired.class);
        assertThat(owed.of().documentId()).isEqualTo(fixture.madeId());
        assertThat(owed.occurredOn()).isEqualTo(CommandFixture.TODAY);
        assertThat(owed.duty().officeId()).isEqualTo(OFFICE);
        assertThat(owed.duty().taskCode()).isEqualTo("T4");
    }

    @ParameterizedTest
    @CsvSource({
        "DIARY_BOOK,              true,  LINKED_CADRE,         ",
        "DIARY_BOOK,              false, ,                     /cadreId owed-by-a-cadre",
        "REFLECTION,              true,  ,                     /group required",
        "REFLECTION,              true,  LEADERSHIP_TEAM,      /group group-of-a-team",
        "REFLECTION,              false, ,                     /cadreId owed-by-a-cadre",
        "RECTIFICATION_PERSONAL,  true,  LEADERSHIP_MEMBER,    ",
        "RECTIFICATION_PERSONAL,  false, LEADERSHIP_MEMBER,    /cadreId owed-by-a-cadre",
        "RECTIFICATION_TEAM,      true,  LEADERSHIP_MEMBER,    /cadreId owed-by-a-team",
        "RECTIFICATION_TEAM,      false, LEADERSHIP_MEMBER,    /group group-of-cadres",
        "RECTIFICATION_TEAM,      false, LEADERSHIP_TEAM,      ",
        "HALF_YEAR_SUMMARY,       true,  LINKED_CADRE,         ",
        "HALF_YEAR_SUMMARY,       false, ,                     ",
        "ANNUAL_SUMMARY,          false, ,                     ",
        "WORK_PLAN,               false, ,                     ",
        "ASSESSMENT_METHOD,       false, ,                     ",
        "ASSESSMENT_METHOD,       true,  LINKED_CADRE,         /cadreId owed-by-a-team",
        "MEMBER_DEVELOPMENT_PLAN, false, ,                     ",
        "MEMBER_DEVELOPMENT_PLAN, true,  SERVING_PARTY_MEMBER, /cadreId owed-by-a-team",
        "MEMBER_TRAINING_PLAN,    false, ,                     ",
        "MEMBER_TRAINING_PLAN,    true,  SERVING_PARTY_MEMBER, /cadreId owed-by-a-team",
        "INNER_PARTY_CARE,        false, ,                     ",
        "INNER_PARTY_CARE,        true,  SERVING_PARTY_MEMBER, /cadreId owed-by-a-team",
    })
    void is_owed_by_whom_its_kind_allows(
            DocumentKind kind, boolean cadre, @Nullable OwedBy group, @Nullable String refused) {
        CommandFixture.Outcome outcome = fixture().on(DAY).when(require(kind, CITY, cadre ? CADRE : null, group));
        if (refused == null) {
            assertThat(outcome.only(DocumentRequired.class).duty().kind()).isEqualTo(kind);
        } else {
            String[] field = refused.split(" ");
            outcome.refusedField(field[0], field[1]);
        }
    }

    @Test
    void refuses_what_is_not_there_or_not_in_force() {
        fixture()
                .on(DAY)
                .when(require(DocumentKind.WORK_PLAN, null, null, null))
                .refusedField("/organisationId");
        fixture()
                .on(DAY)
                .when(require(DocumentKind.WORK_PLAN, new UUID(2, 99), null, null))
                .refused("organisation-not-found");
        fixture()
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, new UUID(3, 99), OwedBy.LINKED_CADRE))
                .refused("cadre-not-found");
        fixture()
                .on(DAY)
                .when(require(DocumentKind.WORK_PLAN, CITY, null, null, new UUID(2, 99), null))
                .refused("office-not-found");
        fixture()
                .on(DAY)
                .when(require(DocumentKind.WORK_PLAN, CITY, null, null, null, "T9"))
                .refusedField("/taskCode");
        fixture()
                .on(CommandFixture.TODAY.plusDays(1))
                .when(require(DocumentKind.WORK_PLAN, CITY, null, null, null, null))
                .refusedField("/occurredOn");
        fixture()
                .on(LAUNCH.minusDays(1))
                .when(require(DocumentKind.WORK_PLAN, CITY, null, null, null, null))
                .refused("organisation-not-in-force");
        fixture()
                .known("Cadre", CADRE, new CadreWithdrawn(new Membership(CADRE, CITY, "5303"), null, null, DAY))
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.LINKED_CADRE))
                .refused("cadre-not-in-service");
        fixture()
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeClosed(new Sphere(PROGRAMME, CITY, "5303"), null, null, DAY.minusDays(1)))
                .on(DAY)
                .when(require(DocumentKind.WORK_PLAN, CITY, null, null))
                .refusedField("/programmeId");
    }

    @Test
    void a_paper_may_be_owed_after_the_end_of_the_programme_that_is_named() {
        assertThat(fixture()
                        .known(
                                "Programme",
                                PROGRAMME,
                                new ProgrammeClosed(new Sphere(PROGRAMME, CITY, "5303"), null, null, DAY.minusDays(1)))
                        .on(DAY)
                        .when(new RequireDocument(
                                DOCUMENT,
                                PROGRAMME,
                                CITY,
                                null,
                                null,
                                DocumentKind.WORK_PLAN,
                                null,
                                null,
                                YEAR_TOLD,
                                DUE))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_cadre_who_owes_it_to_another_organisation_owes_it_to_none_of_its_own_offices() {
        DocumentRequired owed = fixture()
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, BUREAU, CADRE, OwedBy.LINKED_CADRE))
                .only(DocumentRequired.class);
        assertThat(owed.of().organisationId()).isEqualTo(BUREAU);
        assertThat(owed.duty().officeId()).isNull();
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        PeriodInput backwards = new PeriodInput("2012", DAY, DAY.minusDays(1));
        fixture()
                .on(DAY)
                .when(new RequireDocument(
                        DOCUMENT, null, CITY, null, null, DocumentKind.WORK_PLAN, null, null, backwards, DUE))
                .refusedField("/period/to", "before-its-beginning");
    }

    @Test
    void nobody_requires_anything_outside_the_scope() {
        fixture()
                .caller(office("530328", null))
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.LINKED_CADRE))
                .refused("out-of-scope");
        fixture()
                .caller(office("5303", BUREAU))
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.LINKED_CADRE))
                .refused("out-of-scope");
    }

    @Test
    void is_required_once() {
        fixture()
                .given(REQUIRED)
                .on(DAY)
                .when(require(DocumentKind.REFLECTION, null, CADRE, OwedBy.LINKED_CADRE))
                .refused("already-exists");
    }

    @Test
    void is_handed_in_sent_back_handed_in_again_and_accepted() {
        fixture().given(REQUIRED).on(HANDED).when(handIn("下乡心得", null)).events(HANDED_IN);
        fixture()
                .given(REQUIRED, HANDED_IN)
                .on(BACK)
                .because(REASON, null)
                .when(SEND_BACK)
                .events(SENT_BACK);
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .on(AGAIN.occurredOn())
                .when(handIn("下乡心得（修改）", PAPER))
                .events(AGAIN);
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN)
                .on(ACCEPTED.occurredOn())
                .when(ACCEPT)
                .events(ACCEPTED);
    }

    @Test
    void the_same_handed_in_again_changes_nothing_and_another_is_refused() {
        fixture().given(REQUIRED, HANDED_IN).on(BACK).when(handIn("下乡心得", null)).nothing();
        fixture().given(REQUIRED, HANDED_IN).on(BACK).when(handIn("另一篇", null)).refused("document-already-handed-in");
        fixture()
                .given(REQUIRED, HANDED_IN)
                .on(BACK)
                .when(handIn("下乡心得", PAPER))
                .refused("document-already-handed-in");
    }

    @Test
    void accepted_is_the_end() {
        CommandFixture accepted = fixture().given(REQUIRED, HANDED_IN, ACCEPTED);
        accepted.on(ACCEPTED.occurredOn()).when(ACCEPT).nothing();
        accepted.on(ACCEPTED.occurredOn()).because(REASON, null).when(SEND_BACK).refused("document-accepted");
        accepted.on(ACCEPTED.occurredOn()).when(handIn("下乡心得", null)).refused("document-accepted");
    }

    @Test
    void what_was_not_handed_in_is_neither_sent_back_nor_accepted() {
        fixture().given(REQUIRED).on(BACK).because(REASON, null).when(SEND_BACK).refused("document-not-handed-in");
        fixture().given(REQUIRED).on(BACK).when(ACCEPT).refused("document-not-handed-in");
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .on(BACK)
                .because(REASON, null)
                .when(SEND_BACK)
                .refused("document-not-handed-in");
        fixture().given(REQUIRED, HANDED_IN, SENT_BACK).on(BACK).when(ACCEPT).refused("document-not-handed-in");
    }

    @Test
    void the_day_never_goes_backwards() {
        fixture()
                .given(REQUIRED)
                .on(DAY.minusDays(1))
                .when(handIn("下乡心得", null))
                .refused("out-of-order");
        fixture()
                .given(REQUIRED, HANDED_IN)
                .on(HANDED.minusDays(1))
                .because(REASON, null)
                .when(SEND_BACK)
                .refused("out-of-order");
        fixture()
                .given(REQUIRED, HANDED_IN)
                .on(HANDED.minusDays(1))
                .when(ACCEPT)
                .refused("out-of-order");
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .on(HANDED)
                .when(handIn("下乡心得", null))
                .refused("out-of-order");
    }

    @Test
    void a_title_is_needed_and_holds_no_number_of_a_person() {
        fixture().given(REQUIRED).on(HANDED).when(handIn(" ", null)).refusedField("/title");
        fixture().given(REQUIRED).on(HANDED).when(handIn("13800000000", null)).refusedField("/title");
    }
}
