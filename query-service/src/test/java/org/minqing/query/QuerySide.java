package org.minqing.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer.Answer;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.view.Views;

/**
 * Where a test puts its events and asks its questions: {@link QueryServer}, which is query-service on its database, or
 * {@link MemoryServer}, which folds by the same views and answers by the same controllers in memory.
 */
public interface QuerySide {
    /** Appends one event, recorded at noon of the day in Shanghai. */
    Appended on(String day, String stream, DomainEvent event);

    /** Seals a text under a subject, as the command side would. */
    Sealed seal(String subject, String clear);

    /** The log's last position. */
    long head();

    default Answer get(@Nullable String token, String path, String language) {
        return get(token, path, language, Map.of());
    }

    Answer get(@Nullable String token, String path, String language, Map<String, String> headers);

    Views views();

    Catalogue catalogue();

    RegisterReader register();

    /** Asks at the log's head, in English; what is called as a header of this house goes as one, percent-encoded. */
    default Answer ask(String token, String path, String... parameters) {
        StringBuilder query = new StringBuilder("?after=").append(head());
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i].startsWith("Minqing-")) {
                headers.put(parameters[i], URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
                continue;
            }
            query.append('&').append(parameters[i]).append('=');
            query.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return get(token, path + query, "en", headers);
    }
}
