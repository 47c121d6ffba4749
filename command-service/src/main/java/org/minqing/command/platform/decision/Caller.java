package org.minqing.command.platform.decision;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.platform.refusal.Refusal;

/**
 * Who sends a command, as the token says.
 *
 * @param client the OAuth2 client, scope of commandIds
 * @param actor the token's subject: a person, or the client itself
 * @param roles every role the token carries
 * @param role the one of them this command is sent in, as the log keeps it
 * @param reach how far that role's right to send it goes
 * @param division divisionId whose subtree is the scope
 * @param organisation organisation the scope is narrowed to, if any
 * @param cadreId the cadre the person is, if any
 */
public record Caller(
        String client,
        String actor,
        Set<String> roles,
        String role,
        Reach reach,
        String division,
        @Nullable UUID organisation,
        @Nullable UUID cadreId) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether it is sent by a cadre about what is the cadre's own, and about nothing else. */
    public boolean ownOnly() {
        return reach == Reach.OWN;
    }

    /** 403 where the place lies outside the scope. For places to which a command leads without naming them. */
    public void requireDivision(String divisionId) {
        if (!divisionId.startsWith(division)) {
            throw Refusal.forbidden("out-of-scope", "Division", divisionId);
        }
    }

    /** 403 where the scope is narrowed to another organisation. */
    public void requireOrganisation(UUID organisationId) {
        if (organisation != null && !organisation.equals(organisationId)) {
            throw Refusal.forbidden("out-of-scope", "Organisation", organisationId);
        }
    }
}
