package org.minqing.query.platform.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.log.EventLog;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.answer.Lookup;
import org.minqing.query.platform.answer.Payloads;
import org.minqing.query.platform.projection.ReadPosition;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** The log for other systems, as CloudEvents: payloads as they stand, so personal data only sealed. */
@RestController
class EventController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventController.class);
    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int STREAM_PAGE = 200;

    private final Snapshots snapshots;
    private final JdbcClient jdbc;
    private final Payloads payloads;
    private final ReadPosition stands;
    private final EventTypeCheck may;
    private final JwtDecoder tokens;
    private final SingletonSupplier<UUID> installation;
    private volatile boolean closing;
    private final ExecutorService streams = Executors.newVirtualThreadPerTaskExecutor();

    EventController(
            Snapshots snapshots,
            JdbcClient jdbc,
            Payloads payloads,
            ReadPosition stands,
            EventTypeCheck may,
            EventLog log,
            JwtDecoder tokens) {
        this.tokens = tokens;
        this.snapshots = snapshots;
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.stands = stands;
        this.may = may;
        this.installation = SingletonSupplier.of(log::installation);
    }

    /** {@code after} is the cursor here: the position the batch begins behind. */
    @AcceptedParameters({"limit", "type", "division"})
    @GetMapping("/v1/events")
    ResponseEntity<Object> events(QuestionParameters asked) {
        Long after = asked.number("after");
        int limit = asked.limit();
        may.knows(EventTypeCheck.logical(asked.text("type")));
        may.reached(after == null ? 0 : after);
        return snapshots.answer(asked.without("after"), question -> {
            List<Map<String, Object>> batch = batch(question, after == null ? 0 : after, limit);
            var response = ResponseEntity.ok().contentType(BATCH);
            if (batch.size() == limit) {
                Map<String, String> next = new LinkedHashMap<>(Snapshots.same(question));
                next.put("after", String.valueOf(batch.getLast().get("position")));
                response.header(
                        HttpHeaders.LINK, "</v1/events" + question.asked().query(next) + ">; rel=\"next\"");
            }
            return response.body(batch);
        });
    }

    private List<Map<String, Object>> batch(Question question, long after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after);
        parameters.put("knownAt", question.knownAt());
        parameters.put("asOf", question.asOf());
        parameters.put("scope", question.scope());
        parameters.put("scopeEnd", question.scope() + "~");
        parameters.put("limit", limit);
        StringBuilder sql = new StringBuilder("""
                select position from read.event
                where position > :after and position <= :knownAt and occurred_on <= :asOf
                  and (division is null or division between :scope and :scopeEnd)
                """);
        narrow(
                sql,
                parameters,
                "division between :division and :division || '~'",
                "division",
                question.division("division"));
        narrow(sql, parameters, "organisation is null or organisation = :own", "own", question.scopeOrganisation());
        narrow(
                sql,
                parameters,
                "type = :type",
                "type",
                EventTypeCheck.logical(question.asked().text("type")));
        narrow(sql, parameters, "programme is null or programme = :programme", "programme", question.programme());
        List<Long> positions = jdbc.sql(
                        sql.append(" order by position limit :limit").toString())
                .params(parameters)
                .query(Long.class)
                .list();
        Map<Long, StoredEvent> stored = payloads.at(positions);
        List<Map<String, Object>> batch = new ArrayList<>();
        positions.forEach(position -> batch.add(cloudEvent(Objects.requireNonNull(stored.get(position)))));
        return batch;
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and (").append(condition).append(')');
            parameters.put(name, value);
        }
    }

    /**
     * As CloudEvents 1.0 types it: {@code source} names the installation, {@code id} is unique among all installations ({@code
     * eventid} is the event's own, by which it is voided), {@code type} begins with the house's domain; position and sequence are
     * strings, since integers of the specification end at 2,147,483,647.
     */
    private Map<String, Object> cloudEvent(StoredEvent event) {
        UUID source = installation.obtain();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("specversion", "1.0");
        json.put("id", Ids.told(source, event.eventId()));
        json.put("source", "urn:uuid:" + source);
        json.put("type", EventTypeCheck.DOMAIN + event.type());
        json.put("subject", event.stream());
        json.put("time", event.recordedAt());
        json.put("datacontenttype", "application/json");
        json.put("dataschema", "urn:minqing:event:" + event.type() + ":" + event.revision());
        json.put("eventid", event.eventId());
        json.put("position", String.valueOf(event.position()));
        json.put("sequence", String.valueOf(event.sequence()));
        json.put("revision", event.revision());
        json.put("occurredon", event.occurredOn());
        put(json, "programme", event.programme());
        put(json, "division", event.division());
        event.metadata().forEach((key, value) -> json.putIfAbsent(key.toLowerCase(java.util.Locale.ROOT), value));
        JsonNode data = Lookup.parse(new String(event.payloadBytes(), StandardCharsets.UTF_8));
        json.put("data", data);
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    /** From {@code Last-Event-ID} (a position), else from behind {@code after}, else from the beginning as the batches do, for as long as somebody listens and the token is good. */
    @AcceptedParameters({"type", "division"})
    @GetMapping("/v1/events/stream")
    ResponseEntity<SseEmitter> stream(QuestionParameters asked, HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        Long after = asked.number("after");
        if (last != null && !last.matches("\\d{1,18}")) {
            throw Refusal.malformed("Last-Event-ID", "0, 1, 2, ...");
        }
        long from = last != null ? Long.parseLong(last) : after != null ? after : 0;
        may.knows(EventTypeCheck.logical(asked.text("type")));
        may.reached(from);
        QuestionParameters plain = asked.without("after");
        // refuses a wrong parameter or place before the stream begins
        long position = snapshots.with(plain, question -> {
            batch(question, from, 1);
            return question.knownAt();
        });
        SseEmitter emitter = new SseEmitter(0L);
        Listening listening = new Listening();
        emitter.onCompletion(listening::stop);
        emitter.onTimeout(listening::stop);
        emitter.onError(e -> listening.stop());
        Authentication bearer = SecurityContextHolder.getContext().getAuthentication();
        streams.execute(() -> send(plain, from, emitter, listening, bearer));
        return ResponseEntity.ok()
                .header(Snapshots.POSITION, String.valueOf(position))
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    private static final class Listening {
        private volatile boolean on = true;

        void stop() {
            on = false;
        }
    }

    /** @param any whether something was sent */
    private record Sent(long position, long stood, boolean any, boolean more) {}

    private void send(
            QuestionParameters asked,
            long from,
            SseEmitter emitter,
            Listening listening,
            @Nullable Authentication bearer) {
        long position = from;
        try {
            // at once: whoever listens knows that it does, and where to go on if it is cut off before the first event
            emitter.send(SseEmitter.event()
                    .id(String.valueOf(from))
                    .reconnectTime(RECONNECT.toMillis())
                    .comment("listening"));
            long heard = System.nanoTime();
            while (listens(listening) && !asked.expired() && stands(bearer)) {
                Sent sent = page(asked, position, emitter);
                position = sent.position;
                heard = sent.any ? System.nanoTime() : heard;
                Duration left = HEARTBEAT.minusNanos(System.nanoTime() - heard);
                // also while much happens that was not asked for: only what is written shows whether somebody listens
                if (!sent.more && (!left.isPositive() || !happens(sent.stood + 1, left, listening))) {
                    emitter.send(SseEmitter.event().id(String.valueOf(position)).comment("still here"));
                    heard = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.io.IOException | RuntimeException e) {
            // whoever listened is gone, or comes again with Last-Event-ID
            LOG.debug("a stream of events ended: {}", e.toString());
        }
        end(emitter);
    }

    /** Whether the token was not ended meanwhile: a stream lasts longer than what is known of it. */
    private boolean stands(@Nullable Authentication bearer) {
        try {
            return bearer instanceof JwtAuthenticationToken token
                    && tokens.decode(token.getToken().getTokenValue()) != null;
        } catch (JwtException e) {
            return false;
        }
    }

    private boolean listens(Listening listening) {
        return listening.on && !closing;
    }

    /** Whether something happens in this time; looks between whether anybody still waits for it. */
    private boolean happens(long position, Duration atMost, Listening listening) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (listens(listening) && System.nanoTime() < end) {
            if (stands.await(position, LOOK)) {
                return true;
            }
        }
        return false;
    }

    private static void end(SseEmitter emitter) {
        try {
            emitter.complete();
        } catch (RuntimeException e) {
            // the container has taken the response back already
            LOG.debug("a stream of events was ended for us: {}", e.toString());
        }
    }

    private Sent page(QuestionParameters asked, long after, SseEmitter emitter) throws java.io.IOException {
        record Found(List<Map<String, Object>> batch, long stood) {}
        Found found =
                snapshots.with(asked, question -> new Found(batch(question, after, STREAM_PAGE), question.knownAt()));
        long position = after;
        for (Map<String, Object> event : found.batch) {
            position = Long.parseLong(String.valueOf(event.get("position")));
            emitter.send(SseEmitter.event()
                    .id(String.valueOf(position))
                    .name(String.valueOf(event.get("type")))
                    .data(event, MediaType.APPLICATION_JSON));
        }
        boolean more = found.batch.size() == STREAM_PAGE;
        return new Sent(more ? position : Math.max(position, found.stood), found.stood, !found.batch.isEmpty(), more);
    }

    /** Before the container would end them by force. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        closing = true;
    }

    @Override
    public void close() throws InterruptedException {
        closing();
        streams.shutdown();
        // nobody is interrupted in the midst of a question to the database, which would break its connection
        if (!streams.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            streams.shutdownNow();
        }
    }
}
