package org.minqing.query.platform.question;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.AccessPolicy;
import org.minqing.access.Deed;
import org.minqing.access.Grant;
import org.minqing.access.Reach;
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
    private static final String CADRE = "cadre";
    private static final AccessPolicy POLICY = AccessPolicy.inForce();

    public QuestionCaller {
        roles = Set.copyOf(roles);
    }

    /**
     * 403 where the policy lets none of the roles ask it, {@code no-cadre} where it takes a cadre and the token names none.
     *
     * @param question its address with what varies in braces, {@code /v1/households/{id}}
     */
    void requireMayAsk(String question) {
        if (POLICY.grant(roles, Deed.QUESTION, question).isEmpty()) {
            throw Refusal.forbidden("no-business-data");
        }
        boolean asCadre = cadre == null && roles.contains(CADRE);
        if (asCadre && POLICY.grant(without(CADRE), Deed.QUESTION, question).isEmpty()) {
            throw Refusal.forbidden("no-cadre");
        }
    }

    private Set<String> without(String role) {
        Set<String> others = new HashSet<>(roles);
        others.remove(role);
        return others;
    }

    /** How far the right to read the personal data of an entity of a type in full goes; empty: there is none. */
    public Optional<Reach> reveals(String type) {
        return POLICY.grant(roles, Deed.REVEAL, type).map(Grant::reach);
    }

    /** The role a reading is logged under. */
    String role() {
        return POLICY.roles(Deed.QUESTION).stream()
                .filter(roles::contains)
                .findFirst()
                .orElse("none");
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
