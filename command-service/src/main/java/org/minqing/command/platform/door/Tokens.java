package org.minqing.command.platform.door;

import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.policy.Policies;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.edge.Bearer;
import org.springframework.security.core.Authentication;

/** Reads the sender out of a token. */
final class Tokens {
    private Tokens() {}

    static Sender sender(Authentication authentication) {
        Bearer bearer = Bearer.of(authentication, Tokens::notUnderstood);
        if (bearer == null) {
            throw Faults.status(401);
        }
        String actor = bearer.subject() == null ? "" : bearer.subject();
        String client = bearer.client() == null ? actor : bearer.client();
        if (Policies.CLIENT.equals(client)) {
            throw notUnderstood("client_id");
        }
        return new Sender(client, actor, bearer.roles(), bearer.division(), bearer.organisation(), bearer.cadre());
    }

    private static Refusal notUnderstood(String claim) {
        return Refusal.forbidden("token-not-understood", claim);
    }
}
