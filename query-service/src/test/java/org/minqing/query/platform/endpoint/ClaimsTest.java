package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.AccessPolicy;
import org.minqing.access.Deed;
import org.minqing.query.QueryServer;

/** Every question, asked with claims that are missing, blank, malformed, of another type, or name what the ledger does not know. */
class ClaimsTest {
    private static final String NOBODY = "6f0d7c1e-0000-4000-8000-000000000000";

    private final County county = new County();

    private Stream<String> questions() {
        Stream<String> entities = county.server.views().all().stream()
                .flatMap(view -> view.entities().stream())
                .flatMap(entity -> Stream.ofNullable(entity.path()))
                .flatMap(path -> Stream.of(
                        "/v1/" + path,
                        "/v1/" + path + "/" + NOBODY,
                        "/v1/" + path + "/" + NOBODY + "/timeline",
                        "/v1/" + path + "/" + NOBODY + "#reveal"));
        return Stream.concat(
                entities,
                Stream.of(
                        "/v1/tasks?mine",
                        "/v1/measures",
                        "/v1/dashboards/" + county.village,
                        "/v1/figures?measure=M20",
                        "/v1/figures/evidence?measure=M20",
                        "/v1/audit",
                        "/v1/events",
                        "/v1/events/stream",
                        "/v1/samples/frame",
                        "/v1/data-quality",
                        "/v1/data-quality/rules",
                        "/v1/reports/annual?year=2012&organisation=" + county.organisation,
                        "/v1/reports/half-year?year=2012&half=1&organisation=" + county.organisation,
                        "/v1/coverage/" + NOBODY,
                        "/v1/periods/" + NOBODY + "/assessment",
                        "/v1/periods/" + NOBODY + "/figures",
                        "/v1/attachments/" + NOBODY + "/content#reveal"));
    }

    private Map<String, String> broken() {
        Map<String, String> tokens = new LinkedHashMap<>();
        String here = county.county;
        tokens.put("no division", token("office", null, Map.of()));
        tokens.put("blank division", token("office", " ", Map.of()));
        tokens.put("unknown division", token("office", "9999", Map.of()));
        tokens.put("malformed division", token("office", "5", Map.of()));
        tokens.put("wildcard", token("office", "53%", Map.of()));
        tokens.put("division of another type", token("office", null, Map.of("division", List.of(here))));
        tokens.put("division as a number", token("office", null, Map.of("division", Long.valueOf(here))));
        tokens.put("blank organisation", token("office", here, Map.of("organisation", "")));
        tokens.put("malformed organisation", token("office", here, Map.of("organisation", "x")));
        tokens.put("unknown organisation", token("office", here, Map.of("organisation", NOBODY)));
        tokens.put("cadre that names none", token("cadre", here, Map.of()));
        tokens.put("cadre that names a blank one", token("cadre", here, Map.of("cadre_id", " ")));
        tokens.put("unknown cadre", token("cadre", here, Map.of("cadre_id", NOBODY)));
        tokens.put("roles of another type", token("office", here, Map.of("roles", "office")));
        tokens.put("unknown role", token("king", here, Map.of()));
        tokens.put("no role", token("office", here, Map.of("roles", List.of())));
        tokens.put("administrator", token("administrator", here, Map.of()));
        return tokens;
    }

    private static String token(String role, @Nullable String division, Map<String, Object> claims) {
        return QueryServer.token(role, division, claims);
    }

    @Test
    void broken_claims_see_nothing() {
        county.server.get(county.office(), "/v1/measures?after=" + county.server.head(), "en");
        List<String> leaks = new ArrayList<>();
        broken().forEach((name, token) -> questions().forEach(question -> {
            Map<String, String> revealing =
                    question.endsWith("#reveal") ? Map.of("Minqing-Reveal", "identity") : Map.of();
            int status = county.server
                    .get(token, question.replace("#reveal", ""), "en", revealing)
                    .status();
            if (status != 403) {
                leaks.add(status + " " + question + " with " + name);
            }
        }));
        assertThat(leaks).isEmpty();
    }

    @Test
    void whole_claims_see_what_the_policy_says() {
        county.server.get(county.office(), "/v1/measures?after=" + county.server.head(), "en");
        List<String> wrong = new ArrayList<>();
        for (String role : AccessPolicy.inForce().roles()) {
            String token = token(role, county.county, Map.of("cadre_id", county.cadre.toString()));
            for (String question :
                    List.of("/v1/households", "/v1/tasks", "/v1/measures", "/v1/audit", "/v1/events", "/v1/figures")) {
                boolean may = AccessPolicy.inForce()
                        .reach(role, Deed.QUESTION, question)
                        .isPresent();
                int status = county.server
                        .get(token, question + (question.endsWith("figures") ? "?measure=M20" : ""), "en")
                        .status();
                if (status != (may ? 200 : 403)) {
                    wrong.add(status + " " + question + " by " + role);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void readings_are_narrowed_by_whose_the_subject_is_and_not_by_who_read() {
        county.server.get(county.office(), "/v1/measures?after=" + county.server.head(), "en");
        String narrowed = token("office", county.county, Map.of("organisation", county.organisation.toString()));
        county.server.get(county.office(), "/v1/cadres/" + county.cadre, "en", Map.of("Minqing-Reveal", "identity"));
        String audit = "/v1/audit?subject=" + UUID.fromString(county.cadre.toString());
        assertThat(county.server.get(narrowed, audit, "en").body()).contains("\"READING\"");
        QueryServer.Answer elsewhere = county.server.get(QueryServer.office(new County().county), audit, "en");
        assertThat(elsewhere.body()).doesNotContain("\"READING\"");
    }
}
