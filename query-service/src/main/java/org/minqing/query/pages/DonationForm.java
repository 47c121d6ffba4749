package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
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

/** Records a donation of money to a fund. */
@Controller
class DonationForm {
    private final Api api;
    private final Cadres cadres;
    private final Outcomes outcomes;

    DonationForm(Api api, Cadres cadres, Outcomes outcomes) {
        this.api = api;
        this.cadres = cadres;
        this.outcomes = outcomes;
    }

    @GetMapping("/forms/donation")
    String form(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            Model model) {
        if (view.past()) {
            return Outcomes.PAST;
        }
        var here = view.with("division", view.division());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("funds", api.all(reader, Api.path("funds"), here));
        model.addAttribute("cadres", cadres.inService(reader));
        model.addAttribute("organisations", api.all(reader, Api.path("organisations"), Map.of()));
        return "forms :: donation";
    }

    @PostMapping("/forms/donation")
    String send(
            @ModelAttribute(binding = false) Reader reader,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String fundId,
            @RequestParam(required = false) @Nullable String donorKind,
            @RequestParam(required = false) @Nullable String cadreId,
            @RequestParam(required = false) @Nullable String organisationId,
            @RequestParam(required = false) @Nullable String organisationName,
            @RequestParam(required = false) @Nullable String personName,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "元") String unit,
            @RequestParam(required = false) @Nullable String occurredOn,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> donor = new LinkedHashMap<>();
        Outcomes.put(donor, "kind", donorKind);
        if ("CADRE".equals(donorKind)) {
            Outcomes.put(donor, "id", cadreId);
        } else if ("ORGANISATION".equals(donorKind)) {
            Outcomes.put(donor, "id", organisationId);
            Outcomes.put(donor, "name", organisationName);
        } else {
            Outcomes.put(donor, "name", personName);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        Outcomes.put(data, "fundId", fundId);
        data.put("donor", donor);
        if (!amount.isBlank()) {
            data.put("money", Map.of("amount", number(amount), "enteredUnit", unit));
        }
        Outcomes.put(data, "occurredOn", occurredOn);
        var entered = new Outcomes.Entered(
                "donation",
                view,
                key,
                "RecordDonation",
                data,
                inputs(donorKind, Viewpoint.given(organisationId)),
                missing(donorKind, donor));
        return outcomes.of(reader, entered, response, model);
    }

    /** That nobody is named is seen by the command last of all. */
    private static List<String> missing(@Nullable String donorKind, Map<String, Object> donor) {
        if (donorKind == null || donor.containsKey("id") || donor.containsKey("name")) {
            return List.of();
        }
        return List.of(donorKind.equals("CADRE") ? "/donor/id" : "/donor/name");
    }

    /** Whose donor is an organisation that is not listed types its name. */
    private static Map<String, String> inputs(@Nullable String donorKind, @Nullable String listed) {
        boolean organisation = "ORGANISATION".equals(donorKind);
        String chosen = listed == null ? "organisationName" : "organisationId";
        return Map.of(
                "/donor", "donorKind",
                "/donor/kind", "donorKind",
                "/donor/id", organisation ? chosen : "cadreId",
                "/donor/name", organisation ? "organisationName" : "personName",
                "/money", "amount",
                "/money/amount", "amount",
                "/money/enteredUnit", "unit");
    }

    /** As people write it: with commas, or in the wide digits of a Chinese keyboard. */
    private static String number(String amount) {
        return Normalizer.normalize(amount, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
    }
}
