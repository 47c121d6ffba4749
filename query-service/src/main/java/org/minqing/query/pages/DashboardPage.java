package org.minqing.query.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.pages.Api.Answer;
import org.minqing.query.pages.Api.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A division's dashboard on a day as known on a day, and the way from each figure down to its events. */
@Controller
class DashboardPage {
    private static final int EVIDENCE = 200;

    private final Api api;
    private final JsonMapper json;

    DashboardPage(Api api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    @GetMapping("/")
    String dashboard(
            @ModelAttribute Session session,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Answer divisions = api.get(session, "/v1/divisions", Map.of("limit", 1000));
        String place = division == null || division.isBlank() ? widest(divisions.items()) : division;
        Viewpoint view = new Viewpoint(place, asOf, knownAt, after);
        model.addAttribute("view", view);
        model.addAttribute("divisions", divisions.items());
        if (place == null) {
            model.addAttribute(divisions.good() ? "nothing" : "problem", divisions.body());
            return "dashboard";
        }
        Answer board = api.get(session, "/v1/dashboards/" + place, view.with());
        if (!board.good()) {
            model.addAttribute("problem", board.body());
            return "dashboard";
        }
        model.addAttribute("board", board.body());
        List<Map<String, Object>> measures = board.list("measures");
        model.addAttribute(
                "shown", measures.stream().filter(DashboardPage::told).toList());
        model.addAttribute("empty", measures.stream().filter(m -> !told(m)).toList());
        model.addAttribute("visits", visits(session, view));
        List<Map<String, Object>> funds = api.get(session, "/v1/funds", view.with("division", place, "limit", "1000"))
                .items();
        model.addAttribute("funds", funds);
        model.addAttribute("money", money(funds));
        return "dashboard";
    }

    private static @Nullable String widest(List<Map<String, Object>> divisions) {
        return divisions.stream()
                .map(d -> String.valueOf(d.get("divisionId")))
                .min((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                .orElse(null);
    }

    private static boolean told(Map<String, Object> measure) {
        Object value = measure.get("value");
        return value != null && !(value instanceof Number number && number.doubleValue() == 0);
    }

    /** Household-visits by month, from the first month with any to the last. */
    private String visits(Session session, Viewpoint view) {
        Answer answer = api.get(
                session, "/v1/figures", view.with("measure", "M20b", "division", view.division(), "groupBy", "month"));
        List<Map<String, Object>> months = new ArrayList<>(answer.list("groups"));
        while (!months.isEmpty() && !told(months.getFirst())) {
            months.removeFirst();
        }
        while (!months.isEmpty() && !told(months.getLast())) {
            months.removeLast();
        }
        return json.writeValueAsString(Map.of(
                "x", months.stream().map(m -> m.get("key")).toList(),
                "series",
                        List.of(Map.of(
                                "values",
                                months.stream().map(m -> m.get("value")).toList()))));
    }

    private String money(List<Map<String, Object>> funds) {
        return json.writeValueAsString(Map.of(
                "x", funds.stream().map(f -> f.get("earmark")).toList(),
                "series",
                        List.of("received", "inKind", "allocated", "paid").stream()
                                .map(field -> Map.of(
                                        "name",
                                        field,
                                        "values",
                                        funds.stream()
                                                .map(f -> new BigDecimal(String.valueOf(f.get(field))))
                                                .toList()))
                                .toList()));
    }

    /** The facts behind a figure. */
    @GetMapping("/evidence")
    String evidence(
            @ModelAttribute Session session,
            @RequestParam String measure,
            @RequestParam String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Viewpoint view = new Viewpoint(division, asOf, knownAt, null);
        Answer answer = api.get(
                session,
                "/v1/figures/evidence",
                view.with("measure", measure, "division", division, "limit", EVIDENCE + "", "cursor", cursor));
        model.addAttribute("view", view);
        model.addAttribute(answer.good() ? "evidence" : "problem", answer.body());
        return "evidence";
    }

    /** One event as it stands in the log: personal data as ciphertext. */
    @GetMapping("/events/{position}")
    String event(@ModelAttribute Session session, @PathVariable long position, Model model) {
        Answer answer = api.get(session, "/v1/events", Map.of("after", position - 1, "limit", 1));
        model.addAttribute("position", position);
        if (answer.good()) {
            model.addAttribute("event", json.writerWithDefaultPrettyPrinter().writeValueAsString(events(answer)));
        } else {
            model.addAttribute("problem", answer.body());
        }
        return "event";
    }

    private static Object events(Answer answer) {
        return answer.items().isEmpty() ? answer.body() : answer.items().getFirst();
    }
}
