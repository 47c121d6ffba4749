package org.minqing.query.platform.question;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Bearer;
import org.springframework.security.core.Authentication;

/**
 * Who asks, as the token says.
 *
 * @param division code of the division whose subtree is the scope
 * @param organisation the scope is narrowed to it, if there is one
 * @param cadre the cadre the person is, if any
 * @param until how long the token is good
 */
public record QuestionCaller(
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

    public QuestionCaller {
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
    static @Nullable QuestionCaller of(@Nullable Authentication authentication) {
        Bearer bearer = Bearer.of(authentication, claim -> Refusal.forbidden("bad-token", claim));
        if (bearer == null) {
            return null;
        }
        String actor = bearer.subject() == null ? "unknown" : bearer.subject();
        return new QuestionCaller(
                actor,
                bearer.client() == null ? actor : bearer.client(),
                bearer.roles(),
                bearer.division(),
                bearer.organisation(),
                bearer.cadre(),
                bearer.until());
    }
}
