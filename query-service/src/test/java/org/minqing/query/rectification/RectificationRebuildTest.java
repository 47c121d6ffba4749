package org.minqing.query.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.query.platform.ReadSide;

class RectificationRebuildTest {
    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        Sealed words = new Sealed(1, "rectification:words", "A256GCM", "AAAAAAAAAAAAAAAA", "b3BhcXVl");
        Sealed others = new Sealed(1, "rectification:words", "A256GCM", "AAAAAAAAAAAAAAAA", "b3RoZXJz");
        Shortcomings at = new Shortcomings("530328", words);
        try (ReadSide side = ReadSide.of(new RectificationView()).tailing()) {
            RectificationRaised raised = at.raised("r", Aspect.SAFETY, null, "2012-02-01");
            UUID first = append(side, raised);
            MeasureSet set = at.set(raised, words, "2012-01-12");
            UUID measure = append(side, set);
            append(side, at.done(raised, "2012-01-20"));
            append(side, at.back(raised, "2012-01-21"));
            append(side, at.done(raised, "2012-01-25"));
            RectificationConfirmed confirmed = at.confirmed(raised, "2012-01-24");
            UUID last = append(side, confirmed);
            append(side, at.corrected(first, raised, at.raised("r", Aspect.WORK, null, "2012-02-05")));
            append(side, at.corrected(measure, set, at.set(raised, others, "2012-01-12")));
            append(side, at.voided(last, confirmed));
            RectificationRaised never = at.raised("never", Aspect.THOUGHT, at.cadre, "2012-02-01");
            append(side, at.voided(append(side, never), never));
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
        return side.append("Rectification-" + ((Owner) event.of()).rectificationId(), event)
                .eventId();
    }
}
