package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Links a cadre to a household: whom a link point has, and what is still free. */
@Controller
class LinkForm {
    private final Api api;
    private final Cadres cadres;
    private final Outcomes outcomes;

    LinkForm(Api api, Cadres cadres, Outcomes outcomes) {
        this.api = api;
        this.cadres = cadres;
        this.outcomes = outcomes;
    }

    @GetMapping("/forms/link")
    String form(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String linkPointId,
            Model model) {
        if (view.past()) {
            return Outcomes.PAST;
        }
        model.addAttribute("key", UUID.randomUUID().toString());
        var here = view.with("division", view.division());
        List<Map<String, Object>> points = api.all(reader, Api.path("link-points"), here);
        model.addAttribute("linkPoints", points);
        points.stream()
                .filter(p -> linkPointId == null || Answer.text(p, "id").equals(linkPointId))
                .findFirst()
                .ifPresent(p -> choices(reader, p, model));
        return "forms :: link";
    }

    private void choices(Reader reader, Map<String, Object> point, Model model) {
        model.addAttribute("linkPoint", Answer.text(point, "id"));
        Map<String, Object> there = Map.of("village", Answer.text(point, "villageId"));
        Map<String, String> linked = new HashMap<>();
        Map<String, Integer> has = new HashMap<>();
        for (Map<String, Object> link : api.all(
                reader, Api.path("links"), Map.of("village", Answer.text(point, "villageId"), "status", "ACTIVE"))) {
            linked.put(Answer.text(link, "householdId"), Answer.text(link, "cadreName"));
            has.merge(Answer.text(link, "cadreId"), 1, Integer::sum);
        }
        List<Choice> free = new ArrayList<>();
        List<Choice> taken = new ArrayList<>();
        for (Map<String, Object> household : api.all(reader, Api.path("households"), there)) {
            String id = Answer.text(household, "id");
            String cadre = linked.get(id);
            String label = Answer.text(household, "householdName");
            if (cadre == null) {
                free.add(new Choice(id, label));
            } else {
                taken.add(new Choice(id, label + " ← " + cadre));
            }
        }
        free.sort(Comparator.comparing(Choice::text));
        taken.sort(Comparator.comparing(Choice::text));
        model.addAttribute("free", Choice.toldApart(free));
        model.addAttribute("taken", Choice.toldApart(taken));
        model.addAttribute("enrolled", enrolled(reader, there, has));
    }

    private List<Choice> enrolled(Reader reader, Map<String, Object> there, Map<String, Integer> has) {
        List<Choice> enrolled = new ArrayList<>();
        for (Map<String, Object> enrolment : api.all(reader, Api.path("enrolments"), there)) {
            if (Answer.text(enrolment, "status").equals("ENROLLED")) {
                String cadre = Answer.text(enrolment, "cadreId");
                String quota = Answer.text(enrolment, "quota");
                enrolled.add(new Choice(
                        cadre,
                        Answer.text(enrolment, "cadreName") + " · " + cadres.rank(Answer.text(enrolment, "rankCode"))
                                + " · " + has.getOrDefault(cadre, 0) + (quota.isEmpty() ? "" : "/" + quota)));
            }
        }
        return Choice.toldApart(enrolled);
    }

    @PostMapping("/forms/link")
    String send(
            @ModelAttribute(binding = false) Reader reader,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String linkPointId,
            @RequestParam(required = false) @Nullable String cadreId,
            @RequestParam(required = false) @Nullable String householdId,
            @RequestParam(required = false) @Nullable String occurredOn,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> data = new LinkedHashMap<>();
        Outcomes.put(data, "linkPointId", linkPointId);
        Outcomes.put(data, "cadreId", cadreId);
        Outcomes.put(data, "householdId", householdId);
        Outcomes.put(data, "occurredOn", occurredOn);
        var entered = new Outcomes.Entered("link", view, key, "AssignCadreToHousehold", data, Map.of(), List.of());
        return outcomes.of(reader, entered, response, model);
    }
}
