package org.minqing.command.platform;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the sender out of a token. */
final class Tokens {
    private Tokens() {}

    static Sender sender(Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            throw Faults.status(401, "unauthorized");
        }
        Jwt jwt = token.getToken();
        String subject = jwt.getSubject() == null ? "" : jwt.getSubject();
        String client = first(jwt, "client_id", "azp");
        if (Policies.CLIENT.equals(client == null ? subject : client)) {
            throw Refusal.forbidden("token-not-understood", "client_id");
        }
        return new Sender(
                client == null ? subject : client,
                subject,
                roles(jwt),
                jwt.getClaimAsString("division"),
                uuid(jwt, "organisation"),
                uuid(jwt, "cadre_id"));
    }

    private static Set<String> roles(Jwt jwt) {
        return jwt.getClaim("roles") instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    private static @Nullable String first(Jwt jwt, String... claims) {
        for (String claim : claims) {
            String value = jwt.getClaimAsString(claim);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** A claim that narrows the scope and cannot be read must not widen it. */
    private static @Nullable UUID uuid(Jwt jwt, String claim) {
        String value = jwt.getClaimAsString(claim);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.forbidden("token-not-understood", claim);
        }
    }
}
