package org.minqing.query.platform.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.edge.Problem;
import org.minqing.edge.Wording;

/** The words of a refusal are {@code query.problem.<code>}; entities not found, a kind of its own for each, share theirs. */
final class RefusalWording implements Wording {
    private static final String PROBLEM = "query.problem.";
    private static final String NOT_FOUND = "-not-found";

    /** What is found by other things than UUIDs. */
    private static final Set<String> CODED = Set.of("division-not-found", "rule-not-found");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public String code(int status) {
        return switch (status) {
            case 401, 404, 405, 406 -> Problem.code(status);
            case 403 -> "out-of-scope";
            default -> status < 500 ? "bad-request" : "internal";
        };
    }

    @Override
    public List<String> titles(Problem problem) {
        int status = problem.status();
        return List.of(PROBLEM + problem.code() + ".title", PROBLEM + status, PROBLEM + (status < 500 ? 400 : 500));
    }

    @Override
    public List<String> details(Problem problem, HttpServletRequest request) {
        return List.of(PROBLEM + (problem.code().endsWith(NOT_FOUND) ? notFound(problem, request) : problem.code()));
    }

    @Override
    public List<String> errors(String code) {
        return List.of(PROBLEM + code);
    }

    /** Another day or position is to be looked at only if one was asked for; an id that is none is told at once. */
    private static String notFound(Problem problem, HttpServletRequest request) {
        String query = String.valueOf(request.getQueryString());
        String id = String.valueOf(problem.arguments().getFirst());
        if (!CODED.contains(problem.code()) && !UUID_FORM.matcher(id).matches()) {
            return "entity-not-found.id";
        }
        return query.contains("asOf=") || query.contains("knownAt=") ? "entity-not-found" : "entity-not-found.now";
    }
}
