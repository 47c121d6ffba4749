package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enters visits and asks questions all the time, as the contract tells a client to: what was not answered for good is sent again
 * under the same key, after the time in Retry-After.
 */
final class SteadyClient implements Runnable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PAUSE_MILLIS = 40;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Victim victim;
    private final Journal journal;
    private final String visit;
    private final boolean asks;
    private volatile boolean ended;

    /** @param asks questions instead of entering visits */
    SteadyClient(Victim victim, Journal journal, String visit, boolean asks) {
        this.victim = victim;
        this.journal = journal;
        this.visit = visit;
        this.asks = asks;
    }

    /** Begins nothing more; what was begun is sent until it is answered. */
    void end() {
        ended = true;
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                if (asks) {
                    answer(() -> victim.question("/v1/dashboards/530303202207"));
                } else {
                    enter(journal.meant(), UUID.randomUUID());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(Journal.Intent intent, UUID key) throws InterruptedException {
        intent.sent(key);
        while (intent.open()) {
            HttpResponse<String> answer = answer(() -> victim.command("RecordVisit", key, visit));
            if (answer != null && answer.statusCode() == 201) {
                intent.acknowledged(key, position(answer));
            } else {
                Thread.sleep(pause(answer));
            }
        }
    }

    private static long position(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/position").asLong();
    }

    private static long pause(@org.jspecify.annotations.Nullable HttpResponse<String> answer) {
        long told = answer == null
                ? 0
                : answer.headers().firstValueAsLong("Retry-After").orElse(0) * 1_000;
        return Math.clamp(told, PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
    }

    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private @org.jspecify.annotations.Nullable HttpResponse<String> answer(Request request)
            throws InterruptedException {
        boolean command = !asks;
        long sent = System.nanoTime();
        HttpResponse<String> answer = null;
        String outcome;
        try {
            answer = request.send();
            outcome = outcome(answer);
        } catch (IOException e) {
            outcome = e.getClass().getSimpleName();
        }
        journal.answered(new Journal.Answer(sent, (System.nanoTime() - sent) / 1e6, command, outcome));
        return answer;
    }

    /** The status; of a refusal its code too, and whether it fails to say when to come again. */
    private static String outcome(HttpResponse<String> answer) {
        if (answer.statusCode() < 400) {
            return "" + answer.statusCode();
        }
        JsonNode problem;
        try {
            problem = JSON.readTree(answer.body());
        } catch (RuntimeException e) {
            return answer.statusCode() + " no problem document";
        }
        boolean silent = answer.statusCode() >= 429
                && answer.headers().firstValue("Retry-After").isEmpty();
        return answer.statusCode() + " " + problem.path("code").asString("?") + (silent ? " without Retry-After" : "");
    }
}
