package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.log.LogClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The way from a figure down: the facts it counts, the event behind each, the story of what the event is about. */
@Controller
class EvidencePages {
    private static final int PAGE = 50;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(LogClock.ZONE);
    /** What has a story of its own, by its type. */
    private static final Map<String, String> STORIES = Map.of(
            "Household", "households",
            "Cadre", "cadres",
            "LinkPoint", "link-points",
            "Fund", "funds",
            "Dispute", "disputes",
            "Visit", "visits",
            "Organisation", "organisations",
            "Programme", "programmes",
            "Division", "divisions");

    private final Api api;
    private final JsonMapper json;

    EvidencePages(Api api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    /** The facts behind a figure, each as the sentence of its event. */
    @GetMapping("/evidence")
    String evidence(
            @ModelAttribute(binding = false) Reader reader,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Viewpoint view = new Viewpoint(division, asOf, knownAt, null);
        Answer found = api.get(
                        reader,
                        Api.path("figures", "evidence"),
                        view.with(
                                "measure",
                                measure,
                                "division",
                                division,
                                "from",
                                from,
                                "to",
                                to,
                                "organisation",
                                organisation,
                                "programme",
                                programme,
                                "kind",
                                kind,
                                "limit",
                                String.valueOf(PAGE),
                                "cursor",
                                cursor))
                .orRefuse();
        Map<String, String> sentences = sentences(reader, view, found.items());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> item : found.items()) {
            Map<String, Object> row = new LinkedHashMap<>(item);
            row.put("sentence", sentences.getOrDefault(Answer.text(item, "position"), Answer.text(item, "type")));
            rows.add(row);
        }
        model.addAttribute("view", view);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("organisation", organisation);
        model.addAttribute("programme", programme);
        model.addAttribute("kind", kind);
        model.addAttribute("cursor", cursor);
        model.addAttribute("evidence", found.with("items", rows).body());
        return "evidence";
    }

    private Map<String, String> sentences(Reader reader, Viewpoint view, List<Map<String, Object>> items) {
        String positions =
                items.stream().map(i -> Answer.text(i, "position")).distinct().collect(Collectors.joining(","));
        if (positions.isEmpty()) {
            return Map.of();
        }
        return api
                .get(reader, Api.path("audit"), view.with("position", positions, "limit", String.valueOf(PAGE)))
                .orRefuse()
                .items()
                .stream()
                .collect(Collectors.toMap(
                        e -> Answer.text(e, "position"), e -> Answer.text(e, "sentence"), (a, b) -> a));
    }

    /** One event: what happened, who entered it, what it is about; and as it stands in the log, personal data as ciphertext. */
    @GetMapping("/events/{position}")
    String event(
            @ModelAttribute(binding = false) Reader reader,
            @PathVariable String position,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response,
            Model model) {
        Viewpoint view = new Viewpoint(division, asOf, knownAt, null);
        model.addAttribute("position", position);
        model.addAttribute(
                "back",
                measure == null ? view.home() : view.link("/evidence", "measure", measure, "from", from, "to", to));
        List<Map<String, Object>> told = api.get(reader, Api.path("audit"), Map.of("position", position))
                .orRefuse()
                .items();
        if (told.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "event";
        }
        Map<String, Object> event = told.getFirst();
        model.addAttribute("told", event);
        model.addAttribute("subjects", subjects(event));
        model.addAttribute("recordedAt", MINUTE.format(Instant.parse(Answer.text(event, "recordedAt"))));
        Answer stored = api.get(reader, Api.path("events"), Map.of("after", Long.parseLong(position) - 1, "limit", 1))
                .orRefuse();
        stored.items().stream()
                .filter(e -> Answer.text(e, "position").equals(position))
                .findFirst()
                .ifPresent(e -> model.addAttribute(
                        "event", json.writerWithDefaultPrettyPrinter().writeValueAsString(e)));
        return "event";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> subjects(Map<String, Object> event) {
        List<Map<String, String>> subjects = new ArrayList<>();
        for (Object subject : event.get("subjects") instanceof List<?> list ? list : List.of()) {
            Map<String, Object> each = (Map<String, Object>) subject;
            String path = STORIES.get(Answer.text(each, "type"));
            if (path != null) {
                subjects.add(Map.of("type", Answer.text(each, "type"), "path", path, "id", Answer.text(each, "id")));
            }
        }
        return subjects;
    }

    /** Everything that happened to one thing, in the world's order. */
    @GetMapping("/stories/{kind}/{id}")
    String story(
            @ModelAttribute(binding = false) Reader reader,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Viewpoint view = new Viewpoint(division, asOf, knownAt, null);
        Answer timeline = api.get(
                        reader,
                        Api.path(kind, id, "timeline"),
                        view.with("limit", String.valueOf(PAGE), "cursor", cursor))
                .orRefuse();
        Answer item = api.get(reader, Api.path(kind, id), view.with());
        model.addAttribute("view", view);
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("name", item.good() ? Labels.self(item.body()) : "");
        model.addAttribute("timeline", timeline.body());
        return "story";
    }
}
