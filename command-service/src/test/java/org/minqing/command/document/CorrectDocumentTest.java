package org.minqing.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.document.Documents.ACCEPTED;
import static org.minqing.command.document.Documents.AGAIN;
import static org.minqing.command.document.Documents.BACK;
import static org.minqing.command.document.Documents.CADRE;
import static org.minqing.command.document.Documents.DAY;
import static org.minqing.command.document.Documents.DOCUMENT;
import static org.minqing.command.document.Documents.DUE;
import static org.minqing.command.document.Documents.HANDED;
import static org.minqing.command.document.Documents.HANDED_IN;
import static org.minqing.command.document.Documents.LAUNCH;
import static org.minqing.command.document.Documents.OF;
import static org.minqing.command.document.Documents.OFFICE;
import static org.minqing.command.document.Documents.PAPER;
import static org.minqing.command.document.Documents.REFLECTION;
import static org.minqing.command.document.Documents.REQUIRED;
import static org.minqing.command.document.Documents.SENT_BACK;
import static org.minqing.command.document.Documents.YEAR;
import static org.minqing.command.document.Documents.YEAR_TOLD;
import static org.minqing.command.document.Documents.fixture;
import static org.minqing.command.document.Documents.handedIn;
import static org.minqing.command.document.Documents.required;
import static org.minqing.command.document.Documents.sentBack;
import static org.minqing.command.platform.CommandFixture.givenId;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.document.DocumentCommand.AcceptDocument;
import org.minqing.command.document.DocumentCommand.HandInDocument;
import org.minqing.command.document.DocumentCommand.RequireDocument;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

class CorrectDocumentTest {
    private static final Duty AS_MEMBER =
            new Duty(DocumentKind.REFLECTION, OwedBy.SERVING_PARTY_MEMBER, CADRE, OFFICE, null, YEAR, DUE);
    private static final String MEMBER = """
            {"group": "SERVING_PARTY_MEMBER"}""";
    private static final DocumentHandedIn HANDED_IN_AS_MEMBER = handedIn(AS_MEMBER, "下乡心得", null, HANDED);

    private static Corrected<DomainEvent> corrected(int ordinal, DomainEvent before, DomainEvent after) {
        return new Corrected<>(givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static Voided<DomainEvent> voided(int ordinal, DomainEvent before) {
        return new Voided<>(givenId(ordinal), before, CommandFixture.REASON, null);
    }

    private static HandInDocument handIn(String title) {
        return new HandInDocument(DOCUMENT, title, null);
    }

    @Test
    void what_is_owed_is_otherwise() {
        fixture().given(REQUIRED).whenCorrected(givenId(0), MEMBER).events(corrected(0, REQUIRED, required(AS_MEMBER)));
    }

    @Test
    void every_step_that_counts_is_otherwise_with_it() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN, ACCEPTED)
                .whenCorrected(givenId(0), MEMBER)
                .events(
                        corrected(0, REQUIRED, required(AS_MEMBER)),
                        corrected(1, HANDED_IN, HANDED_IN_AS_MEMBER),
                        corrected(2, SENT_BACK, sentBack(AS_MEMBER)),
                        corrected(3, AGAIN, handedIn(AS_MEMBER, AGAIN.title(), PAPER, AGAIN.occurredOn())));
    }

    @Test
    void another_owner_owes_it_with_all_its_steps_from_where_that_owner_serves() {
        fixture()
                .given(REQUIRED, HANDED_IN)
                .whenCorrected(givenId(0), "{\"cadreId\": \"" + Documents.OTHER + "\"}")
                .events(
                        corrected(0, REQUIRED, new DocumentRequired(Documents.AT_BUREAU, Documents.OF_ANOTHER, DAY)),
                        corrected(
                                1,
                                HANDED_IN,
                                new DocumentHandedIn(Documents.AT_BUREAU, Documents.OF_ANOTHER, "下乡心得", null, HANDED)));
    }

    @Test
    void title_and_paper_are_those_of_one_handing_in() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN)
                .whenCorrected(givenId(3), """
                        {"title": "定稿"}""")
                .events(corrected(3, AGAIN, handedIn(REFLECTION, "定稿", PAPER, AGAIN.occurredOn())));
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .whenCorrected(givenId(1), "{\"attachmentId\": \"" + PAPER + "\"}")
                .events(corrected(1, HANDED_IN, handedIn(REFLECTION, "下乡心得", PAPER, HANDED)));
    }

    @Test
    void why_it_was_sent_back_is_otherwise() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .whenCorrected(givenId(2), """
                        {"reason": "没有署名", "reasonCode": "R1"}""")
                .events(corrected(
                        2, SENT_BACK, new DocumentSentBack(OF, REFLECTION, CommandFixture.PENDING, "R1", BACK)));
    }

    @Test
    void corrections_stack_on_what_is_in_force() {
        DocumentHandedIn once = handedIn(REFLECTION, "二稿", null, HANDED);
        fixture()
                .given(REQUIRED, HANDED_IN, corrected(1, HANDED_IN, once))
                .whenCorrected(givenId(1), """
                        {"title": "三稿"}""")
                .events(corrected(1, once, handedIn(REFLECTION, "三稿", null, HANDED)));
    }

    @Test
    void period_kind_office_task_and_due_day_may_be_otherwise() {
        assertThat(((DocumentRequired) fixture()
                                .given(REQUIRED)
                                .whenCorrected(givenId(0), """
                                        {"taskCode": "T4", "kind": "DIARY_BOOK", "dueOn": "2012-02-05",
                                         "period": {"name": "2012年上半年", "from": "2011-12-26", "to": "2012-06-30"}}""")
                                .only(Corrected.class)
                                .after())
                        .duty())
                .isEqualTo(new Duty(
                        DocumentKind.DIARY_BOOK,
                        OwedBy.LINKED_CADRE,
                        CADRE,
                        OFFICE,
                        "T4",
                        new Period("2012年上半年", LAUNCH, LocalDate.of(2012, 6, 30)),
                        BACK));
    }

    @Test
    void the_same_again_changes_nothing() {
        CommandFixture given = fixture().given(REQUIRED, HANDED_IN, SENT_BACK);
        given.whenCorrected(givenId(0), """
                        {"group": "LINKED_CADRE"}""").nothing();
        given.whenCorrected(givenId(1), """
                        {"title": "下乡心得"}""").nothing();
    }

    @Test
    void refuses_what_could_not_have_been_required() {
        CommandFixture required = fixture().given(REQUIRED);
        required.whenCorrected(givenId(0), """
                        {"title": "定稿"}""").refused("invalid-body");
        required.whenCorrected(givenId(0), """
                        {"group": "LEADERSHIP_TEAM"}""").refusedField("/changes/group", "group-of-a-team");
        required.whenCorrected(givenId(0), """
                        {"kind": "RECTIFICATION_TEAM"}""").refusedField("/changes/cadreId", "owed-by-a-team");
        required.whenCorrected(givenId(0), "{\"officeId\": \"" + new UUID(2, 99) + "\"}")
                .refused("office-not-found");
        required.whenCorrected(givenId(0), """
                        {"taskCode": "T9"}""").refusedField("/changes/taskCode");
        required.whenCorrected(givenId(0), """
                        {"period": {"name": "2012", "from": "2012-01-10", "to": "2011-12-26"}}""").refusedField("/changes/period/to", "before-its-beginning");
    }

    @Test
    void everything_is_voided_from_the_end_to_the_beginning() {
        CommandFixture given = fixture().given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN, ACCEPTED);
        given.whenVoided(givenId(0))
                .reliedOn("document-voided", "document-voided", "document-voided", "document-voided");
        given.whenVoidedWithFollowing(givenId(0))
                .events(
                        voided(4, ACCEPTED),
                        voided(3, AGAIN),
                        voided(2, SENT_BACK),
                        voided(1, HANDED_IN),
                        voided(0, REQUIRED));
    }

    @Test
    void a_step_in_the_middle_is_voided_with_those_that_rest_on_it() {
        CommandFixture given = fixture().given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN, ACCEPTED);
        given.whenVoided(givenId(1)).reliedOn("document-not-handed-in");
        given.whenVoidedWithFollowing(givenId(1)).events(voided(2, SENT_BACK), voided(1, HANDED_IN));
        given.whenVoided(givenId(2)).reliedOn("document-already-handed-in");
        given.whenVoidedWithFollowing(givenId(3)).events(voided(4, ACCEPTED), voided(3, AGAIN));
    }

    @Test
    void a_handing_in_is_voided_and_the_document_is_owed_again() {
        fixture().given(REQUIRED, HANDED_IN).whenVoided(givenId(1)).events(voided(1, HANDED_IN));
        CommandFixture undone = fixture().given(REQUIRED, HANDED_IN, voided(1, HANDED_IN));
        undone.whenVoided(givenId(1)).nothing();
        undone.on(BACK).when(new AcceptDocument(DOCUMENT)).refused("document-not-handed-in");
        undone.on(DAY).when(handIn("下乡心得")).events(handedIn(REFLECTION, "下乡心得", null, DAY));
    }

    @Test
    void a_voided_correction_puts_back_what_stood_before_in_every_step() {
        Corrected<DomainEvent> owed = corrected(0, REQUIRED, required(AS_MEMBER));
        fixture()
                .given(REQUIRED, HANDED_IN, owed, corrected(1, HANDED_IN, HANDED_IN_AS_MEMBER))
                .whenVoided(givenId(2))
                .events(voided(2, owed), corrected(1, HANDED_IN_AS_MEMBER, HANDED_IN));
    }

    @Test
    void one_handed_in_late_is_voided_and_entered_on_its_day() {
        DocumentHandedIn late = handedIn(REFLECTION, "下乡心得", null, LocalDate.of(2012, 5, 31));
        fixture().given(REQUIRED, late).whenVoided(givenId(1)).events(voided(1, late));
        fixture()
                .given(REQUIRED, late, voided(1, late))
                .on(HANDED)
                .when(handIn("下乡心得"))
                .events(HANDED_IN);
    }

    @Test
    void what_was_voided_takes_no_step_and_may_be_required_anew() {
        CommandFixture fixture = fixture().given(REQUIRED, voided(0, REQUIRED));
        fixture.whenVoided(givenId(0)).nothing();
        fixture.on(HANDED).when(handIn("下乡心得")).refused("document-voided");
        fixture.whenCorrected(givenId(0), MEMBER).refused("event-voided");
        fixture.on(DAY)
                .when(new RequireDocument(
                        DOCUMENT,
                        null,
                        null,
                        null,
                        null,
                        DocumentKind.REFLECTION,
                        CADRE,
                        OwedBy.LINKED_CADRE,
                        YEAR_TOLD,
                        DUE))
                .events(REQUIRED);
    }

    @Test
    void refuses_a_step_that_is_none() {
        fixture().given(REQUIRED).whenVoided(new UUID(9, 9)).refused("event-not-found");
    }
}
