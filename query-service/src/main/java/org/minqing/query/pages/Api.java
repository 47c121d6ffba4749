package org.minqing.query.pages;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages ask and command as everybody does: over the REST interface, with the token of whoever is signed in. A page can show
 * nothing and do nothing that its reader could not.
 */
@Component
class Api {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final RestClient questions;
    private final RestClient commands;

    Api(
            @Value("${minqing.pages.query-url}") String queryUrl,
            @Value("${minqing.pages.command-url}") String commandUrl) {
        this.questions = RestClient.create(queryUrl);
        this.commands = RestClient.create(commandUrl);
    }

    /**
     * An answer.
     *
     * @param body JSON; a problem (RFC 9457) where the status is not 2xx
     */
    record Answer(int status, Map<String, Object> body) {
        boolean good() {
            return status >= 200 && status < 300;
        }

        List<Map<String, Object>> items() {
            return list("items");
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list(String field) {
            return body.get(field) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
        }
    }

    /** Parameters that are null or blank are left out. */
    Answer get(Session session, String path, Map<String, ? extends @Nullable Object> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        Map<String, Object> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, "{" + name + "}");
                given.put(name, value);
            }
        });
        String relative = uri.encode().buildAndExpand(given).toUriString();
        return exchange(questions.get().uri(base -> URI.create(base.build() + relative)), session);
    }

    /** Sends a command; the key makes it safe to send twice. */
    Answer command(Session session, String name, String key, Map<String, ?> data) {
        return exchange(
                commands.post()
                        .uri("/v1/commands/{name}", name)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(data),
                session);
    }

    private static Answer exchange(RestClient.RequestHeadersSpec<?> request, Session session) {
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + session.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, session.language())
                .exchange((sent, response) -> {
                    HttpStatusCode status = response.getStatusCode();
                    Map<String, Object> body = response.bodyTo(OBJECT);
                    return new Answer(status.value(), body == null ? Map.of() : body);
                });
    }

    /**
     * Who is signed in, and in which language.
     *
     * @param token for the REST interface
     */
    record Session(String token, String language) {}
}
