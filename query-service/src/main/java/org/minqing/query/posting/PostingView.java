package org.minqing.query.posting;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M14, M15, M16 and M16C. */
@Component
class PostingView implements View<PostingEvent> {
    @Override
    public List<Entity<PostingEvent, ?>> entities() {
        return List.of(Entity.of(PostingEvent.class, "Posting", "postings", PostingState.class)
                .begunBy(PostingBegun.class, PostingState::begun)
                .dimensions(PostingState::dimensions)
                .tasks(EnumSet.allOf(PostingState.Status.class), PostingState::tasks)
                .evolve(PostingState::after));
    }

    @Override
    public Stream<Fact> facts(PostingEvent event, EventMeta meta) {
        return switch (event) {
            case PostingBegun e -> held(e, e.kind(), e.cadreId(), e.taskCode());
            case PostingEnded e -> held(e, e.kind(), e.cadreId(), e.taskCode()).map(Fact::negated);
            case InstructorRecalled e ->
                held(e, e.kind(), e.cadreId(), e.taskCode()).map(Fact::negated);
            case AttendanceRecorded e -> Stream.empty();
            case InstructorAssessed e -> Stream.empty();
        };
    }

    private static Stream<Fact> held(PostingEvent e, PostingKind kind, UUID cadreId, @Nullable String taskCode) {
        Stream<String> measures = switch (kind) {
            case INSTRUCTOR -> Stream.of("M14", "M15");
            case STANDING_SECRETARY -> Stream.of("M16");
            case CORRESPONDENT -> Stream.of("M16C");
        };
        return measures.map(measure ->
                Fact.of(measure, e, e.of().postingId()).cadre(cadreId).task(taskCode));
    }
}
