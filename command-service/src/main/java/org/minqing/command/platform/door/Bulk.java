package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandDesk.Prepared;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.CommandSeries;
import org.minqing.command.platform.desk.DryRun;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.edge.Language;
import org.minqing.edge.Problem;
import org.minqing.edge.Problems;
import org.minqing.edge.share.Rates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many commands in one request, one a line, each judged and answered by itself, and all of it as if they were taken one after
 * the other: see {@link CommandSeries}. What is kept at any time is a window of lines. When the client is gone, no further line
 * is begun; sent again, the lines that were taken are answered from the log.
 */
final class Bulk {
    private static final Set<String> FIELDS = Set.of("command", "commandId", "data");

    private final CommandDesk desk;
    /** So much is answered however little was sent. */
    private static final long ALWAYS = 1 << 20;
    /** Of each byte that was sent; the answer to a plain command is about as long as the command. */
    private static final int A_BYTE = 8;

    private final Problems problems;
    private final Rates rates;

    /** @param rates of commands, of which each line is one */
    Bulk(CommandDesk desk, Problems problems, Rates rates) {
        this.desk = desk;
        this.problems = problems;
        this.rates = rates;
    }

    /** A line as it was read: ready to be taken, or refused already. */
    private record Read(
            int number,
            @Nullable Prepared prepared,
            @Nullable Refusal refusal) {}

    /** @param dryRun whether each line is only judged against what stands; lines do not see each other then */
    void run(Sender sender, boolean dryRun, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = Language.of(request);
        response.setStatus(200);
        response.setContentType(CommandEndpoint.NDJSON);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        Body.Lines lines = new Body.Lines(request.getInputStream());
        CommandSeries series = new CommandSeries();
        try (Answers answers = new Answers(request.getInputStream(), response);
                LineWindow window = new LineWindow(series)) {
            boolean more = true;
            while (more || !window.isEmpty()) {
                if (!window.hasAnswer()) {
                    answers.flush();
                }
                // whoever waits for an answer before sending on gets it: nothing is read where that might wait
                if (more && !window.hasAnswer() && window.hasRoom() && (window.isEmpty() || lines.moreAtHand())) {
                    Body.Line line = lines.next();
                    more = line != null;
                    if (line != null) {
                        pace(sender);
                        begin(line, window, series, dryRun, sender, request);
                    }
                } else if (!window.isEmpty()) {
                    window.answerFirst(answer -> answers.add(
                            answers.bytes() > ALWAYS + A_BYTE * lines.bytes() ? shortened(answer) : answer));
                }
            }
            answers.finish();
        }
    }

    /** Not refused, as they come in order: the next is read when it may come. */
    private void pace(Sender sender) throws IOException {
        try {
            rates.pace(sender.caller());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the process ends");
        }
    }

    /**
     * Who answers far more than was asked is sent what would be of use to nobody: of so many refusals of next to nothing, or events of
     * commands that were taken long ago, only line, status, key and code are told, which bounds the answers by what was sent.
     */
    private static byte[] shortened(byte[] answer) {
        ObjectNode whole = (ObjectNode) StrictJson.MAPPER.readTree(answer);
        ObjectNode brief = StrictJson.MAPPER.createObjectNode();
        for (String told : List.of("line", "status", "commandId", "code", "replayed", "dryRun", "retryAfter")) {
            if (whole.has(told)) {
                brief.set(told, whole.get(told));
            }
        }
        return StrictJson.MAPPER.writeValueAsBytes(brief);
    }

    private void begin(
            Body.Line line,
            LineWindow window,
            CommandSeries series,
            boolean dryRun,
            Sender sender,
            HttpServletRequest request) {
        Read read = read(line, sender, request);
        int bytes = line.bytes() == null ? 0 : line.bytes().length;
        Prepared prepared = read.prepared();
        if (prepared == null) {
            Refusal refusal = read.refusal() == null ? Faults.status(500, "internal-error") : read.refusal();
            window.add(bytes, null, () -> refusal, told -> bytes(read, told, dryRun, request));
        } else if (dryRun) {
            window.add(
                    bytes, null, () -> outcome(() -> desk.dryRun(prepared)), told -> bytes(read, told, true, request));
        } else {
            CommandSeries.Member member = desk.place(prepared, series);
            window.add(
                    bytes,
                    member,
                    () -> outcome(() -> desk.take(prepared, member)),
                    told -> bytes(read, told, false, request));
        }
    }

    /** What came of it: a receipt, a dry run or what was thrown. */
    private static Object outcome(Supplier<Object> taking) {
        try {
            return taking.get();
        } catch (RuntimeException fault) {
            return fault;
        }
    }

    private Read read(Body.Line line, Sender sender, HttpServletRequest request) {
        try {
            byte[] bytes = line.bytes();
            if (bytes == null) {
                throw Body.tooLarge();
            }
            return new Read(line.number(), desk.prepare(order(StrictJson.object(bytes), sender, request)), null);
        } catch (Refusal refusal) {
            return new Read(line.number(), null, refusal);
        }
    }

    private static CommandRequest order(ObjectNode line, Sender sender, HttpServletRequest request) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        line.propertyNames().forEach(name -> {
            if (!FIELDS.contains(name)) {
                errors.add(new Refusal.FieldError("/" + name, "unknown-field", List.of()));
            }
        });
        JsonNode command = line.path("command");
        JsonNode commandId = line.path("commandId");
        JsonNode data = line.path("data");
        if (!command.isString()) {
            errors.add(new Refusal.FieldError("/command", "wrong-type", List.of("string")));
        }
        if (!(data instanceof ObjectNode)) {
            errors.add(new Refusal.FieldError("/data", "wrong-type", List.of("object")));
        }
        UUID key = null;
        try {
            key = CommandEndpoint.commandId(commandId.isString() ? commandId.stringValue() : null);
        } catch (Refusal refusal) {
            errors.add(new Refusal.FieldError("/commandId", "not-a-uuid", List.of()));
        }
        if (!errors.isEmpty() || key == null) {
            throw new Refusal(400, "invalid-body", List.of(), errors);
        }
        return new CommandRequest(
                sender, key, command.stringValue(), (ObjectNode) data, null, CommandEndpoint.trace(request), null);
    }

    private byte[] bytes(Read line, Object outcome, boolean dryRun, HttpServletRequest request) {
        return StrictJson.MAPPER.writeValueAsBytes(answer(line, outcome, dryRun, request));
    }

    private Map<String, Object> answer(Read line, Object outcome, boolean dryRun, HttpServletRequest request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("line", line.number());
        switch (outcome) {
            case DryRun tried -> {
                answer.put("status", 200);
                answer.putAll(CommandEndpoint.body(tried));
                if (tried.replayed()) {
                    answer.put("replayed", true);
                }
            }
            case Receipt receipt -> {
                answer.put("status", CommandEndpoint.status(receipt));
                answer.putAll(CommandEndpoint.body(receipt));
                if (receipt.replayed()) {
                    answer.put("replayed", true);
                }
            }
            case RuntimeException fault -> {
                Problem problem = Faults.of(fault);
                answer.put("status", problem.status());
                if (line.prepared() != null) {
                    answer.put("commandId", line.prepared().order().commandId());
                }
                if (dryRun) {
                    answer.put("dryRun", true);
                }
                answer.putAll(problems.body(problem, request));
                problems.retryAfter(problem).ifPresent(wait -> answer.put("retryAfter", wait.toSeconds()));
            }
            default -> throw new IllegalStateException("a line came to " + outcome.getClass());
        }
        return answer;
    }
}
