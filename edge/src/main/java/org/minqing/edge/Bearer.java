package org.minqing.edge;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who bears a token, as its claims say.
 *
 * @param subject a person, or the client itself
 * @param client the OAuth2 client
 * @param division any code of the division whose subtree is the scope
 * @param organisation the scope is narrowed to it
 * @param cadre the cadre the person is
 * @param until how long the token is good
 */
public record Bearer(
        @Nullable String subject,
        @Nullable String client,
        Set<String> roles,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        @Nullable Instant until) {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /**
     * Whoever is signed in, by bearer token or by session; null where nobody is.
     *
     * @param unreadable what is thrown for a claim that is there and cannot be read: one that narrows the scope must not widen it
     */
    public static @Nullable Bearer of(
            @Nullable Authentication authentication, Function<String, ? extends RuntimeException> unreadable) {
        if (authentication == null || !(authentication.getPrincipal() instanceof ClaimAccessor token)) {
            return null;
        }
        String client = text(token, "client_id");
        return new Bearer(
                text(token, "sub"),
                client == null ? text(token, "azp") : client,
                roles(token, unreadable),
                place(token, unreadable),
                uuid(token, "organisation", unreadable),
                uuid(token, "cadre_id", unreadable),
                token.getClaim("exp") instanceof Instant until ? until : null);
    }

    private static Set<String> roles(ClaimAccessor token, Function<String, ? extends RuntimeException> unreadable) {
        Object claimed = token.getClaim("roles");
        if (claimed == null) {
            return Set.of();
        }
        if (!(claimed instanceof Collection<?> roles) || !roles.stream().allMatch(String.class::isInstance)) {
            throw unreadable.apply("roles");
        }
        return roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** A blank one is none, and not the whole country. */
    private static @Nullable String place(
            ClaimAccessor token, Function<String, ? extends RuntimeException> unreadable) {
        Object claimed = token.getClaim("division");
        if (claimed != null && !(claimed instanceof String)) {
            throw unreadable.apply("division");
        }
        return text(token, "division");
    }

    private static @Nullable String text(ClaimAccessor token, String claim) {
        Object claimed = token.getClaim(claim);
        String value = claimed == null ? null : claimed.toString();
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable UUID uuid(
            ClaimAccessor token, String claim, Function<String, ? extends RuntimeException> unreadable) {
        if (!token.getClaims().containsKey(claim)) {
            return null;
        }
        if (token.getClaim(claim) instanceof String value
                && UUID_FORM.matcher(value).matches()) {
            return UUID.fromString(value);
        }
        throw unreadable.apply(claim);
    }
}
