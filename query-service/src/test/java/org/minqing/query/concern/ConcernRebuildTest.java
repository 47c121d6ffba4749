package org.minqing.query.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.query.platform.ReadSide;

class ConcernRebuildTest {
    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        Waterless at = new Waterless();
        try (ReadSide side = ReadSide.of(new ConcernView()).tailing()) {
            ConcernRaised well = at.raised("well", ConcernKind.DIFFICULTY, "2012-03-01", 7, 8);
            UUID raised = append(side, well);
            append(side, at.accepted(well, "2012-03-03", null));
            append(side, at.assigned(well, "2012-03-05", at.cadre, at.organisation));
            ConcernResolved resolved = at.resolved(well, "2012-03-12");
            UUID answer = append(side, resolved);
            append(side, at.progressed(well, "2012-03-08"));
            append(side, at.voided(well, resolved, answer));
            append(side, at.corrected(well, raised, ConcernKind.OPINION, 7));
            ConcernRaised road = at.raised("road", ConcernKind.REQUEST, "2012-03-02", 8);
            append(side, at.voided(road, road, append(side, road)));
            side.settled();
            assertThat(count(side, "select count(*) from read.fact")).isPositive();
            assertThat(side.rebuild().run(2).same()).isTrue();
            assertThat(side.rebuild().run(1).same()).isTrue();
        }
    }

    private static UUID append(ReadSide side, DomainEvent event) {
        return side.append("Concern-" + ((Topic) event.of()).concernId(), event).eventId();
    }

    private static long count(ReadSide side, String sql) {
        return side.jdbc.sql(sql).query(Long.class).single();
    }
}
