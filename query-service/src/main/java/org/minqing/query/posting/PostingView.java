package org.minqing.query.posting;

import java.math.BigDecimal;
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
import org.minqing.events.posting.Security;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M14, M15, M16, M16C and A17 to A20. */
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
            case PostingBegun e -> Stream.concat(held(e, e.kind(), e.cadreId(), e.taskCode()), given(e));
            case PostingEnded e -> held(e, e.kind(), e.cadreId(), e.taskCode()).map(Fact::negated);
            case InstructorRecalled e ->
                held(e, e.kind(), e.cadreId(), e.taskCode()).map(Fact::negated);
            case AttendanceRecorded e ->
                Stream.of(one("A17", e, e.cadreId()).kind(e.month()).quantity(BigDecimal.valueOf(e.days())));
            case InstructorAssessed e -> Stream.of(one("A18", e, e.cadreId()).kind(e.grade()));
        };
    }

    /** What an instructor is to be there, and what the office gives with it. */
    private static Stream<Fact> given(PostingBegun e) {
        Stream<Fact> roles = e.roles().stream()
                .map(role -> one("A19", e, e.cadreId()).kind(role).task(e.taskCode()));
        Security security = e.security();
        boolean secured =
                security != null && (security.allowance() != null || Boolean.TRUE.equals(security.insurance()));
        return secured
                ? Stream.concat(roles, Stream.of(one("A20", e, e.cadreId()).task(e.taskCode())))
                : roles;
    }

    private static Fact one(String measure, PostingEvent e, UUID cadreId) {
        return Fact.of(measure, e, e.of().postingId()).cadre(cadreId);
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
