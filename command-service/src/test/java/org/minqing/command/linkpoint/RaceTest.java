package org.minqing.command.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandProcess;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.log.StoredEvent;

/** Commands to one link point from many threads, to two processes that know nothing of each other but the log. */
class RaceTest {
    private static final int THREADS = 6;
    private static final int QUOTA = 3;

    private static CommandServer here;
    private static CommandProcess there;
    private static UUID organisation;
    private static ExecutorService threads;

    private UUID programme;
    private UUID linkPoint;

    @BeforeAll
    static void startTwoProcesses() {
        here = CommandServer.shared();
        there = CommandProcess.beside(here);
        threads = Executors.newFixedThreadPool(2 * THREADS);
        organisation = post("RegisterOrganisation", """
                {"name": "办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
    }

    @BeforeEach
    void designateALinkPoint() {
        programme = post("LaunchProgramme", """
                {"name": "活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""", organisation);
        linkPoint = post("DesignateLinkPoint", """
                {"programmeId": "%s", "villageCode": "530328202207", "organisationId": "%s",
                 "occurredOn": "2012-01-01"}""", programme, organisation);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        there.close();
    }

    private static UUID post(String command, String body, Object... arguments) {
        return here.post(command, body.formatted(arguments)).requireStatus(201).id();
    }

    private UUID enrolledCadre() {
        UUID cadre = post("RegisterCadre", """
                {"name": "示例干部", "sex": "1", "rankCode": "142", "organisationId": "%s", "occurredOn": "2011-01-01", "confirmDuplicate": true}""", organisation);
        post("EnrolCadre", """
                {"linkPointId": "%s", "cadreId": "%s", "occurredOn": "2012-01-01"}""", linkPoint, cadre);
        return cadre;
    }

    private static UUID household(int number) {
        return post("RegisterHousehold", """
                {"villageCode": "530328202207", "group": 1, "confirmDuplicate": true, "householdNo": "%d", "head": {"name": "示例户主"},
                 "occurredOn": "2011-01-01"}""", number);
    }

    private void quota(int households) {
        post("DefineLinkQuota", """
                {"programmeId": "%s", "band": "科以下", "rankCodes": ["142"], "households": %d, "occurredOn": "2011-12-26"}""", programme, households);
    }

    private String assignment(UUID cadre, UUID household) {
        return """
                {"linkPointId": "%s", "cadreId": "%s", "householdId": "%s", "occurredOn": "2012-02-01"}""".formatted(linkPoint, cadre, household);
    }

    /** All at once: each body to this process and to the other. */
    private static List<Reply> race(List<String> assignments) throws Exception {
        List<Callable<Reply>> runners = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(2 * assignments.size());
        for (String assignment : assignments) {
            runners.add(() -> {
                start.await();
                return here.post("AssignCadreToHousehold", assignment);
            });
            runners.add(() -> {
                start.await();
                return there.post("AssignCadreToHousehold", assignment);
            });
        }
        return results(threads.invokeAll(runners));
    }

    private static List<Reply> results(List<Future<Reply>> futures) throws InterruptedException, ExecutionException {
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> future : futures) {
            replies.add(future.get());
        }
        return replies;
    }

    private static long accepted(List<Reply> replies) {
        return replies.stream().filter(reply -> reply.status() == 201).count();
    }

    private List<CadreAssignedToHousehold> links() {
        return here.stream("LinkPoint-" + linkPoint).stream()
                .map(StoredEvent::payload)
                .filter(CadreAssignedToHousehold.class::isInstance)
                .map(CadreAssignedToHousehold.class::cast)
                .toList();
    }

    @Test
    void of_many_who_want_one_household_exactly_one_gets_it() throws Exception {
        quota(100);
        List<UUID> cadres =
                IntStream.range(0, THREADS).mapToObj(i -> enrolledCadre()).toList();
        for (int round = 1; round <= 6; round++) {
            UUID household = household(round);
            List<Reply> replies = race(
                    cadres.stream().map(cadre -> assignment(cadre, household)).toList());
            assertThat(accepted(replies)).isOne();
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 201)
                    .allSatisfy(reply ->
                            assertThat(reply.status() + " " + reply.code()).isEqualTo("409 household-already-linked"));
            assertThat(links())
                    .filteredOn(l -> l.link().householdId().equals(household))
                    .hasSize(1);
        }
    }

    @Test
    void a_quota_is_never_exceeded_however_many_households_come_at_once() throws Exception {
        quota(QUOTA);
        List<UUID> households =
                IntStream.range(0, THREADS).mapToObj(RaceTest::household).toList();
        for (int round = 1; round <= 4; round++) {
            UUID cadre = enrolledCadre();
            List<Reply> replies = race(households.stream()
                    .map(household -> assignment(cadre, household))
                    .toList());
            assertThat(accepted(replies)).isEqualTo(round <= THREADS / QUOTA ? QUOTA : 0);
            assertThat(links())
                    .filteredOn(l -> l.link().cadreId().equals(cadre))
                    .hasSizeLessThanOrEqualTo(QUOTA);
        }
        assertThat(links()).hasSize(THREADS);
    }

    @Test
    void what_one_process_has_decided_the_other_knows_whatever_it_remembers() {
        quota(QUOTA);
        UUID cadre = enrolledCadre();
        UUID household = household(1);
        String assignment = assignment(cadre, household);
        assertThat(there.post("AssignCadreToHousehold", assignment(cadre, household(2)))
                        .status())
                .isEqualTo(201);
        assertThat(here.post("AssignCadreToHousehold", assignment).status()).isEqualTo(201);
        assertThat(there.post("AssignCadreToHousehold", assignment).code()).isEqualTo("household-already-linked");
        String release = """
                {"linkPointId": "%s", "householdId": "%s", "reason": "调整", "occurredOn": "2012-02-01"}""".formatted(linkPoint, household);
        assertThat(there.post("ReleaseHousehold", release).status()).isEqualTo(201);
        assertThat(here.post("ReleaseHousehold", release).code()).isEqualTo("household-not-linked");
        assertThat(here.post("AssignCadreToHousehold", assignment).status()).isEqualTo(201);
        assertThat(links()).hasSize(3);
    }

    /** What the other process looked at grows between its look and its append: it must not get through. */
    @Test
    void a_cadre_who_is_withdrawn_is_assigned_nothing_meanwhile() throws Exception {
        quota(100);
        for (int round = 1; round <= 12; round++) {
            UUID cadre = enrolledCadre();
            List<String> assignments = IntStream.range(0, 3)
                    .mapToObj(i -> assignment(cadre, household(1)))
                    .toList();
            String withdrawal = """
                    {"cadreId": "%s", "occurredOn": "2012-01-31"}""".formatted(cadre);
            CyclicBarrier start = new CyclicBarrier(assignments.size() + 1);
            List<Callable<Reply>> runners = new ArrayList<>();
            for (String assignment : assignments) {
                runners.add(() -> {
                    start.await();
                    return here.post("AssignCadreToHousehold", assignment);
                });
            }
            CommandProcess other = there;
            runners.add(() -> {
                start.await();
                Thread.sleep(ThreadLocalRandom.current().nextInt(6));
                return other.post("WithdrawCadre", withdrawal);
            });
            List<Reply> replies = results(threads.invokeAll(runners));
            Reply withdrawn = replies.getLast();
            long assigned = accepted(replies.subList(0, assignments.size()));
            if (withdrawn.status() == 201) {
                assertThat(assigned)
                        .as("round %d: withdrawn and assigned", round)
                        .isZero();
            } else {
                assertThat(withdrawn.code()).isEqualTo("cadre-in-use");
                assertThat(assigned).isPositive();
            }
        }
    }
}
