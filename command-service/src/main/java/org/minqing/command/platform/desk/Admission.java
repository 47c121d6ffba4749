package org.minqing.command.platform.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Grant;
import org.minqing.access.Reach;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.LogGazetteer;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.CommandType;
import org.minqing.log.Frontier;

/**
 * Judges whether the ledger knows what a sender's claims name. A claim that is missing where it is needed, or names what is not there, opens
 * nothing. In a ledger without any division whoever is to enter the first one is known by it.
 */
public final class Admission {
    private final LogGazetteer gazetteer;
    private final Frontier frontier;
    private final Supplier<LogReferences> references;

    public Admission(LogGazetteer gazetteer, Frontier frontier, Supplier<LogReferences> references) {
        this.gazetteer = gazetteer;
        this.frontier = frontier;
        this.references = references;
    }

    /** divisionId of the scope; 403 {@code no-scope} or {@code unknown-scope}. */
    String require(Sender sender, LocalDate today) {
        String claimed = sender.division();
        if (claimed == null) {
            throw Refusal.forbidden("no-scope");
        }
        String division = find(gazetteer.known(), claimed, today)
                .or(() -> {
                    frontier.catchUp();
                    return find(gazetteer.now(), claimed, today);
                })
                .orElseThrow(() -> Refusal.forbidden("unknown-scope", "division"));
        requireKnown("Organisation", "organisation", sender.organisation());
        requireKnown("Cadre", "cadre_id", sender.cadreId());
        return division;
    }

    /** In which role the sender sends such a command; 403 {@code role-may-not}, and {@code no-cadre} where only what is one's own may be sent by nobody. */
    static Grant grant(Sender sender, CommandType type) {
        Grant grant = type.grant(sender.roles()).orElseThrow(() -> Refusal.forbidden("role-may-not", type.name()));
        if (grant.reach() == Reach.OWN && sender.cadreId() == null) {
            throw Refusal.forbidden("no-cadre");
        }
        return grant;
    }

    private static Optional<String> find(Gazetteer places, String claimed, LocalDate today) {
        return places.find(claimed, today).map(Gazetteer.Place::id).or(() -> places.above(claimed));
    }

    private void requireKnown(String type, String claim, @Nullable UUID id) {
        if (id != null && !exists(StreamName.of(type, id))) {
            frontier.catchUp();
            if (!exists(StreamName.of(type, id))) {
                throw Refusal.forbidden("unknown-scope", claim);
            }
        }
    }

    private boolean exists(String stream) {
        return references.get().history(stream).exists();
    }
}
