package org.minqing.query.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
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
        request.setAttribute(SigningOut.AT, endSession);
        request.setAttribute(SigningOut.HINT, user.getIdToken().getTokenValue());
        request.setAttribute(
                SigningOut.BACK,
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/");
        request.getRequestDispatcher(SigningOut.PAGE).forward(request, response);
    }
}
