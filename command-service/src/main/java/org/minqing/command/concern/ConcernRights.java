package org.minqing.command.concern;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.OwnHouseholds;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** What somebody who is a cadre and nothing more may see to; 403 for the rest. */
record ConcernRights(DecisionContext situation) {
    /** Who was on a visit. */
    private static final Reference<List<UUID>> VISITORS = new Reference<>(
            "Visit", List.of(), (cadres, event) -> event instanceof VisitRecorded e ? e.cadreIds() : cadres);

    /** A concern of an own household, or one that came up on an own visit; taken down by nobody else. */
    void raising(ConcernRaised raised) {
        UUID me = situation.caller().cadreId();
        if (!isCadre()) {
            return;
        }
        boolean own = raised.householdId() == null ? onOwnVisit(raised, me) : linked(me, raised.householdId());
        if (!own || !me(me, raised.cadreId())) {
            throw Refusal.forbidden("not-your-concern");
        }
    }

    /** A concern of an own household, given to the cadre, or taken down by it. */
    void seeingTo(ConcernRaised raised, Optional<ConcernAssigned> assigned) {
        UUID me = situation.caller().cadreId();
        if (!isCadre()
                || me(me, raised.cadreId())
                || assigned.filter(a -> me(me, a.toCadreId())).isPresent()
                || raised.householdId() != null && linked(me, raised.householdId())) {
            return;
        }
        throw Refusal.forbidden("not-your-concern");
    }

    private boolean isCadre() {
        return situation.caller().ownOnly();
    }

    private static boolean me(@Nullable UUID me, @Nullable UUID cadreId) {
        return me != null && me.equals(cadreId);
    }

    private boolean linked(@Nullable UUID me, UUID householdId) {
        return me != null && OwnHouseholds.everLinked(me, householdId, situation);
    }

    private boolean onOwnVisit(ConcernRaised raised, @Nullable UUID me) {
        return me != null
                && raised.source() != null
                && raised.source().type().equals("Visit")
                && situation
                        .references()
                        .find(VISITORS, raised.source().id())
                        .orElse(List.of())
                        .contains(me);
    }
}
