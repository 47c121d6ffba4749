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
import static org.minqing.command.document.Documents.REFLECTION;
import static org.minqing.command.document.Documents.REQUIRED;
import static org.minqing.command.document.Documents.SENT_BACK;
import static org.minqing.command.document.Documents.YEAR;
import static org.minqing.command.document.Documents.YEAR_TOLD;
import static org.minqing.command.document.Documents.fixture;
import static org.minqing.command.document.Documents.handedIn;
import static org.minqing.command.document.Documents.required;
import static org.minqing.command.document.Documents.sentBack;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.document.DocumentEvent.DocumentAcceptanceVoided;
import org.minqing.events.document.DocumentEvent.DocumentCorrected;
import org.minqing.events.document.DocumentEvent.DocumentHandInCorrected;
import org.minqing.events.document.DocumentEvent.DocumentHandInVoided;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSendBackCorrected;
import org.minqing.events.document.DocumentEvent.DocumentSendBackVoided;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.DocumentVoided;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

class CorrectDocumentTest {
    private static final Duty AS_MEMBER =
            new Duty(DocumentKind.REFLECTION, OwedBy.SERVING_PARTY_MEMBER, CADRE, OFFICE, null, YEAR, DUE);

    private static CorrectDocument as(@Nullable OwedBy group, @Nullable String title, @Nullable LocalDate day) {
        return new CorrectDocument(
                DOCUMENT, null, null, null, null, null, group, null, null, title, null, REASON, null, day);
    }

    private static CorrectDocument paper(@Nullable UUID attachmentId) {
        return new CorrectDocument(
                DOCUMENT, null, null, null, null, null, null, null, null, null, attachmentId, REASON, null, null);
    }

    private static CorrectDocument duty(
            @Nullable UUID officeId,
            @Nullable String taskCode,
            @Nullable DocumentKind kind,
            @Nullable PeriodInput period,
            @Nullable LocalDate dueOn) {
        return new CorrectDocument(
                DOCUMENT, null, null, officeId, taskCode, kind, null, period, dueOn, null, null, REASON, null, null);
    }

    private static DocumentCorrected owed(DocumentRequired before, DocumentRequired after) {
        return new DocumentCorrected(
                DOCUMENT, PROGRAMME, CITY, "5303", CommandFixture.givenId(0), before, after, REASON, null, DAY);
    }

    private static DocumentHandInCorrected handedIn(int target, DocumentHandedIn before, DocumentHandedIn after) {
        return new DocumentHandInCorrected(
                DOCUMENT,
                PROGRAMME,
                CITY,
                "5303",
                CommandFixture.givenId(target),
                before,
                after,
                REASON,
                null,
                before.occurredOn());
    }

    private static DocumentSendBackCorrected sentBackAs(DocumentSentBack before, DocumentSentBack after) {
        return new DocumentSendBackCorrected(
                DOCUMENT, PROGRAMME, CITY, "5303", CommandFixture.givenId(2), before, after, REASON, null, BACK);
    }

    @Test
    void what_is_owed_is_otherwise() {
        fixture()
                .given(REQUIRED)
                .when(as(OwedBy.SERVING_PARTY_MEMBER, null, DAY))
                .events(owed(REQUIRED, required(AS_MEMBER)));
    }

    @Test
    void every_step_that_counts_is_otherwise_with_it() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN, ACCEPTED)
                .when(as(OwedBy.SERVING_PARTY_MEMBER, "定稿", null))
                .events(
                        owed(REQUIRED, required(AS_MEMBER)),
                        handedIn(1, HANDED_IN, Documents.handedIn(AS_MEMBER, "下乡心得", null, HANDED)),
                        sentBackAs(SENT_BACK, sentBack(AS_MEMBER)),
                        handedIn(3, AGAIN, Documents.handedIn(AS_MEMBER, "定稿", PAPER, AGAIN.occurredOn())));
    }

    @Test
    void a_title_alone_is_that_of_the_last_paper_and_of_its_day() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN)
                .when(as(null, "定稿", AGAIN.occurredOn()))
                .events(handedIn(3, AGAIN, Documents.handedIn(REFLECTION, "定稿", PAPER, AGAIN.occurredOn())));
        fixture()
                .given(REQUIRED, HANDED_IN)
                .when(paper(PAPER))
                .events(handedIn(1, HANDED_IN, Documents.handedIn(REFLECTION, "下乡心得", PAPER, HANDED)));
    }

    @Test
    void corrections_stack_on_what_is_in_force() {
        DocumentHandedIn once = Documents.handedIn(REFLECTION, "二稿", null, HANDED);
        fixture()
                .given(REQUIRED, HANDED_IN, handedIn(1, HANDED_IN, once))
                .when(as(null, "三稿", null))
                .events(handedIn(1, once, Documents.handedIn(REFLECTION, "三稿", null, HANDED)));
    }

    @Test
    void period_kind_office_task_and_due_day_may_be_otherwise() {
        PeriodInput half = new PeriodInput("2012年上半年", LAUNCH, LocalDate.of(2012, 6, 30));
        assertThat(fixture()
                        .given(REQUIRED)
                        .when(duty(null, "T4", DocumentKind.DIARY_BOOK, half, BACK))
                        .only(DocumentCorrected.class)
                        .after()
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
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK)
                .when(as(OwedBy.LINKED_CADRE, "下乡心得", null))
                .nothing();
    }

    @Test
    void refuses_what_does_not_go_together() {
        CommandFixture required = fixture().given(REQUIRED);
        required.when(as(null, "定稿", null)).refusedField("/title", "only-once-handed-in");
        required.when(paper(PAPER)).refusedField("/attachmentId", "only-once-handed-in");
        required.when(as(OwedBy.LEADERSHIP_TEAM, null, null)).refusedField("/group", "group-of-a-team");
        required.when(duty(null, null, DocumentKind.RECTIFICATION_TEAM, null, null))
                .refusedField("/cadreId", "owed-by-a-team");
        required.when(duty(new UUID(2, 99), null, null, null, null)).refused("office-not-found");
        required.when(duty(null, "T9", null, null, null)).refusedField("/taskCode");
        required.when(duty(null, null, null, new PeriodInput("2012", DAY, LAUNCH), null))
                .refusedField("/period/to", "before-its-beginning");
        required.when(as(OwedBy.SERVING_PARTY_MEMBER, null, HANDED)).refusedField("/occurredOn");
        fixture().given(REQUIRED, HANDED_IN).when(as(null, "定稿", DAY)).refusedField("/occurredOn");
    }

    @Test
    void everything_is_voided_from_the_end_to_the_beginning() {
        fixture()
                .given(REQUIRED, HANDED_IN, SENT_BACK, AGAIN, ACCEPTED)
                .when(voided(null, DAY))
                .events(
                        new DocumentAcceptanceVoided(
                                DOCUMENT,
                                PROGRAMME,
                                CITY,
                                "5303",
                                CommandFixture.givenId(4),
                                ACCEPTED,
                                REASON,
                                null,
                                ACCEPTED.occurredOn()),
                        handInVoided(3, AGAIN),
                        new DocumentSendBackVoided(
                                DOCUMENT,
                                PROGRAMME,
                                CITY,
                                "5303",
                                CommandFixture.givenId(2),
                                SENT_BACK,
                                REASON,
                                null,
                                BACK),
                        handInVoided(1, HANDED_IN),
                        new DocumentVoided(
                                DOCUMENT,
                                PROGRAMME,
                                CITY,
                                "5303",
                                CommandFixture.givenId(0),
                                REQUIRED,
                                REASON,
                                null,
                                DAY));
    }

    @Test
    void a_step_is_voided_with_those_after_it_and_the_document_is_owed_again() {
        DocumentHandInVoided undone = handInVoided(1, HANDED_IN);
        fixture()
                .given(REQUIRED, HANDED_IN)
                .when(voided(CommandFixture.givenId(1), null))
                .events(undone);
        fixture()
                .given(REQUIRED, HANDED_IN, undone)
                .when(voided(CommandFixture.givenId(1), null))
                .nothing();
        fixture()
                .given(REQUIRED, HANDED_IN, undone)
                .when(new AcceptDocument(DOCUMENT, null, null, BACK))
                .refused("document-not-handed-in");
        fixture()
                .given(REQUIRED, HANDED_IN, undone)
                .when(new HandInDocument(DOCUMENT, null, null, "下乡心得", null, DAY))
                .events(Documents.handedIn(REFLECTION, "下乡心得", null, DAY));
    }

    @Test
    void what_was_voided_takes_no_step_and_may_be_required_anew() {
        DocumentVoided gone = new DocumentVoided(
                DOCUMENT, PROGRAMME, CITY, "5303", CommandFixture.givenId(0), REQUIRED, REASON, null, DAY);
        CommandFixture fixture = fixture().given(REQUIRED, gone);
        fixture.when(voided(null, null)).nothing();
        fixture.when(new HandInDocument(DOCUMENT, null, null, "下乡心得", null, HANDED))
                .refused("document-voided");
        fixture.when(as(OwedBy.LEADERSHIP_MEMBER, null, null)).refused("document-voided");
        fixture.when(new RequireDocument(
                        DOCUMENT,
                        null,
                        null,
                        null,
                        null,
                        DocumentKind.REFLECTION,
                        CADRE,
                        OwedBy.LINKED_CADRE,
                        YEAR_TOLD,
                        DUE,
                        DAY))
                .events(REQUIRED);
    }

    @Test
    void refuses_a_step_that_is_none_and_a_day_that_is_not_its_own() {
        fixture().given(REQUIRED).when(voided(new UUID(9, 9), null)).refused("document-step-not-found");
        fixture()
                .given(REQUIRED, HANDED_IN)
                .when(voided(CommandFixture.givenId(1), DAY))
                .refusedField("/occurredOn");
        fixture()
                .given(REQUIRED)
                .when(new VoidDocument(DOCUMENT, null, BUREAU, null, REASON, null, null))
                .refusedField("/organisationId");
    }

    private static DocumentHandInVoided handInVoided(int target, DocumentHandedIn before) {
        return new DocumentHandInVoided(
                DOCUMENT,
                PROGRAMME,
                CITY,
                "5303",
                CommandFixture.givenId(target),
                before,
                REASON,
                null,
                before.occurredOn());
    }

    private static VoidDocument voided(@Nullable UUID stepId, @Nullable LocalDate day) {
        return new VoidDocument(DOCUMENT, null, null, stepId, REASON, null, day);
    }
}
