package org.minqing.command.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.LinkPointRef;
import org.minqing.command.reference.LinkPointRef.Link;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.Ids;
import org.minqing.events.visit.VisitEvent.Account;

/** What a visit on a day refers to. */
record VisitReferences(DecisionContext situation, LocalDate day) {
    /** Where the first of the cadres serves; 409 where any of them was not in service. */
    Post first(List<UUID> cadreIds) {
        cadreIds.forEach(id -> InForce.cadre(situation, id, day));
        return InForce.cadre(situation, cadreIds.getFirst(), day).postOn(day).orElseThrow();
    }

    /** Programme and organisation: as given, else of the round and the cadre, else of the village. */
    Responsibility responsible(
            String villageId, @Nullable UUID programmeId, UUID organisationId, @Nullable UUID roundId) {
        UUID programme = programmeId == null && roundId != null ? programmeOf(roundId) : programmeId;
        Responsibility responsible = Responsibility.in(situation, villageId, day, programme, organisationId)
                .inForce(situation, day);
        if (roundId != null) {
            open(roundId, situation.references().require(ProgrammeRef.KIND, responsible.programmeId()));
        }
        return responsible;
    }

    /** The link with the household that day of the first of the cadres who had one. */
    @Nullable
    UUID link(Account of, UUID householdId, List<UUID> cadreIds) {
        UUID linkPoint = Ids.linkPoint(of.programmeId(), of.villageId());
        return situation.references().find(LinkPointRef.KIND, linkPoint).stream()
                .flatMap(point -> cadreIds.stream().flatMap(cadreId -> links(point, householdId, cadreId)))
                .findFirst()
                .orElse(null);
    }

    private Stream<UUID> links(LinkPointRef point, UUID householdId, UUID cadreId) {
        return point.linksOf(householdId).entrySet().stream()
                .filter(entry -> holds(entry.getValue(), cadreId))
                .map(Map.Entry::getKey);
    }

    private boolean holds(Link link, UUID cadreId) {
        return link.cadreId().equals(cadreId) && link.on(day);
    }

    private UUID programmeOf(UUID roundId) {
        return situation.references().all(ProgrammeRef.KIND).entrySet().stream()
                .filter(entry -> entry.getValue().rounds().containsKey(roundId))
                .map(entry -> UUID.fromString(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("VisitRound", roundId));
    }

    private void open(UUID roundId, ProgrammeRef programme) {
        LocalDate opened = programme.rounds().get(roundId);
        if (opened == null) {
            throw Refusal.notFound("VisitRound", roundId);
        }
        if (day.isBefore(opened)) {
            throw Refusal.conflict("visit-round-not-open", roundId, opened);
        }
    }
}
