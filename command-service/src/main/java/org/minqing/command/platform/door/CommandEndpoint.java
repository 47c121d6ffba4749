package org.minqing.command.platform.door;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.DryRun;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.form.UuidForm;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.Roles;
import org.minqing.edge.Language;
import org.minqing.edge.Problems;
import org.minqing.edge.Trace;
import org.minqing.edge.share.Places;
import org.minqing.edge.share.Rates;
import org.minqing.edge.share.ShareRefusal;
import org.minqing.edge.share.Shares;
import org.minqing.log.EventLog;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands over HTTP: one by one, many in a stream, and the list of them. */
@RestController
class CommandEndpoint {
    static final String NDJSON = "application/x-ndjson";
    private static final String COMMANDS = "commands";
    private static final String BULK = "bulk";

    private final CommandDesk desk;
    private final EventLog log;
    private final Bulk bulk;
    private final Catalogue catalogue;
    private final Locations locations;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Shares shares;
    private final Places places;
    private final Rates rates;

    CommandEndpoint(
            CommandDesk desk,
            EventLog log,
            Bulk bulk,
            Catalogue catalogue,
            Locations locations,
            Problems problems,
            MeterRegistry meters,
            Shares shares) {
        this.desk = desk;
        this.log = log;
        this.bulk = bulk;
        this.catalogue = catalogue;
        this.locations = locations;
        this.problems = problems;
        this.meters = meters;
        this.shares = shares;
        this.places = shares.places(COMMANDS);
        this.rates = shares.rates(COMMANDS);
    }

    @PostMapping(path = "/v1/commands/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
    void one(
            @PathVariable String command,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long began = System.nanoTime();
        String outcome = "error";
        String known = "none";
        try {
            Sender sender = Tokens.sender(authentication);
            rates.count(sender.caller(), response);
            desk.admit(sender, command);
            known = command;
            if (dryRun(request)) {
                outcome = "dry-run";
                write(tried(command, sender, request), response);
                return;
            }
            Receipt receipt = take(command, sender, request);
            outcome = receipt.replayed() ? "replayed" : receipt.events().isEmpty() ? "unchanged" : "accepted";
            write(receipt, locations, response);
        } catch (Refusal refusal) {
            outcome = Integer.toString(refusal.status());
            problems.write(refusal, request, response);
        } catch (ShareRefusal refusal) {
            outcome = Integer.toString(refusal.status());
            problems.write(refusal, request, response);
        } finally {
            meters.timer("minqing.commands", "command", known, "outcome", outcome)
                    .record(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static boolean dryRun(HttpServletRequest request) {
        return QueryString.of(request, Set.of(QueryString.DRY_RUN)).truth(QueryString.DRY_RUN);
    }

    private Receipt take(String command, Sender sender, HttpServletRequest request) throws IOException {
        CommandRequest order = order(command, sender, request);
        return within(sender, () -> desk.take(order));
    }

    private DryRun tried(String command, Sender sender, HttpServletRequest request) throws IOException {
        CommandRequest order = order(command, sender, request);
        return within(sender, () -> desk.dryRun(desk.prepare(order)));
    }

    private static CommandRequest order(String command, Sender sender, HttpServletRequest request) throws IOException {
        Body.requirePlain(request);
        UUID commandId = commandId(request.getHeader("Idempotency-Key"));
        IfMatch condition = IfMatch.of(request.getHeader("If-Match"));
        byte[] body = Body.whole(request.getInputStream(), request.getContentLengthLong());
        return new CommandRequest(sender, commandId, command, StrictJson.object(body), condition, trace(request), null);
    }

    @FunctionalInterface
    private interface Answering<T> {
        T answer() throws IOException;
    }

    private <T> T within(Sender sender, Answering<T> answering) throws IOException {
        requireOpen();
        try (Places.Place place = places.take(sender.caller())) {
            return answering.answer();
        } catch (ShareRefusal refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            throw Faults.of(fault);
        }
    }

    /** No header or field gives a recording time: while the clock is simulated the loader alone writes. */
    private void requireOpen() {
        requireOpen(log);
    }

    static void requireOpen(EventLog log) {
        if (log.clock().simulated()) {
            throw Faults.status(503, "simulation-running");
        }
    }

    static CommandRequest.Trace trace(HttpServletRequest request) {
        String traceparent = Trace.parent(request);
        return traceparent == null ? CommandRequest.Trace.NONE : new CommandRequest.Trace(traceparent, null, null);
    }

    static UUID commandId(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(400, "idempotency-key-missing", List.of(), List.of());
        }
        String key = header.strip();
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (!UuidForm.fits(key)) {
            throw new Refusal(400, "idempotency-key-malformed", List.of(), List.of());
        }
        return UUID.fromString(key);
    }

    static void write(Receipt receipt, Locations locations, HttpServletResponse response) throws IOException {
        response.setStatus(status(receipt));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Location", locations.of(receipt.subject()));
        response.setHeader("ETag", "\"" + receipt.version() + "\"");
        response.setHeader("Cache-Control", "no-store");
        if (receipt.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        byte[] body = StrictJson.MAPPER.writeValueAsBytes(body(receipt));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static int status(Receipt receipt) {
        return receipt.events().isEmpty() ? 200 : 201;
    }

    static Map<String, Object> body(Receipt receipt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("commandId", receipt.commandId());
        body.put("subject", receipt.subject());
        body.put("version", receipt.version());
        body.put("position", receipt.position());
        body.put("events", receipt.events());
        return body;
    }

    private static void write(DryRun tried, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        if (tried.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        response.getOutputStream().write(StrictJson.MAPPER.writeValueAsBytes(body(tried)));
    }

    /** Neither version nor position: none of it stands. */
    static Map<String, Object> body(DryRun tried) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("commandId", tried.commandId());
        body.put("subject", tried.subject());
        body.put("dryRun", true);
        body.put(
                "events",
                tried.events().stream().map(type -> Map.of("type", type)).toList());
        return body;
    }

    @PostMapping(path = "/v1/commands", consumes = NDJSON)
    void many(Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Sender sender = Tokens.sender(authentication);
        if (!Roles.sendCommands(sender.roles())) {
            throw Refusal.forbidden("role-may-not", "NDJSON");
        }
        desk.admit(sender);
        Body.requirePlain(request);
        boolean dryRun = dryRun(request);
        requireOpen();
        try {
            shares.rates(BULK).count(sender.caller(), response);
            try (Places.Place place = shares.places(BULK).take(sender.caller())) {
                bulk.run(sender, dryRun, request, response);
            }
        } catch (ShareRefusal refusal) {
            problems.write(refusal, request, response);
        }
    }

    @GetMapping("/v1/commands")
    void list(Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.admit(Tokens.sender(authentication));
        QueryString.of(request, Set.of());
        Language language = Language.of(request);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Vary", "Accept-Language");
        response.getOutputStream()
                .write(StrictJson.MAPPER.writeValueAsBytes(Map.of("items", catalogue.list(language))));
    }

    /** The schema of {@code changes} of {@code Correct}, for each type of event that can be corrected. */
    @GetMapping("/v1/commands/Correct/{event}")
    void changes(
            @PathVariable String event,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Sender sender = Tokens.sender(authentication);
        if (!Roles.sendCommands(sender.roles())) {
            throw Refusal.forbidden("role-may-not", AmendmentType.CORRECT);
        }
        desk.admit(sender);
        QueryString.of(request, Set.of());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(StrictJson.MAPPER.writeValueAsBytes(catalogue.changes(event, sender.roles())));
    }
}
