package org.minqing.standalone.identity;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Asked again too soon after too many failures. The token endpoint lets only its own kind of exception be answered. */
final class TooManyAttempts extends OAuth2AuthenticationException {
    private final long seconds;

    TooManyAttempts(Duration wait) {
        super(new OAuth2Error("too_many_attempts"));
        this.seconds = wait.toSeconds() + 1;
    }

    long seconds() {
        return seconds;
    }
}
