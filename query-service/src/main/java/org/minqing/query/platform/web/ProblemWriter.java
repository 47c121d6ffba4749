package org.minqing.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9457, in the asker's language. */
final class ProblemWriter {
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is found by other things than UUIDs. */
    private static final Set<String> CODED = Set.of("division-not-found", "rule-not-found");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Texts texts;

    ProblemWriter(Texts texts) {
        this.texts = texts;
    }

    ResponseEntity<Map<String, Object>> write(Problem problem, HttpServletRequest request) {
        return write(
                request, problem.status(), problem.code(), problem.parameter(), HttpHeaders.EMPTY, problem.arguments());
    }

    /** A problem of which nothing is known but its status. */
    ResponseEntity<Map<String, Object>> write(int status, HttpHeaders headers, HttpServletRequest request) {
        String code = switch (status) {
            case 401 -> "unauthorized";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            default -> status < 500 ? "bad-request" : "internal";
        };
        return write(request, status, code, null, headers);
    }

    /** Where no converter of Spring's is at hand. */
    void send(ResponseEntity<Map<String, Object>> problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem.getBody()));
    }

    ResponseEntity<Map<String, Object>> write(
            HttpServletRequest request,
            int status,
            String code,
            @org.jspecify.annotations.Nullable String parameter,
            HttpHeaders headers,
            Object... arguments) {
        Language language = Language.of(request);
        var response = ResponseEntity.status(status)
                .headers(headers)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.body(body(request, language, status, code, parameter, arguments));
    }

    Map<String, Object> body(
            HttpServletRequest request,
            Language language,
            int status,
            String code,
            @org.jspecify.annotations.Nullable String parameter,
            Object... arguments) {
        // a kind of its own for each entity, one text for all
        String key = "query.problem." + (code.endsWith("-not-found") ? notFound(request, code, arguments) : code);
        String detail = texts.text(language, key, said(language, arguments));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:minqing:problem:" + code);
        body.put(
                "title",
                texts.find(language, key + ".title")
                        .or(() -> texts.find(language, "query.problem." + status))
                        .orElseGet(() -> texts.text(language, "query.problem." + (status < 500 ? 400 : 500))));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        body.put(
                "errors",
                parameter == null
                        ? List.of()
                        : List.of(Map.of("pointer", "?" + parameter, "code", code, "message", detail)));
        body.put("traceId", traceId(request));
        return body;
    }

    /** Another day or position is to be looked at only if one was asked for; an id that is none is told at once. */
    private static String notFound(HttpServletRequest request, String code, Object... arguments) {
        String query = String.valueOf(request.getQueryString());
        if (!CODED.contains(code)
                && !UUID_FORM.matcher(String.valueOf(arguments[0])).matches()) {
            return "entity-not-found.id";
        }
        return query.contains("asOf=") || query.contains("knownAt=") ? "entity-not-found" : "entity-not-found.now";
    }

    private Object[] said(Language language, Object... arguments) {
        return Stream.of(arguments)
                .map(each -> switch (each) {
                    case Expected expected -> expected.in(language, texts);
                    case Listed listed -> listed.in(language);
                    default -> each;
                })
                .toArray();
    }

    private static String traceId(HttpServletRequest request) {
        String header = request.getHeader("traceparent");
        Matcher matcher = TRACE.matcher(header == null ? "" : header);
        return matcher.matches()
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }
}
