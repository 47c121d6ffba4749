package org.minqing.query.visit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrects;
import org.minqing.events.Voids;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.query.platform.Dimensions;
import org.minqing.query.platform.Entity;
import org.minqing.query.platform.EventMeta;
import org.minqing.query.platform.Fact;
import org.minqing.query.platform.View;
import org.springframework.stereotype.Component;

/** Feeds M20, M20b, M20C and M27. */
@Component
class VisitView implements View<VisitEvent> {
    @Override
    public Class<VisitEvent> family() {
        return VisitEvent.class;
    }

    @Override
    public List<Entity<VisitEvent, ?>> entities() {
        return List.of(Entity.of(VisitEvent.class, "Visit", "visits", VisitState.class)
                .begunBy(VisitRecorded.class)
                .dimensions(s -> Dimensions.at(s.villageId())
                        .programme(s.programmeId())
                        .organisation(s.organisationId())
                        .cadres(s.cadreIds())
                        .household(s.householdId())
                        .kind(s.kind()))
                .evolve((state, event, id, meta) -> evolve(state, event)));
    }

    private static VisitState evolve(@Nullable VisitState state, VisitEvent event) {
        return switch (event) {
            case VisitRecorded e -> VisitState.of(e);
            case DiaryEntryWritten e -> Objects.requireNonNull(state).with(e);
            case Corrects<?> e -> Objects.requireNonNull(state);
            case Voids<?> e -> Objects.requireNonNull(state);
        };
    }

    @Override
    public Stream<Fact> facts(VisitEvent event, EventMeta meta) {
        return switch (event) {
            case VisitRecorded e -> Stream.concat(visited(e), kept(e));
            case DiaryEntryWritten e ->
                Stream.of(Fact.of("M27", e, e.entryId())
                        .cadre(e.cadreId())
                        .household(e.householdId())
                        .task(e.taskCode()));
            case Corrects<?> e -> Stream.empty();
            case Voids<?> e -> Stream.empty();
        };
    }

    private static Stream<Fact> visited(VisitRecorded e) {
        UUID first = e.cadreIds().getFirst();
        return Stream.concat(
                Stream.of(of("M20", e, first), of("M20b", e, first)),
                e.cadreIds().stream().map(cadre -> of("M20C", e, cadre)));
    }

    private static Fact of(String measure, VisitRecorded e, UUID cadre) {
        return Fact.of(measure, e, e.visitId())
                .cadre(cadre)
                .household(e.householdId())
                .task(e.taskCode())
                .kind(e.kind());
    }

    private static Stream<Fact> kept(VisitRecorded e) {
        return e.diary() == null
                ? Stream.empty()
                : Stream.of(Fact.of("M27", e, e.visitId())
                        .cadre(e.diaryCadreId())
                        .household(e.householdId())
                        .task(e.taskCode()));
    }
}
