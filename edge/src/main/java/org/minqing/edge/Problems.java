package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Puts problems into the asker's language, and onto the wire as RFC 9457 has them: {@code application/problem+json}. */
public final class Problems {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Too many requests, not available, no space. */
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(429, 503, 507);

    /** Conflicts that the same request need not meet again. */
    private static final Set<String> PASSING = Set.of("in-progress", "concurrent-change");

    private final Texts texts;
    private final Wording wording;
    private final Duration retryAfter;

    /** @param retryAfter when what is not available now may be asked for again, in whole seconds */
    public Problems(Texts texts, Wording wording, Duration retryAfter) {
        this.texts = texts;
        this.wording = wording;
        this.retryAfter = retryAfter;
    }

    public ResponseEntity<Map<String, Object>> answer(Problem problem, HttpServletRequest request) {
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    /** @param headers what else its answer says: {@code Allow}, ... */
    public ResponseEntity<Map<String, Object>> answer(
            Problem problem, HttpHeaders headers, HttpServletRequest request) {
        var answer = ResponseEntity.status(problem.status())
                .headers(headers)
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.of(request).tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        retryAfter(problem).ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        return answer.body(body(problem, request));
    }

    /** When the same may be asked again: of what is refused for the moment alone. */
    public Optional<Duration> retryAfter(Problem problem) {
        Duration own = problem.retryAfter();
        if (own != null) {
            return Optional.of(own);
        }
        return FOR_THE_MOMENT.contains(problem.status()) || PASSING.contains(problem.code())
                ? Optional.of(retryAfter)
                : Optional.empty();
    }

    /** A problem of which nothing is known but its status. */
    public Problem of(int status) {
        return Problem.of(status, wording.code(status));
    }

    /** Answers by hand, where no converter of Spring's is near; a body that was begun is taken back. */
    public void write(ResponseEntity<Map<String, Object>> answer, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = JSON.writeValueAsBytes(answer.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(answer(problem, request), response);
    }

    /** The members {@code type, title, status, detail, code, errors, traceId}, in this order. */
    public Map<String, Object> body(Problem problem, HttpServletRequest request) {
        Language language = Language.of(request);
        Object[] arguments = said(wording.arguments(problem), language);
        String title = texts.first(language, wording.titles(problem), arguments).orElse(problem.code());
        // not Spring's ProblemDetail: it leaves out empty errors, and orders the members otherwise
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:minqing:problem:" + problem.code());
        body.put("title", title);
        body.put("status", problem.status());
        body.put(
                "detail",
                texts.first(language, wording.details(problem, request), arguments)
                        .orElse(title));
        body.put("code", problem.code());
        body.put(
                "errors",
                problem.errors().stream().map(error -> error(error, language)).toList());
        body.put("traceId", Trace.id(request));
        return body;
    }

    private Map<String, Object> error(Problem.Field error, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("pointer", error.pointer());
        body.put("code", error.code());
        body.put(
                "message",
                texts.first(language, wording.errors(error.code()), said(wording.arguments(error), language))
                        .orElse(error.code()));
        return body;
    }

    private Object[] said(List<Object> arguments, Language language) {
        return arguments.stream()
                .map(each -> each instanceof Spoken spoken ? spoken.in(language, texts) : each)
                .toArray();
    }
}
