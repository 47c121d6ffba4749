package org.minqing.standalone.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.edge.watch.SecurityLog;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Who signs out ends the session here and every token that was given under it. */
record SignOutEverywhere(SignIns signIns) implements AuthenticationSuccessHandler {
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedOut)
            throws IOException, ServletException {
        SecurityLog.tell("sign-out", signedOut.getName(), request.getRemoteAddr());
        signIns.end(((OidcLogoutAuthenticationToken) signedOut).getIdTokenHint());
        new OidcLogoutAuthenticationSuccessHandler().onAuthenticationSuccess(request, response, signedOut);
    }
}
