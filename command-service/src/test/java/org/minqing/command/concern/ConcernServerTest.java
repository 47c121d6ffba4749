package org.minqing.command.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.Corrected;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.log.StoredEvent;
import tools.jackson.databind.JsonNode;

/** Under whose key the words of a concern lie, and what becomes of two steps at once. */
class ConcernServerTest {
    private static final CommandServer SERVER = CommandServer.shared();
    private static UUID programme = new UUID(0, 0);

    @BeforeAll
    static void found() {
        UUID organisation = made("RegisterOrganisation", """
                {"name": "示例单位", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        programme = made("LaunchProgramme", """
                {"name": "示例活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""".formatted(organisation));
    }

    @Test
    void words_about_a_household_are_sealed_under_the_household() {
        UUID household = household("1");
        UUID concern = raise("\"householdId\": \"" + household + "\",");
        assertThat(subjects(concern))
                .containsExactly(
                        "household:" + household,
                        "household:" + household,
                        "household:" + household,
                        "household:" + household);
    }

    @Test
    void words_about_nobody_in_particular_are_sealed_under_the_concern() {
        UUID concern = raise("");
        assertThat(subjects(concern))
                .containsExactly(
                        "concern:" + concern, "concern:" + concern, "concern:" + concern, "concern:" + concern);
    }

    @Test
    void another_household_takes_other_words() {
        UUID household = household("2");
        UUID concern = raise("\"householdId\": \"" + household + "\",");
        UUID raised = SERVER.stream("Concern-" + concern).getFirst().eventId();
        String correction = """
                {"eventId": "%s", "changes": {"householdId": "%s"%s}, "reason": "误录"}""";
        UUID other = household("3");
        JsonNode error = SERVER.post("Correct", correction.formatted(raised, other, ""))
                .requireProblem(422, "invalid-field")
                .json()
                .at("/errors/0");
        assertThat(error.path("pointer").asString()).isEqualTo("/changes/text");
        assertThat(error.path("message").asString()).contains("已按原来所涉的人或户加密");
        SERVER.post("Correct", correction.formatted(raised, other, ", \"text\": \"请修水管\""))
                .requireStatus(201);
        Corrected<?> corrected =
                (Corrected<?>) SERVER.stream("Concern-" + concern).getLast().payload();
        assertThat(((ConcernRaised) corrected.after()).text().subject()).isEqualTo("household:" + other);
    }

    @Test
    void a_step_may_say_what_programme_it_is_of_and_no_other() {
        UUID concern = raise("");
        String of = ", \"programmeId\": \"%s\"";
        assertThat(SERVER.post("AcceptConcern", body(concern, of.formatted(new UUID(1, 9))))
                        .requireStatus(422)
                        .body())
                .contains("/programmeId");
        assertThat(SERVER.post("AcceptConcern", body(concern, ", \"organisationId\": \"" + new UUID(1, 9) + "\""))
                        .requireStatus(422)
                        .body())
                .contains("/organisationId");
        made("AcceptConcern", body(concern, of.formatted(programme)));
    }

    @Test
    void of_resolving_and_rejecting_at_once_exactly_one_is_done() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID concern = raise("\"groups\": [7, 8],");
            made("AcceptConcern", body(concern, ""));
            made("AssignConcern", body(concern, ""));
            List<Reply> replies = atOnce(
                    () -> SERVER.post("ResolveConcern", body(concern, ", \"text\": \"已通水\"")),
                    () -> SERVER.post("RejectConcern", body(concern, ", \"reason\": \"不在范围\"")));
            assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(201, 409);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 409)
                    .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("concern-answered"));
            assertThat(SERVER.stream("Concern-" + concern)).hasSize(4);
        }
    }

    private static UUID household(String no) {
        return made("RegisterHousehold", """
                {"villageCode": "%s", "group": 7, "householdNo": "concern %s", "head": {"name": "示例户主"}, "occurredOn": "2011-12-26"}""".formatted(CommandServer.VILLAGE, no));
    }

    private static List<String> subjects(UUID concern) {
        made("AcceptConcern", body(concern, ""));
        made("ProgressConcern", body(concern, ", \"text\": \"已勘察\""));
        UUID raised = SERVER.stream("Concern-" + concern).getFirst().eventId();
        SERVER.post("Correct", """
                {"eventId": "%s", "changes": {"kind": "REQUEST", "text": "请修水管"}, "reason": "误录"}""".formatted(raised)).requireStatus(201);
        List<Object> events = SERVER.stream("Concern-" + concern).stream()
                .<Object>map(StoredEvent::payload)
                .toList();
        ConcernProgressed progressed = (ConcernProgressed) events.get(2);
        return List.of(
                ((ConcernRaised) events.get(0)).text().subject(),
                String.valueOf(progressed.text()).replaceAll("^Sealed\\[|]$", ""),
                ((ConcernRaised) ((Corrected<?>) events.get(3)).after()).text().subject(),
                ((Corrected<?>) events.get(3)).reason().subject());
    }

    private static List<Reply> atOnce(Callable<Reply> one, Callable<Reply> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Reply>> both = new ArrayList<>();
        for (Callable<Reply> each : List.of(one, other)) {
            both.add(() -> {
                start.await();
                return each.call();
            });
        }
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Reply> future : threads.invokeAll(both)) {
                replies.add(future.get());
            }
        }
        return replies;
    }

    private static UUID raise(String more) {
        return made("RaiseConcern", """
                {"programmeId": "%s", "kind": "DIFFICULTY", "villageCode": "%s", %s "text": "吃水困难", "occurredOn": "2012-03-01"}""".formatted(programme, CommandServer.VILLAGE, more));
    }

    private static String body(UUID concern, String more) {
        return """
                {"concernId": "%s", "occurredOn": "2012-03-05"%s}""".formatted(concern, more);
    }

    private static UUID made(String command, String body) {
        return SERVER.post(command, body).requireStatus(201).id();
    }
}
