package org.minqing.query.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.pages.Api.Answer;
import org.minqing.query.pages.Api.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Three forms: link a household, record a donation, take a dispute one step on. Each carries its own idempotency key. */
@Controller
class FormsPage {
    /** Which steps may follow, by the status of the dispute. */
    static final Map<String, List<String>> STEPS = Map.of(
            "REGISTERED", List.of("AcceptMediation"),
            "ACCEPTED", List.of("HoldMediationSession", "ReachMediationAgreement", "RecordFailedMediation"),
            "AGREED", List.of("ResolveDispute:RECONCILED"),
            "FAILED", List.of("ResolveDispute:REFERRED", "ResolveDispute:WITHDRAWN"));

    private final Api api;

    FormsPage(Api api) {
        this.api = api;
    }

    @ModelAttribute("key")
    String key() {
        return UUID.randomUUID().toString();
    }

    @GetMapping("/forms/link")
    String link(@ModelAttribute Session session, @RequestParam String division, Model model) {
        model.addAttribute("linkPoints", list(session, "/v1/link-points", division));
        model.addAttribute("households", list(session, "/v1/households", division));
        model.addAttribute("cadres", cadres(session));
        model.addAttribute("division", division);
        return "forms :: link";
    }

    @GetMapping("/forms/donation")
    String donation(@ModelAttribute Session session, @RequestParam String division, Model model) {
        model.addAttribute("funds", list(session, "/v1/funds", division));
        model.addAttribute("cadres", cadres(session));
        model.addAttribute("division", division);
        return "forms :: donation";
    }

    @GetMapping("/forms/dispute")
    String dispute(@ModelAttribute Session session, @RequestParam String division, Model model) {
        model.addAttribute(
                "disputes",
                list(session, "/v1/disputes", division).stream()
                        .filter(d -> STEPS.containsKey(String.valueOf(d.get("status"))))
                        .toList());
        model.addAttribute("steps", STEPS);
        model.addAttribute("division", division);
        return "forms :: dispute";
    }

    private List<Map<String, Object>> cadres(Session session) {
        return api.get(session, "/v1/cadres", Map.of("limit", 1000)).items();
    }

    private List<Map<String, Object>> list(Session session, String path, String division) {
        return api.get(session, path, Map.of("division", division, "limit", 1000))
                .items();
    }

    @PostMapping("/forms/link")
    String link(
            @ModelAttribute Session session,
            @RequestParam String key,
            @RequestParam String division,
            @RequestParam String linkPointId,
            @RequestParam String cadreId,
            @RequestParam String householdId,
            @RequestParam(required = false) @Nullable String occurredOn,
            Model model) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("linkPointId", linkPointId);
        data.put("cadreId", cadreId);
        data.put("householdId", householdId);
        put(data, "occurredOn", occurredOn);
        return outcome(api.command(session, "AssignCadreToHousehold", key, data), division, model);
    }

    @PostMapping("/forms/donation")
    String donation(
            @ModelAttribute Session session,
            @RequestParam String key,
            @RequestParam String division,
            @RequestParam String fundId,
            @RequestParam String donorKind,
            @RequestParam(required = false) @Nullable String cadreId,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam String amount,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String occurredOn,
            Model model) {
        Map<String, Object> donor = new LinkedHashMap<>();
        donor.put("kind", donorKind);
        if (donorKind.equals("CADRE")) {
            put(donor, "id", cadreId);
        } else {
            put(donor, "name", name);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("fundId", fundId);
        data.put("donor", donor);
        data.put("money", Map.of("amount", amount.strip(), "enteredUnit", unit));
        put(data, "occurredOn", occurredOn);
        return outcome(api.command(session, "RecordDonation", key, data), division, model);
    }

    @PostMapping("/forms/dispute")
    String dispute(
            @ModelAttribute Session session,
            @RequestParam String key,
            @RequestParam String division,
            @RequestParam String disputeId,
            @RequestParam String step,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String occurredOn,
            Model model) {
        String command = step.contains(":") ? step.substring(0, step.indexOf(':')) : step;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("disputeId", disputeId);
        switch (command) {
            case "HoldMediationSession" -> put(data, "summary", text);
            case "ReachMediationAgreement" -> put(data, "terms", text);
            case "RecordFailedMediation" -> put(data, "reason", text);
            case "ResolveDispute" -> data.put("outcome", step.substring(step.indexOf(':') + 1));
            default -> command = "AcceptMediation";
        }
        put(data, "occurredOn", occurredOn);
        return outcome(api.command(session, command, key, data), division, model);
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            data.put(name, value.strip());
        }
    }

    /** What came of it: where it stands in the log, or what to do next. The board follows by itself. */
    private static String outcome(Answer answer, String division, Model model) {
        model.addAttribute("answer", answer.body());
        model.addAttribute("division", division);
        if (!answer.good()) {
            return "forms :: refused";
        }
        return "forms :: recorded";
    }
}
