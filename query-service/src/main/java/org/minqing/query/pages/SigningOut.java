package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The form by which a browser goes from the end of its session here to the end of that at the authorization server. */
@Controller
class SigningOut {
    static final String PAGE = "/signing-out";
    static final String AT = SigningOut.class.getName() + ".at";
    static final String HINT = SigningOut.class.getName() + ".hint";
    static final String BACK = SigningOut.class.getName() + ".back";

    /** Only as {@link SignOut} leads here; to whoever comes by himself there is nothing to end. */
    @RequestMapping(PAGE)
    String show(Locale locale, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (request.getAttribute(HINT) == null) {
            return "redirect:/";
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("at", request.getAttribute(AT));
        model.addAttribute("hint", request.getAttribute(HINT));
        model.addAttribute("back", request.getAttribute(BACK));
        model.addAttribute("language", locale.getLanguage());
        return "signing-out";
    }
}
