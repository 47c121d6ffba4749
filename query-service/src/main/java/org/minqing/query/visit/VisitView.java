package org.minqing.query.visit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M20, M20b, M20C, M27, A09 and A10. */
@Component
class VisitView implements View<VisitEvent> {
    @Override
    public List<Entity<VisitEvent, ?>> entities() {
        return List.of(Entity.of(VisitEvent.class, "Visit", "visits", VisitState.class)
                .begunBy(VisitRecorded.class, VisitState::of)
                .dimensions(VisitState::dimensions)
                .evolve(VisitState::after));
    }

    @Override
    public Stream<Fact> facts(VisitEvent event, EventMeta meta) {
        return switch (event) {
            case VisitRecorded e -> Stream.concat(visited(e), kept(e));
            case DiaryEntryWritten e -> Stream.of(of("M27", e, e.entryId(), e.cadreId()));
        };
    }

    private static Stream<Fact> visited(VisitRecorded e) {
        UUID first = e.cadreIds().getFirst();
        List<Fact> facts = new ArrayList<>(List.of(visit("M20", e, first), visit("M20b", e, first)));
        e.cadreIds().forEach(cadre -> facts.add(visit("M20C", e, cadre)));
        if (e.personsMet() != null && e.personsMet() > 0) {
            facts.add(visit("A09", e, first).quantity(BigDecimal.valueOf(e.personsMet())));
        }
        if (e.kind() == VisitKind.DISPERSED && e.of().officeId() != null) {
            facts.add(visit("A10", e, first).kind(e.of().officeId()));
        }
        return facts.stream();
    }

    private static Stream<Fact> kept(VisitRecorded e) {
        return e.diary() == null ? Stream.empty() : Stream.of(of("M27", e, e.of().visitId(), e.diaryCadreId()));
    }

    private static Fact visit(String measure, VisitRecorded e, UUID cadre) {
        return of(measure, e, e.of().visitId(), cadre).kind(e.kind());
    }

    private static Fact of(String measure, VisitEvent e, UUID counted, @Nullable UUID cadre) {
        return Fact.of(measure, e, counted)
                .cadre(cadre)
                .household(e.home().householdId())
                .task(e.of().taskCode());
    }
}
