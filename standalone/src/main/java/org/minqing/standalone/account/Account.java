package org.minqing.standalone.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that may have a token.
 *
 * @param hash of the password or secret
 * @param formerHash of a program's secret before the last rotation, good until {@code formerUntil}
 * @param division code of the division whose subtree is the scope
 * @param organisation the scope is narrowed to it
 * @param cadre for a cadre, who it is in the ledger
 * @param disabledAt since when it may not come in
 * @param endedAt sign-ins, sessions and tokens from before are over
 * @param codes whether a one-time code is required at the sign-in
 */
public record Account(
        Kind kind,
        String name,
        List<String> roles,
        String division,
        @Nullable UUID organisation,
        @Nullable UUID cadre,
        String hash,
        @Nullable String formerHash,
        @Nullable Instant formerUntil,
        Instant madeAt,
        @Nullable Instant disabledAt,
        @Nullable Instant endedAt,
        boolean codes) {
    public Account {
        roles = List.copyOf(roles);
    }

    /** People sign in with a password, programs ask with a secret; names of one kind are names of nobody of the other. */
    public enum Kind {
        USER,
        CLIENT
    }

    public boolean enabled() {
        return disabledAt == null;
    }

    /**
     * Whether what this account was given at that moment (a sign-in, a session, a token) is good still. Signed tokens tell their moment in
     * whole seconds, cut off: to them one is to be added.
     */
    public boolean good(Instant given) {
        return enabled() && (endedAt == null || !given.isBefore(endedAt));
    }
}
