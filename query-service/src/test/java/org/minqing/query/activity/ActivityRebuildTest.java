package org.minqing.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.query.platform.ReadSide;

class ActivityRebuildTest {
    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        Talks at = new Talks("530328");
        Sealed words = new Sealed(1, "activity:" + at.activity("words"), "A256GCM", "AAAAAAAAAAAAAAAA", "b3BhcXVl");
        try (ReadSide side = ReadSide.of(new ActivityView()).tailing()) {
            append(side, at.planned("talk", ActivityKind.HEART_TO_HEART_TALK, "2012-02-20", "2012-03-01"));
            ActivityRecorded talk = at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01");
            UUID recorded = append(side, talk);
            append(side, at.minutes("talk", words, "2012-03-03"));
            ActivityRecorded survey = at.held("talk", ActivityKind.SURVEY_RANDOM, 31, "2012-03-01");
            append(side, at.corrected(recorded, talk, survey, words));
            append(side, at.planned("study", ActivityKind.STUDY, "2012-02-01", "2012-02-25"));
            append(side, at.calledOff("study", words, "2012-02-24"));
            ActivityRecorded late = at.held("late", ActivityKind.TRAINING, 9, "2012-01-15");
            append(side, at.voided(append(side, late), late, words));
            side.settled();
            assertThat(side.jdbc
                            .sql("select count(*) from read.fact")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(side.rebuild().run(2).same()).isTrue();
            assertThat(side.rebuild().run(1).same()).isTrue();
        }
    }

    private static UUID append(ReadSide side, DomainEvent event) {
        return side.append("Activity-" + ((Place) event.of()).activityId(), event)
                .eventId();
    }
}
