package org.minqing.standalone.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.account.Account;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** A password, and a one-time code for those who want to be asked for one. */
record PasswordAndCode(AuthenticationProvider passwords, Accounts accounts, OneTimeCodes codes)
        implements AuthenticationProvider {
    /** The password was right; what is missing is a code. */
    static final class CodeMissing extends AuthenticationException {
        CodeMissing() {
            super("a one-time code is missing");
        }
    }

    /** What the form says beside name and password. */
    static final class Details extends WebAuthenticationDetails {
        private final String code;

        Details(HttpServletRequest request) {
            super(request);
            this.code = Objects.requireNonNullElse(request.getParameter("code"), "");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Details details && super.equals(other) && details.code.equals(code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(super.hashCode(), code);
        }
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        Authentication known = passwords.authenticate(asked);
        if (known != null
                && accounts.find(Kind.USER, known.getName())
                        .filter(Account::codes)
                        .isPresent()) {
            String code = asked.getDetails() instanceof Details details ? details.code : "";
            if (code.isBlank()) {
                throw new CodeMissing();
            }
            if (!codes.take(known.getName(), code)) {
                throw new BadCredentialsException("wrong code");
            }
        }
        return known;
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
