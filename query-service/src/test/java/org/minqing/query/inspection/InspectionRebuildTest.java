package org.minqing.query.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.inspection.InspectionEvent.Scope;
import org.minqing.events.rectification.Aspect;
import org.minqing.query.platform.ReadSide;

class InspectionRebuildTest {
    private final String county = "530801";
    private final UUID programme = id("programme " + county);
    private final UUID office = id("office " + county);
    private final UUID inspection = id("inspection " + county);
    private final Sealed words = new Sealed(1, "inspection:" + inspection, "A256GCM", "AAAAAAAAAAAAAAAA", "b3BhcXVl");
    private final Scope of = new Scope(inspection, programme, county);
    private final InspectionOpened opened = new InspectionOpened(of, "督3号", 7, day(1));
    private final InspectionClosed closed = new InspectionClosed(of, day(9));
    private final SampleDrawn drawn =
            new SampleDrawn(of, 7, day(1), 2, "0".repeat(64), "seed", 1, List.of(id("household " + county)), day(2));
    private final FindingRecorded found = found(Aspect.WORK);

    private FindingRecorded found(Aspect aspect) {
        return new FindingRecorded(
                of,
                id("finding " + county),
                id("rectification " + county),
                new Source("Organisation", office.toString()),
                aspect,
                office,
                null,
                words,
                LocalDate.of(2012, 4, 1),
                day(3));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2012, 2, day);
    }

    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        try (ReadSide side = ReadSide.of(new InspectionView()).tailing()) {
            side.append("Inspection-" + inspection, opened);
            side.append("Inspection-" + inspection, closed);
            UUID sample = side.append("Inspection-" + inspection, drawn).eventId();
            UUID finding = side.append("Inspection-" + inspection, found).eventId();
            side.append(
                    "Inspection-" + inspection, new Corrected<>(finding, found, found(Aspect.CONDUCT), words, null));
            side.append("Inspection-" + inspection, new Voided<>(sample, drawn, words, null));
            side.settled();
            assertThat(side.rebuild().run(2).same()).isTrue();
            assertThat(side.rebuild().run(1).same()).isTrue();
        }
    }
}
