package org.minqing.command.platform.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;

/** What a request says in its address, read as strictly as its body: nothing unknown, nothing twice, nothing empty. */
public final class QueryString {
    static final String DRY_RUN = "dryRun";

    private final Map<String, String> parameters;

    private QueryString(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** 400 {@code unknown-parameter}, {@code malformed-parameter} or {@code malformed-query}. */
    public static QueryString of(HttpServletRequest request, Set<String> known) {
        Map<String, String> parameters = new HashMap<>();
        all(request).forEach((name, values) -> {
            if (!known.contains(name)) {
                throw known.isEmpty()
                        ? refused(name, "unknown-parameter", name)
                        : refused(name, "unknown-parameter-of", name, String.join(", ", new TreeSet<>(known)));
            }
            if (values.length != 1) {
                throw refused(name, "parameter-repeated", name);
            }
            if (values[0].isBlank()) {
                throw refused(name, "parameter-empty", name);
            }
            parameters.put(name, values[0].strip());
        });
        return new QueryString(parameters);
    }

    private static Map<String, String[]> all(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            // so the Servlet specification (6.1) says of a query string that cannot be read
            throw new Refusal(400, "malformed-query", List.of(), List.of());
        }
    }

    private static Refusal refused(String name, String why, Object... arguments) {
        String code = why.startsWith("unknown-parameter") ? "unknown-parameter" : "malformed-parameter";
        return new Refusal(400, code, List.of(name), List.of(new FieldError("?" + name, why, List.of(arguments))));
    }

    /** What a parameter says, if it is there. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether a parameter says {@code true}; left out, it is as good as {@code false}. */
    public boolean truth(String name) {
        String value = parameters.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw refused(name, "parameter-no-truth", name);
        }
        return value.equals("true");
    }
}
