package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandProcess;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.log.StoredEvent;

/** Donations, receipts and payments of one fund from many threads, to two processes that know each other by the log alone. */
class FundRaceTest {
    private static final int THREADS = 6;
    private static final int PAYABLE = 5;
    private static final int PATIENCE = 30;

    private static CommandServer here;
    private static CommandProcess there;
    private static ExecutorService threads;

    @BeforeAll
    static void startTwoProcesses() {
        here = CommandServer.shared();
        there = CommandProcess.beside(here);
        threads = Executors.newFixedThreadPool(2 * THREADS);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        there.close();
    }

    private static UUID post(String command, String body, Object... arguments) {
        return here.post(command, body.formatted(arguments)).requireStatus(201).id();
    }

    private static UUID fund() {
        UUID organisation = post("RegisterOrganisation", """
                {"name": "办公室", "divisionCode": "5303", "occurredOn": "2011-01-01"}""");
        UUID programme = post("LaunchProgramme", """
                {"name": "活动", "linkMode": "EXACTLY_ONE", "organisationId": "%s", "occurredOn": "2011-12-26"}""", organisation);
        UUID fund = post("OpenFund", """
                {"programmeId": "%s", "organisationId": "%s", "earmark": "饮水", "occurredOn": "2012-01-01"}""", programme, organisation);
        post("RecordGrant", """
                {"fundId": "%s", "source": "市财政局", "money": {"amount": "500"}, "occurredOn": "2012-01-02"}""", fund);
        post("AllocateFunds", """
                {"fundId": "%s", "purpose": "水管", "money": {"amount": "500"}, "occurredOn": "2012-01-02"}""", fund);
        return fund;
    }

    /** As a client does: again, as long as others were quicker. */
    private static Reply insist(BiFunction<String, String, Reply> process, String command, String body) {
        Reply reply = process.apply(command, body);
        for (int i = 0; i < PATIENCE && reply.status() == 409 && reply.code().equals("concurrent-change"); i++) {
            reply = process.apply(command, body);
        }
        return reply;
    }

    /** Gives, takes the receipt, and asks to be paid: the answer to the last. */
    private static Reply run(BiFunction<String, String, Reply> process, UUID fund) {
        Reply given = insist(process, "RecordDonation", """
                {"fundId": "%s", "donor": {"kind": "PERSON", "name": "示例捐赠人"}, "money": {"amount": "1"},
                 "occurredOn": "2012-02-01"}""".formatted(fund)).requireStatus(201);
        String entry = given.json().path("events").path(0).path("id").asString();
        insist(process, "IssueReceipt", """
                {"fundId": "%s", "entryId": "%s", "occurredOn": "2012-02-01"}""".formatted(fund, entry)).requireStatus(201);
        return insist(process, "PayFromFund", """
                {"fundId": "%s", "payee": {"name": "示例建材店"}, "purpose": "水管", "money": {"amount": "100"},
                 "occurredOn": "2012-02-01"}""".formatted(fund));
    }

    @Test
    void receipts_have_no_gap_and_no_more_is_paid_than_is_there_however_many_come_at_once() throws Exception {
        UUID fund = fund();
        CyclicBarrier start = new CyclicBarrier(2 * THREADS);
        List<Callable<Reply>> runners = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            runners.add(() -> {
                start.await();
                return run(here::post, fund);
            });
            runners.add(() -> {
                start.await();
                return run(there::post, fund);
            });
        }
        List<Reply> payments = new ArrayList<>();
        for (Future<Reply> future : threads.invokeAll(runners)) {
            payments.add(future.get());
        }
        assertThat(payments).filteredOn(reply -> reply.status() == 201).hasSize(PAYABLE);
        assertThat(payments)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("insufficient-funds"));
        List<Object> events = here.stream("Fund-" + fund).stream()
                .<Object>map(StoredEvent::payload)
                .toList();
        assertThat(events).filteredOn(PaidFromFund.class::isInstance).hasSize(PAYABLE);
        assertThat(events.stream().filter(ReceiptIssued.class::isInstance).map(e -> ((ReceiptIssued) e).number()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2 * THREADS).boxed().toList());
    }

    @Test
    void who_entered_the_money_is_read_from_the_log_by_a_process_that_did_not_take_it() {
        UUID fund = fund();
        Reply allocated = here.post("AllocateFunds", """
                {"fundId": "%s", "purpose": "水泵", "money": {"amount": "1"}, "occurredOn": "2012-02-01"}""".formatted(given(fund)));
        String allocation = allocated
                .requireStatus(201)
                .json()
                .path("events")
                .path(0)
                .path("id")
                .asString();
        String approval = """
                {"fundId": "%s", "allocationId": "%s"}""".formatted(fund, allocation);
        assertThat(there.post("ApprovePayment", approval).requireStatus(409).code())
                .isEqualTo("same-person");
        here.postAs("another", "ApprovePayment", approval).requireStatus(201);
    }

    private static UUID given(UUID fund) {
        post("RecordGrant", """
                {"fundId": "%s", "source": "市财政局", "money": {"amount": "1"}, "occurredOn": "2012-02-01"}""", fund);
        return fund;
    }
}
