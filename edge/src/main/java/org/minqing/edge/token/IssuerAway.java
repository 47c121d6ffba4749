package org.minqing.edge.token;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Whether a token is good cannot be said: who issued it does not answer, and it was not asked about lately. 503, with {@code Retry-After}. */
public final class IssuerAway extends AuthenticationServiceException {
    public IssuerAway(Throwable cause) {
        super("the issuer of tokens does not answer", cause);
    }
}
