package org.minqing.standalone.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose access ended after the sign-in: disabled, reset, other rights, another password; and every session when
 * the working day is over, used or not.
 */
final class SessionEnd extends OncePerRequestFilter {
    private static final String SIGNED_IN = SessionEnd.class.getName();

    private final Accounts accounts;

    SessionEnd(Accounts accounts) {
        this.accounts = accounts;
    }

    /** To be told at the sign-in, and when somebody signed in changes the own password. */
    static void signedIn(HttpServletRequest request) {
        request.getSession().setAttribute(SIGNED_IN, Instant.now());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SIGNED_IN) instanceof Instant signedIn) {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            if (person == null
                    || !Instant.now().isBefore(signedIn.plus(Clients.WORKING_DAY))
                    || !accounts.stands(Kind.USER, person.getName(), signedIn)) {
                SecurityContextHolder.clearContext();
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
