package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.log.StoredEvent;

/** Over HTTP: what was taken over from a record that was corrected is what it would be had that been entered so. */
class DerivedAgainServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final CommandServer SERVER = CommandServer.shared();
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";

    private final UUID bureau = organisation("水务局");
    private final UUID office = organisation("林业局");
    private final UUID programme = made("LaunchProgramme", """
            {"name": "挂包帮", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "divisionCode": "530328",
             "occurredOn": "2012-01-01"}""", bureau);
    private final UUID cadre = cadre(bureau);
    private final UUID household = household();

    @Test
    void a_visit_and_its_diary_were_in_the_village_in_which_the_household_is_said_to_have_lived() {
        UUID visit = visit("2012-03-05", "");
        made("WriteDiaryEntry", """
                {"visitId": "%s", "cadreId": "%s", "text": "缺水", "occurredOn": "2012-03-06"}""", visit, cadre);
        UUID cause = correct("Household-" + household, 0, "{\"villageCode\": \"" + PIANSHAN + "\", \"group\": 3}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + visit)).hasSize(4));
        VisitRecorded after = stands(visit, 2, VisitRecorded.class);
        assertThat(after.of().villageId()).isEqualTo(PIANSHAN);
        assertThat(after.home().group()).isEqualTo(3);
        DiaryEntryWritten diary = stands(visit, 3, DiaryEntryWritten.class);
        assertThat(diary.of()).isEqualTo(after.of());
        assertThat(diary.home()).isEqualTo(after.home());
        assertThat(SERVER.stream("Visit-" + visit).getLast().metadata())
                .containsEntry("causationId", cause.toString())
                .containsEntry("actor", "system");
    }

    @Test
    void a_visit_before_a_move_stays_and_one_after_a_move_that_was_told_late_follows() {
        UUID before = visit("2012-03-05", "");
        UUID after = visit("2012-04-05", "");
        made("RelocateHousehold", """
                {"householdId": "%s", "villageCode": "530328202208", "group": 3, "occurredOn": "2012-04-01"}""", household);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + after)).hasSize(2));
        assertThat(stands(after, 1, VisitRecorded.class).of().villageId()).isEqualTo(PIANSHAN);
        assertThat(SERVER.stream("Visit-" + before)).hasSize(1);

        SERVER.post("Void", """
                {"eventId": "%s", "reason": "未搬"}""".formatted(event("Household-" + household, 1))).requireStatus(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + after)).hasSize(3));
        assertThat(stands(after, 2, VisitRecorded.class).of().villageId()).isEqualTo(SHUITIAN);
        assertThat(SERVER.stream("Visit-" + before)).hasSize(1);
    }

    @Test
    void a_visit_counts_to_the_organisation_the_cadre_is_said_to_have_served_in_unless_it_was_given() {
        UUID derived = visit("2012-03-05", "");
        UUID given = visit("2012-03-06", ", \"organisationId\": \"" + office + "\"");
        UUID third = organisation("农业局");
        correct("Cadre-" + cadre, 0, "{\"organisationId\": \"" + third + "\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("Visit-" + derived)).hasSize(2));
        assertThat(stands(derived, 1, VisitRecorded.class).of().organisationId())
                .isEqualTo(third);
        assertThat(SERVER.stream("Visit-" + given)).hasSize(1);
    }

    @Test
    void what_is_corrected_of_a_visit_after_its_cadre_was_transferred_late_derives_the_organisation_again() {
        UUID visit = visit("2012-03-05", "");
        made("TransferCadre", """
                {"cadreId": "%s", "organisationId": "%s", "occurredOn": "2012-02-01"}""", cadre, office);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + visit)).hasSize(2));
        correct("Visit-" + visit, 0, "{\"personsMet\": 3}");
        VisitRecorded after = stands(visit, 2, VisitRecorded.class);
        assertThat(after.of().organisationId()).isEqualTo(office);
        assertThat(after.personsMet()).isEqualTo(3);
    }

    @Test
    void admission_link_and_card_go_by_the_group_and_rank_that_are_said_now() {
        UUID point = linked();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("LinkPoint-" + point)).hasSize(5));
        correct("Household-" + household, 0, "{\"group\": 3}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("LinkPoint-" + point)).hasSize(8));
        assertThat(corrections("LinkPoint-" + point, HouseholdAdmitted.class)
                        .getLast()
                        .admission()
                        .group())
                .isEqualTo(3);
        assertThat(corrections("LinkPoint-" + point, CadreAssignedToHousehold.class)
                        .getLast()
                        .link()
                        .group())
                .isEqualTo(3);
        assertThat(corrections("LinkPoint-" + point, LiaisonCardIssued.class)
                        .getLast()
                        .card()
                        .group())
                .isEqualTo(3);

        correct("Cadre-" + cadre, 0, "{\"rankCode\": \"131\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("LinkPoint-" + point)).hasSize(10));
        assertThat(corrections("LinkPoint-" + point, CadreEnrolled.class)
                        .getLast()
                        .enrolment()
                        .quota())
                .isEqualTo(5);
        assertThat(corrections("LinkPoint-" + point, CadreAssignedToHousehold.class)
                        .getLast()
                        .link()
                        .quota())
                .isEqualTo(5);
    }

    @Test
    void what_belongs_to_a_village_s_organisation_follows_its_link_point() {
        UUID point = linked();
        UUID concern = made("RaiseConcern", """
                {"kind": "DIFFICULTY", "villageCode": "530328202207", "programmeId": "%s", "text": "缺水",
                 "occurredOn": "2012-03-05"}""", programme);
        UUID posting = made("AppointCorrespondent", """
                {"cadreId": "%s", "villageCode": "530328202207", "programmeId": "%s", "occurredOn": "2012-03-05"}""", cadre, programme);
        correct("LinkPoint-" + point, 0, "{\"organisationId\": \"" + office + "\"}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(SERVER.stream("Concern-" + concern)).hasSize(2);
            assertThat(SERVER.stream("Posting-" + posting)).hasSize(2);
        });
        assertThat(corrections("Concern-" + concern, ConcernRaised.class)
                        .getLast()
                        .of()
                        .organisationId())
                .isEqualTo(office);
        assertThat(corrections("Posting-" + posting, PostingBegun.class)
                        .getLast()
                        .of()
                        .organisationId())
                .isEqualTo(office);
    }

    @Test
    void the_seat_of_an_organisation_is_that_of_whoever_serves_in_it() {
        correct("Organisation-" + bureau, 0, "{\"divisionCode\": \"530328202\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Cadre-" + cadre)).hasSize(2));
        assertThat(((Corrected<?>) SERVER.stream("Cadre-" + cadre).getLast().payload())
                        .after()
                        .division())
                .isEqualTo("530328202");
    }

    @Test
    void a_visit_was_by_the_link_that_held_on_its_day_however_late_that_was_told() {
        UUID before = visit("2012-02-01", "");
        UUID after = visit("2012-03-05", "");
        assertThat(((VisitRecorded) SERVER.stream("Visit-" + after).getFirst().payload()).linkId())
                .isNull();
        UUID point = linked();
        UUID link = event("LinkPoint-" + point, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + after)).hasSize(2));
        assertThat(stands(after, 1, VisitRecorded.class).linkId()).isEqualTo(link);
        assertThat(SERVER.stream("Visit-" + before)).hasSize(1);

        UUID next = cadre(bureau);
        made("EnrolCadre", """
                {"linkPointId": "%s", "cadreId": "%s", "occurredOn": "2012-02-01"}""", point, next);
        made("HandOverHousehold", """
                {"linkPointId": "%s", "householdId": "%s", "toCadreId": "%s", "reason": "调整",
                 "occurredOn": "2012-03-01"}""", point, household, next);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.stream("Visit-" + after)).hasSize(3));
        assertThat(stands(after, 2, VisitRecorded.class).linkId()).isNull();
        UUID byNext = made("RecordVisit", """
                {"householdId": "%s", "cadreIds": ["%s"], "programmeId": "%s", "kind": "DISPERSED",
                 "occurredOn": "2012-03-06"}""", household, next, programme);
        assertThat(((VisitRecorded) SERVER.stream("Visit-" + byNext).getFirst().payload()).linkId())
                .isNotNull();
        made("ReleaseHousehold", """
                {"linkPointId": "%s", "householdId": "%s", "reason": "调整", "occurredOn": "2012-03-03"}""", point, household);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("Visit-" + byNext)).hasSize(2));
        assertThat(stands(byNext, 1, VisitRecorded.class).linkId()).isNull();
    }

    @Test
    void what_happened_in_a_village_belongs_to_the_organisation_of_a_link_point_that_was_told_late() {
        UUID concern = made("RaiseConcern", """
                {"kind": "DIFFICULTY", "villageCode": "530328202207", "programmeId": "%s", "text": "缺水",
                 "occurredOn": "2012-03-05"}""", programme);
        made("DesignateLinkPoint", """
                {"programmeId": "%s", "villageCode": "530328202207", "organisationId": "%s", "occurredOn": "2012-02-01"}""", programme, office);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("Concern-" + concern)).hasSize(2));
        assertThat(corrections("Concern-" + concern, ConcernRaised.class)
                        .getLast()
                        .of()
                        .organisationId())
                .isEqualTo(office);
    }

    @Test
    void what_answers_a_concern_follows_it_and_whoever_sees_to_it_its_own_organisation() {
        UUID concern = made("RaiseConcern", """
                {"kind": "DIFFICULTY", "villageCode": "530328202207", "programmeId": "%s", "text": "缺水",
                 "occurredOn": "2012-03-05"}""", programme);
        UUID project = made("ProposeProject", """
                {"kind": "WATER", "name": "人饮工程", "villageCode": "530328202207", "concernId": "%s",
                 "occurredOn": "2012-03-07"}""", concern);
        correct("Concern-" + concern, 0, "{\"organisationId\": \"" + office + "\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVER.stream("Project-" + project)).hasSize(2));
        assertThat(corrections("Project-" + project, ProjectProposed.class)
                        .getLast()
                        .of()
                        .organisationId())
                .isEqualTo(office);

        made("AcceptConcern", "{\"concernId\": \"%s\", \"occurredOn\": \"2012-03-08\"}", concern);
        made("AssignConcern", """
                {"concernId": "%s", "cadreId": "%s", "occurredOn": "2012-03-08"}""", concern, cadre);
        made("EscalateConcern", "{\"concernId\": \"%s\", \"occurredOn\": \"2012-03-09\"}", concern);
        UUID third = organisation("农业局");
        correct("Cadre-" + cadre, 0, "{\"organisationId\": \"" + third + "\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(corrections("Concern-" + concern, ConcernAssigned.class))
                        .hasSize(1));
        assertThat(corrections("Concern-" + concern, ConcernAssigned.class)
                        .getLast()
                        .toOrganisationId())
                .isEqualTo(third);
        correct("Programme-" + programme, 0, "{\"organisationId\": \"" + third + "\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(corrections("Concern-" + concern, ConcernEscalated.class))
                        .hasSize(1));
        assertThat(corrections("Concern-" + concern, ConcernEscalated.class)
                        .getLast()
                        .toOrganisationId())
                .isEqualTo(third);
    }

    @Test
    void a_cadre_serves_at_the_seat_of_the_organisation_he_was_transferred_to() {
        made("TransferCadre", """
                {"cadreId": "%s", "organisationId": "%s", "occurredOn": "2012-02-01"}""", cadre, office);
        correct("Organisation-" + office, 0, "{\"divisionCode\": \"530328202\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(corrections("Cadre-" + cadre, CadreTransferred.class))
                        .hasSize(1));
        assertThat(corrections("Cadre-" + cadre, CadreTransferred.class)
                        .getLast()
                        .division())
                .isEqualTo("530328202");
    }

    @Test
    void a_payment_that_somebody_else_had_approved_rests_on_that_where_the_rule_was_told_late() {
        UUID fund = made("OpenFund", """
                {"programmeId": "%s", "organisationId": "%s", "earmark": "饮水", "occurredOn": "2012-02-01"}""", programme, bureau);
        String of = "{\"fundId\": \"" + fund + "\", \"occurredOn\": \"2012-03-01\", ";
        made("RecordUnitContribution", of + "\"organisationId\": \"%s\", \"money\": {\"amount\": \"100\"}}", bureau);
        made("AllocateFunds", of + "\"purpose\": \"抗旱\", \"money\": {\"amount\": \"50\"}}");
        UUID allocation = event("Fund-" + fund, 2);
        SERVER.postAs("colleague", "ApprovePayment", of + "\"allocationId\": \"" + allocation + "\"}")
                .requireStatus(201);
        made(
                "PayFromFund",
                of + "\"allocationId\": \"%s\", \"payee\": {\"name\": \"李四\"}, \"money\": {\"amount\": \"10\"}}",
                allocation);
        made("SetTwoPersonRule", """
                {"programmeId": "%s", "required": true, "occurredOn": "2012-02-15"}""", programme);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(corrections("Fund-" + fund, PaidFromFund.class))
                        .hasSize(1));
        assertThat(corrections("Fund-" + fund, PaidFromFund.class)
                        .getLast()
                        .from()
                        .twoPersons())
                .isTrue();
    }

    private UUID linked() {
        made("DefineLinkQuota", """
                {"programmeId": "%s", "band": "县处级", "rankCodes": ["131"], "households": 5, "occurredOn": "2012-01-01"}""", programme);
        made("DefineLinkQuota", """
                {"programmeId": "%s", "band": "其他", "rankCodes": ["150"], "households": 3, "occurredOn": "2012-01-01"}""", programme);
        UUID point = Ids.linkPoint(programme, SHUITIAN);
        made("DesignateLinkPoint", """
                {"programmeId": "%s", "villageCode": "530328202207", "organisationId": "%s", "occurredOn": "2012-02-01"}""", programme, bureau);
        made("EnrolCadre", """
                {"linkPointId": "%s", "cadreId": "%s", "occurredOn": "2012-02-01"}""", point, cadre);
        made("AssignCadreToHousehold", """
                {"linkPointId": "%s", "cadreId": "%s", "householdId": "%s", "occurredOn": "2012-02-02"}""", point, cadre, household);
        return point;
    }

    private UUID visit(String day, String more) {
        return made("RecordVisit", """
                {"householdId": "%s", "cadreIds": ["%s"], "programmeId": "%s", "kind": "DISPERSED", "occurredOn": "%s"%s}""", household, cadre, programme, day, more);
    }

    private static UUID organisation(String name) {
        return made("RegisterOrganisation", """
                {"name": "%s", "divisionCode": "530328", "occurredOn": "2011-01-01"}""", name + UUID.randomUUID());
    }

    private static UUID cadre(UUID organisation) {
        return made("RegisterCadre", """
                {"name": "%s", "sex": "1", "rankCode": "150", "organisationId": "%s", "occurredOn": "2011-01-01"}""", "张" + UUID.randomUUID().toString().substring(0, 8), organisation);
    }

    private static UUID household() {
        return made("RegisterHousehold", """
                {"villageCode": "530328202207", "group": 7, "householdNo": "%s", "head": {"name": "李四"},
                 "occurredOn": "2011-01-01"}""", UUID.randomUUID().toString().substring(0, 20));
    }

    private static UUID made(String command, String body, Object... values) {
        return SERVER.post(command, body.formatted(values)).requireStatus(201).id();
    }

    private static UUID event(String stream, int ordinal) {
        return SERVER.stream(stream).get(ordinal).eventId();
    }

    /** The id of the correction. */
    private static UUID correct(String stream, int ordinal, String changes) {
        SERVER.post("Correct", """
                {"eventId": "%s", "changes": %s, "reason": "误录"}""".formatted(event(stream, ordinal), changes)).requireStatus(201);
        return SERVER.stream(stream).stream()
                .filter(each -> each.payload() instanceof Corrected<?>)
                .reduce((earlier, later) -> later)
                .map(StoredEvent::eventId)
                .orElseThrow();
    }

    private static <E extends DomainEvent> E stands(UUID visit, int ordinal, Class<E> type) {
        return type.cast(
                ((Corrected<?>) SERVER.stream("Visit-" + visit).get(ordinal).payload()).after());
    }

    private static <E extends DomainEvent> List<E> corrections(String stream, Class<E> type) {
        return SERVER.stream(stream).stream()
                .filter(each -> each.payload() instanceof Corrected<?> c && type.isInstance(c.after()))
                .map(each -> type.cast(((Corrected<?>) each.payload()).after()))
                .toList();
    }
}
