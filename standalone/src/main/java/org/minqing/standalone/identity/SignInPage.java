package org.minqing.standalone.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.account.Accounts;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in form, the way back to the pages, and a sign of life. */
@Controller
class SignInPage {
    private final String pages;
    private final Accounts accounts;

    SignInPage(IdentityProperties properties, Accounts accounts) {
        this.accounts = accounts;
        this.pages = properties.pagesAt().getFirst() + "/";
    }

    @GetMapping("/sign-in")
    String form(
            Model model,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String away,
            @RequestParam(defaultValue = "0") long wait) {
        model.addAttribute("missing", code != null);
        model.addAttribute("codes", code != null || away == null && accounts.anyCodes());
        model.addAttribute("away", away != null);
        model.addAttribute("refused", error != null);
        model.addAttribute("wait", wait);
        return "sign-in";
    }

    @GetMapping("/")
    String toPages() {
        return "redirect:" + pages;
    }

    @GetMapping(path = "/actuator/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> health() {
        // answers only where the accounts do
        accounts.province();
        return Map.of("status", "UP");
    }
}
