package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
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
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @ModelAttribute(name = "trail", binding = false) Trail trail,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Answer found = api.get(
                        reader,
                        Api.path("figures", "evidence"),
                        view.with(
                                "measure",
                                trail.measure(),
                                "division",
                                view.division(),
                                "from",
                                trail.from(),
                                "to",
                                trail.to(),
                                "organisation",
                                trail.organisation(),
                                "programme",
                                trail.programme(),
                                "kind",
                                trail.kind(),
                                "limit",
                                String.valueOf(PAGE),
                                "cursor",
                                cursor))
                .orRefuse();
        Map<String, Map<String, Object>> events = events(reader, view, found.items());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> item : found.items()) {
            Map<String, Object> row = new LinkedHashMap<>(item);
            Map<String, Object> event = events.getOrDefault(Answer.text(item, "position"), Map.of());
            row.put("sentence", event.get("sentence"));
            row.put("recordedOn", event.isEmpty() ? null : day(event));
            rows.add(row);
        }
        model.addAttribute("current", current(reader, view));
        model.addAttribute("cursor", cursor);
        model.addAttribute("evidence", found.with("items", rows).body());
        return "evidence";
    }

    /** Whether nothing was recorded since the position that holds the figure and its evidence together. */
    private boolean current(Reader reader, Viewpoint view) {
        return view.now()
                && !view.knownPosition().isEmpty()
                && Long.parseLong(view.knownPosition()) >= api.head(reader);
    }

    private static String day(Map<String, Object> event) {
        return LocalDate.ofInstant(Instant.parse(Answer.text(event, "recordedAt")), LogClock.ZONE)
                .toString();
    }

    /** What is told of them, by position. */
    private Map<String, Map<String, Object>> events(Reader reader, Viewpoint view, List<Map<String, Object>> items) {
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
                .collect(Collectors.toMap(e -> Answer.text(e, "position"), e -> e, (a, b) -> a));
    }

    /**
     * One event: what happened, who entered it, what it is about, as known then; and as it stands in the log, personal data as
     * ciphertext.
     */
    @GetMapping("/events/{position}")
    String event(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @ModelAttribute(name = "trail", binding = false) Trail trail,
            @PathVariable String position,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("position", position);
        model.addAttribute("back", trail.back(view));
        List<Map<String, Object>> told = api.get(reader, Api.path("audit"), view.with("position", position))
                .orRefuse()
                .items();
        model.addAttribute("current", current(reader, view));
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
    private static List<Map<String, Object>> subjects(Map<String, Object> event) {
        return (event.get("subjects") instanceof List<?> list ? list : List.of())
                .stream()
                        .map(subject -> (Map<String, Object>) subject)
                        .filter(subject -> subject.containsKey("path"))
                        .toList();
    }

    /** Everything that happened to one thing, in the world's order, up to the day and as known then. */
    @GetMapping("/stories/{kind}/{id}")
    String story(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @ModelAttribute(name = "trail", binding = false) Trail trail,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Answer timeline = api.get(
                        reader,
                        Api.path(kind, id, "timeline"),
                        view.with("limit", String.valueOf(PAGE), "cursor", cursor))
                .orRefuse();
        Answer item = api.get(reader, Api.path(kind, id), view.with());
        model.addAttribute("current", current(reader, view));
        model.addAttribute("back", trail.back(view));
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("name", item.good() ? Labels.self(item.body()) : "");
        model.addAttribute("timeline", timeline.body());
        return "story";
    }
}
