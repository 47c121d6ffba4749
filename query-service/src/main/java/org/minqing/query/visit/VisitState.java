package org.minqing.query.visit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.events.visit.VisitEvent;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.query.platform.view.Dimensions;

/** A visit 走访 and the diary entries 民情日记 about it, the one recorded with it first. */
record VisitState(
        Account of,
        Home home,
        List<UUID> cadreIds,
        VisitKind kind,
        @Nullable UUID roundId,
        @Nullable Integer personsMet,
        @Nullable Sealed findings,
        List<Diary> diary) {

    record Diary(@Nullable UUID entryId, @Nullable UUID cadreId, Sealed text) {}

    static VisitState of(VisitRecorded e) {
        Sealed diary = e.diary();
        return new VisitState(
                e.of(),
                e.home(),
                e.cadreIds(),
                e.kind(),
                e.roundId(),
                e.personsMet(),
                e.findings(),
                diary == null ? List.of() : List.of(new Diary(null, e.diaryCadreId(), diary)));
    }

    VisitState after(VisitEvent event) {
        return switch (event) {
            case VisitRecorded e -> of(e);
            case DiaryEntryWritten e -> with(e);
        };
    }

    private VisitState with(DiaryEntryWritten e) {
        List<Diary> more = Stream.concat(diary.stream(), Stream.of(new Diary(e.entryId(), e.cadreId(), e.text())))
                .toList();
        return new VisitState(of, home, cadreIds, kind, roundId, personsMet, findings, more);
    }

    Dimensions dimensions() {
        return Dimensions.of(of).cadres(cadreIds).household(home.householdId()).kind(kind);
    }
}
