package org.minqing.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.AccountChanges;
import org.minqing.standalone.account.AccountRefusal;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.minqing.standalone.account.PasswordRules;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people change their own password and one-time codes. */
@Controller
@RequestMapping("/account")
class AccountPage {
    private static final int FREE_TRIES = 5;

    private final Accounts accounts;
    private final AccountChanges changes;
    private final OneTimeCodes codes;
    private final MessageSource texts;
    private final Attempts attempts;
    private final String pages;

    AccountPage(
            Accounts accounts,
            AccountChanges changes,
            OneTimeCodes codes,
            MessageSource texts,
            InstantSource clock,
            IdentityProperties properties) {
        this.accounts = accounts;
        this.changes = changes;
        this.codes = codes;
        this.texts = texts;
        this.attempts = new Attempts(clock, FREE_TRIES);
        this.pages = properties.pagesAt().getFirst() + "/";
    }

    @GetMapping
    String page(Principal person, Model model) {
        fill(person.getName(), model);
        return "account";
    }

    @PostMapping("/password")
    ModelAndView password(
            Principal person,
            HttpServletRequest request,
            Locale language,
            Model model,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again) {
        return tried(person, "password", language, model, () -> {
            if (!chosen.equals(again)) {
                throw new AccountRefusal("passwords-differ");
            }
            changes.changePassword(person.getName(), old, chosen);
            SessionEnd.signedIn(request);
            return null;
        });
    }

    @PostMapping("/codes")
    ModelAndView codes(Principal person, Locale language, Model model, @RequestParam(defaultValue = "") String code) {
        return tried(person, "codes", language, model, () -> changes.requireCodes(person.getName(), code));
    }

    @PostMapping("/codes/off")
    ModelAndView noCodes(
            Principal person, Locale language, Model model, @RequestParam(defaultValue = "") String password) {
        return tried(person, "codes-off", language, model, () -> {
            changes.forgetCodes(person.getName(), password);
            return null;
        });
    }

    /** Something that is done or refused with a reason beside its form. */
    private interface Change {
        @Nullable
        List<String> make();
    }

    /** Who guesses here must wait as at the sign-in. */
    private ModelAndView tried(Principal person, String form, Locale language, Model model, Change change) {
        String name = person.getName();
        HttpStatus status = HttpStatus.OK;
        model.addAttribute("form", form);
        try {
            Duration wait = attempts.begin(name);
            if (wait.isPositive()) {
                throw new AccountRefusal("wait", wait.toSeconds() + 1);
            }
            List<String> recovery = change.make();
            attempts.succeeded(name);
            model.addAttribute("done", true);
            model.addAttribute("recovery", recovery);
        } catch (AccountRefusal refusal) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            model.addAttribute(
                    "refusal",
                    texts.getMessage(
                            "refusal." + refusal.code(), refusal.arguments().toArray(), language));
        }
        fill(name, model);
        return new ModelAndView("account", model.asMap(), status);
    }

    private void fill(String name, Model model) {
        var account = accounts.find(Kind.USER, name).orElseThrow();
        model.addAttribute("account", account);
        model.addAttribute("pages", pages);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        if (account.codes()) {
            model.addAttribute("left", codes.recoveryCodesLeft(name));
        } else {
            model.addAttribute("offer", codes.offer(name));
        }
    }
}
