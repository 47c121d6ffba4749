package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a dispute one step on; only steps that may follow are offered. */
@Controller
class DisputeForm {
    /** A step is chosen with what it comes out as. */
    private static final Map<String, String> INPUTS =
            Map.of("/outcome", "step", "/performance", "step", "/decision", "step");

    private final Api api;
    private final Outcomes outcomes;

    DisputeForm(Api api, Outcomes outcomes) {
        this.api = api;
        this.outcomes = outcomes;
    }

    @GetMapping("/forms/dispute")
    String form(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String disputeId,
            Model model) {
        if (view.past()) {
            return Outcomes.PAST;
        }
        var here = view.with("division", view.division());
        List<Map<String, Object>> all =
                api.all(reader, Api.path("disputes"), here).reversed();
        List<Map<String, Object>> open = all.stream().filter(d -> !done(d)).toList();
        List<Map<String, Object>> done = all.stream().filter(DisputeForm::done).toList();
        Map<String, Object> chosen = all.stream()
                .filter(d -> Answer.text(d, "id").equals(disputeId))
                .findFirst()
                .orElse(open.isEmpty() ? done.isEmpty() ? Map.of() : done.getFirst() : open.getFirst());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("open", open);
        model.addAttribute("done", done);
        model.addAttribute("chosen", chosen);
        model.addAttribute("steps", DisputeStep.after(chosen));
        return "forms :: dispute";
    }

    private static boolean done(Map<String, Object> dispute) {
        return Answer.text(dispute, "status").equals("RESOLVED");
    }

    @PostMapping("/forms/dispute")
    String send(
            @ModelAttribute(binding = false) Reader reader,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(defaultValue = "") String disputeId,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Map<String, String> entered,
            HttpServletResponse response,
            Model model) {
        String[] parts = step.split(":", 3);
        Map<String, Object> data = new LinkedHashMap<>();
        Outcomes.put(data, "disputeId", disputeId);
        if (parts.length == 3) {
            data.put(parts[1], parts[2]);
        }
        for (String field : List.of("summary", "terms", "reason", "court", "findings", "note", "documentNo")) {
            Outcomes.put(data, field, entered.get(field));
        }
        if (parts[0].equals("ReachMediationAgreement")) {
            data.put("oral", "true".equals(entered.get("oral")));
            Outcomes.put(data, "effectiveOn", entered.get("effectiveOn"));
        }
        Outcomes.put(data, "occurredOn", entered.get("occurredOn"));
        String command = Objects.requireNonNullElse(Viewpoint.given(parts[0]), "AcceptMediation");
        return outcomes.of(
                reader, new Outcomes.Entered("dispute", view, key, command, data, INPUTS, List.of()), response, model);
    }
}
