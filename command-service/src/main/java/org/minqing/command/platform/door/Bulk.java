package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandDesk.Prepared;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.DryRun;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.edge.Language;
import org.minqing.edge.Problem;
import org.minqing.edge.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many commands in one request, one a line, one after the other, each judged and answered by itself. Lines are read in
 * stretches, and what is kept at any time is one stretch. When the client is gone,
 * no further line is taken; sent again, the lines that were taken are answered from the log.
 */
final class Bulk {
    private static final int STRETCH = 64;
    private static final Set<String> FIELDS = Set.of("command", "commandId", "data");

    private final CommandDesk desk;
    private final Problems problems;

    Bulk(CommandDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
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
        try (Answers answers = new Answers(request.getInputStream(), response)) {
            List<Read> stretch = read(lines, sender, request);
            while (!stretch.isEmpty()) {
                for (Read line : stretch) {
                    answers.add(StrictJson.MAPPER.writeValueAsBytes(answer(line, dryRun, request)));
                }
                stretch = read(lines, sender, request);
            }
            answers.finish();
        }
    }

    private List<Read> read(Body.Lines lines, Sender sender, HttpServletRequest request) throws IOException {
        List<Read> stretch = new ArrayList<>();
        int bytes = 0;
        Body.Line line = lines.next();
        while (line != null) {
            stretch.add(read(line, sender, request));
            bytes += line.bytes() == null ? 0 : line.bytes().length;
            boolean goOn = stretch.size() < STRETCH && bytes < Body.MAX && lines.moreAtHand();
            line = goOn ? lines.next() : null;
        }
        return stretch;
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

    private Map<String, Object> answer(Read line, boolean dryRun, HttpServletRequest request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("line", line.number());
        try {
            if (line.prepared() == null) {
                throw line.refusal() == null ? Faults.status(500, "internal-error") : line.refusal();
            }
            if (dryRun) {
                DryRun tried = desk.dryRun(line.prepared());
                answer.put("status", 200);
                answer.putAll(CommandEndpoint.body(tried));
                if (tried.replayed()) {
                    answer.put("replayed", true);
                }
                return answer;
            }
            Receipt receipt = desk.take(line.prepared());
            answer.put("status", CommandEndpoint.status(receipt));
            answer.putAll(CommandEndpoint.body(receipt));
            if (receipt.replayed()) {
                answer.put("replayed", true);
            }
        } catch (RuntimeException fault) {
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
        return answer;
    }
}
