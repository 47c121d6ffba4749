package org.minqing.query.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Ends the session at the authorization server too: else the next visit would sign in again without a question. Who it was goes there in a
 * form that the browser sends on (RP-initiated logout takes POST), for addresses are kept in histories and logs.
 */
record SignOut(String endSession) implements LogoutSuccessHandler {
    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException, ServletException {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        request.setAttribute(Form.AT, endSession);
        request.setAttribute(Form.HINT, user.getIdToken().getTokenValue());
        request.setAttribute(
                Form.BACK,
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/");
        request.getRequestDispatcher(Form.PAGE).forward(request, response);
    }

    /** The form by which a browser goes from the end of its session here to the end of that at the authorization server. */
    @Controller
    static class Form {
        static final String PAGE = "/signing-out";
        static final String AT = SignOut.class.getName() + ".at";
        static final String HINT = SignOut.class.getName() + ".hint";
        static final String BACK = SignOut.class.getName() + ".back";

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
}
