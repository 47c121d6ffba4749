package org.minqing.standalone.identity;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** An authentication provider behind {@link Attempts}. */
record ThrottledProvider(AuthenticationProvider provider, Attempts attempts) implements AuthenticationProvider {
    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        String name = asked.getName().toLowerCase(Locale.ROOT);
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            throw new Attempts.TooMany(wait);
        }
        try {
            Authentication answer = provider.authenticate(asked);
            if (answer != null) {
                attempts.succeeded(name);
            }
            return answer;
        } catch (AuthenticationException e) {
            attempts.failed(name);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return provider.supports(type);
    }
}
