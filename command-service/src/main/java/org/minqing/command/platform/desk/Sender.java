package org.minqing.command.platform.desk;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.share.Caller;

/**
 * Who sends commands, as a token or a process of this house says.
 *
 * @param client the OAuth2 client
 * @param actor the token's subject
 * @param division any code of the division whose subtree is the scope; null means none at all
 * @param organisation organisation the scope is narrowed to
 * @param cadreId the cadre the person is
 */
public record Sender(
        String client,
        String actor,
        Set<String> roles,
        @Nullable String division,
        @Nullable UUID organisation,
        @Nullable UUID cadreId) {
    public Sender {
        roles = Set.copyOf(roles);
    }

    /** As whom the sender has a share of the service. */
    public Caller caller() {
        return Caller.of(client, actor);
    }
}
