package org.minqing.query.platform.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Who asks, as the token says.
 *
 * @param division code of the division whose subtree is the scope
 * @param organisation the scope is narrowed to it, if there is one
 * @param cadre the cadre the person is, if any
 * @param until how long the token is good
 */
public record Asker(
        String actor,
        String client,
        Set<String> roles,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        @Nullable Instant until) {
    public static final String OFFICE = "office";
    public static final String PROVINCE = "province";
    public static final String VILLAGE_SECRETARY = "village-secretary";
    public static final String CADRE = "cadre";
    public static final String INSPECTOR = "inspector";
    /** Roles that may ask at all, the one a reading is logged under first. An administrator keeps accounts and sees no business data. */
    private static final List<String> ASKING = List.of(OFFICE, VILLAGE_SECRETARY, CADRE, PROVINCE, INSPECTOR);

    public Asker {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    boolean mayAsk() {
        return ASKING.stream().anyMatch(roles::contains);
    }

    /** The role a reading is logged under. */
    String role() {
        return ASKING.stream().filter(roles::contains).findFirst().orElse("none");
    }

    /** Whoever is signed in: by bearer token or by session. */
    static @Nullable Asker of(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof ClaimAccessor token)) {
            return null;
        }
        return of(token.getClaims());
    }

    static Asker of(Map<String, Object> claims) {
        String actor = text(claims, "sub");
        String client = text(claims, "client_id");
        if (client == null) {
            client = text(claims, "azp");
        }
        String fallback = actor == null ? "unknown" : actor;
        return new Asker(
                fallback,
                client == null ? fallback : client,
                roles(claims.get("roles")),
                text(claims, "division"),
                uuid(claims, "organisation"),
                uuid(claims, "cadre_id"),
                claims.get("exp") instanceof Instant until ? until : null);
    }

    private static Set<String> roles(@Nullable Object claim) {
        Set<String> roles = new LinkedHashSet<>();
        if (claim instanceof Collection<?> several) {
            several.forEach(role -> roles.add(role.toString()));
        }
        return roles;
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static @Nullable UUID uuid(Map<String, Object> claims, String name) {
        String value = text(claims, name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden("bad-token", name);
        }
    }
}
