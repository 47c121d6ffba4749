package org.minqing.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the form, saying whether to look again or to wait; never which of name and password was wrong. */
record SignInRefusals(String form) implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(form + (why instanceof TooManyAttempts slowed ? "?wait=" + slowed.seconds() : "?error"));
    }
}
