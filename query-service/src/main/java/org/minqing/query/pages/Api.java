package org.minqing.query.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Snapshots;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;

/**
 * The pages ask and command as everybody does: over the REST interface, with the token of whoever is signed in. A page can show
 * nothing and do nothing that its reader could not.
 */
@Component
class Api {
    private static final ParameterizedTypeReference<Object> ANYTHING = new ParameterizedTypeReference<>() {};
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 10;

    private final RestClient questions;
    private final RestClient commands;

    Api(
            @Value("${minqing.pages.query-url}") String queryUrl,
            @Value("${minqing.pages.command-url}") String commandUrl) {
        this.questions = RestClient.create(queryUrl);
        this.commands = RestClient.create(commandUrl);
    }

    /** A path below /v1 of segments as they are, escaped here. */
    static String path(String... segments) {
        StringBuilder path = new StringBuilder("/v1");
        for (String segment : segments) {
            path.append('/').append(UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    /** Parameters that are null or blank are left out. */
    Answer get(Reader reader, String path, Map<String, ? extends @Nullable Object> parameters) {
        return exchange(question(path, parameters), reader);
    }

    /**
     * What is no JSON, as it came: its type and language, what it is to be called, its bytes. A refusal is thrown.
     *
     * @param address where the reader asked for it
     */
    ResponseEntity<byte[]> file(
            Reader reader, String path, Map<String, ? extends @Nullable Object> parameters, URI address) {
        return question(path, parameters)
                .header("Forwarded", "proto=" + address.getScheme() + ";host=\"" + address.getAuthority() + "\"")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, reader.language())
                .exchange((sent, response) -> {
                    if (response.getStatusCode().isError()) {
                        throw new Answer.Refused(
                                new Answer(response.getStatusCode().value(), object(response.bodyTo(ANYTHING)), null));
                    }
                    HttpHeaders headers = new HttpHeaders();
                    for (String name : List.of(
                            HttpHeaders.CONTENT_TYPE,
                            HttpHeaders.CONTENT_DISPOSITION,
                            HttpHeaders.CONTENT_LANGUAGE,
                            HttpHeaders.ETAG)) {
                        String value = response.getHeaders().getFirst(name);
                        if (value != null) {
                            headers.set(name, value);
                        }
                    }
                    return new ResponseEntity<>(response.bodyTo(byte[].class), headers, response.getStatusCode());
                });
    }

    private RestClient.RequestHeadersSpec<?> question(String path, Map<String, ? extends @Nullable Object> parameters) {
        StringBuilder relative = new StringBuilder(path);
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                relative.append(relative.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
            }
        });
        return questions.get().uri(base -> URI.create(base.build() + relative.toString()));
    }

    /** When a record was made, as people read it in Asia/Shanghai; null: the reader does not see it, or there is none. */
    @Nullable
    String recordedAt(Reader reader, long position) {
        return get(reader, path("events"), Map.of("after", Math.max(0, position - 1), "limit", 1)).items().stream()
                .filter(event -> Answer.text(event, "position").equals(String.valueOf(position)))
                .map(event -> Viewpoint.second(Answer.text(event, "time")))
                .findFirst()
                .orElse(null);
    }

    /** The position the read side stands at now. */
    long head(Reader reader) {
        Long position =
                get(reader, path("divisions"), Map.of("limit", 1)).orRefuse().position();
        return position == null ? 0 : position;
    }

    /** A whole list, page after page of one snapshot. */
    List<Map<String, Object>> all(Reader reader, String path, Map<String, ? extends @Nullable Object> parameters) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(parameters);
        asked.put("limit", PAGE);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = get(reader, path, asked).orRefuse();
            all.addAll(answer.items());
            if (answer.text("next").isEmpty()) {
                break;
            }
            asked.put("cursor", answer.text("next"));
        }
        return all;
    }

    /** Sends a command; the key makes it safe to send twice. */
    Answer command(Reader reader, String name, String key, Map<String, ?> data) {
        return send(reader, "/v1/commands/{name}", name, key, data);
    }

    /** What would come of a command; nothing is recorded. */
    Answer judge(Reader reader, String name, String key, Map<String, ?> data) {
        return send(reader, "/v1/commands/{name}?dryRun=true", name, key, data);
    }

    private Answer send(Reader reader, String path, String name, String key, Map<String, ?> data) {
        return exchange(
                commands.post()
                        .uri(path, name)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(data),
                reader);
    }

    private static Answer exchange(RestClient.RequestHeadersSpec<?> request, Reader reader) {
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, reader.language())
                .exchange((sent, response) -> {
                    Object body = response.bodyTo(ANYTHING);
                    String position = response.getHeaders().getFirst(Snapshots.POSITION);
                    return new Answer(
                            response.getStatusCode().value(),
                            object(body),
                            position == null ? null : Long.valueOf(position));
                });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object body) {
        if (body instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        return body == null ? Map.of() : Map.of("items", body);
    }
}
