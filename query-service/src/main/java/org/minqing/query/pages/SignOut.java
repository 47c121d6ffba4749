package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Ends the session at the authorization server too: else the next visit would sign in again without a question. */
record SignOut(String endSession) implements LogoutSuccessHandler {
    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        String home =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/";
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            response.sendRedirect(endSession + "?id_token_hint="
                    + user.getIdToken().getTokenValue() + "&post_logout_redirect_uri="
                    + UriUtils.encode(home, StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(home);
        }
    }
}
