package org.minqing.command.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandProcess;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;

/** The same registered at the same moment in two processes that know nothing of each other but the log: once. */
class RegistrationRaceTest {
    private static final int EACH = 2;
    private static final int ROUNDS = 6;

    private static CommandServer here;
    private static CommandProcess there;
    private static UUID organisation;
    private static ExecutorService threads;

    @BeforeAll
    static void startTwoProcesses() {
        here = CommandServer.shared();
        there = CommandProcess.beside(here);
        threads = Executors.newFixedThreadPool(2 * EACH);
        organisation = here.post("RegisterOrganisation", """
                {"name": "办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""").requireStatus(201).id();
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        there.close();
    }

    @Test
    void one_household_has_a_number() throws Exception {
        race("RegisterHousehold", "duplicate-household", () -> """
                {"villageCode": "530328202207", "group": 7, "householdNo": "%s", "head": {"name": "示例户主"},
                 "occurredOn": "2011-12-26"}""".formatted(word()));
    }

    @Test
    void one_cadre_of_an_organisation_has_a_name() throws Exception {
        race("RegisterCadre", "duplicate-cadre", () -> """
                {"name": "示例%s", "sex": "1", "rankCode": "142", "organisationId": "%s", "occurredOn": "2011-01-01"}""".formatted(word(), organisation));
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private static void race(String command, String refusal, Supplier<String> bodies) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String body = bodies.get();
            CyclicBarrier start = new CyclicBarrier(2 * EACH);
            List<Callable<Reply>> runners = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                runners.add(() -> {
                    start.await();
                    return here.post(command, body);
                });
                runners.add(() -> {
                    start.await();
                    return there.post(command, body);
                });
            }
            List<String> answers = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(runners)) {
                answers.add(
                        reply.get().status() == 201
                                ? "201"
                                : reply.get().status() + " " + reply.get().code());
            }
            assertThat(answers).as("round %d", round).containsOnlyOnce("201");
            assertThat(answers).filteredOn(answer -> !answer.equals("201")).containsOnly("409 " + refusal);
        }
    }
}
