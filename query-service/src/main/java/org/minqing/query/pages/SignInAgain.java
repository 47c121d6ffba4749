package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a form shows when its reader is no longer signed in. */
@Controller
class SignInAgain {
    @RequestMapping("/sign-in-again")
    String show(Locale locale, HttpServletRequest request, Model model) {
        model.addAttribute("view", Viewpoint.of(request));
        model.addAttribute("language", locale.getLanguage());
        return "forms :: sign-in-again";
    }
}
