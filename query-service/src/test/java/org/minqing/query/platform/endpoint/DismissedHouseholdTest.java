package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.query.QueryServer.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Three households on a roster, one of them linked. One is dismissed, late; another is dismissed and that is voided. Coverage counts
 * who was on the roster on the day, as far as that was known.
 */
class DismissedHouseholdTest {
    private static County county;
    private static UUID gone;
    private static UUID stayed;
    private static long admitted;
    private static long dismissed;
    private static long wrongly;
    private static long head;

    @BeforeAll
    static void tell() {
        county = new County();
        tell(new LinkPointDesignated(county.site(), null, day("2012-01-01")));
        UUID linked = county.household(county.village, "张甲（示例）");
        gone = county.household(county.village, "李乙（示例）");
        stayed = county.household(county.village, "王丙（示例）");
        admit(linked);
        admit(gone);
        county.link(linked);
        admitted = admit(stayed);
        dismissed = tell(dismissal(gone, "2012-06-01"));
        HouseholdDismissed wrong = dismissal(stayed, "2012-05-01");
        var appended = county.put("LinkPoint-" + county.linkPoint, wrong);
        wrongly = appended.position();
        head = tell(new Voided<>(appended.eventId(), wrong, why(stayed), null));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static long tell(DomainEvent event) {
        return county.server
                .on("2012-06-01", "LinkPoint-" + county.linkPoint, event)
                .position();
    }

    private static long admit(UUID household) {
        return tell(new HouseholdAdmitted(county.site(), admission(household), day("2012-03-05")));
    }

    private static Sealed why(UUID household) {
        return county.server.seal("household:" + household, "搬走了（示例）");
    }

    private static HouseholdDismissed dismissal(UUID household, String day) {
        return new HouseholdDismissed(county.site(), admission(household), why(household), null, day(day));
    }

    private static Admission admission(UUID household) {
        return new Admission(id("admission of " + household), 7, household);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-05-31, admitted,  3, 2",
        "2012-06-01, admitted,  3, 2",
        "2012-05-31, dismissed, 3, 2",
        "2012-06-01, dismissed, 2, 1",
        "2012-05-01, wrongly,   2, 1",
        "2012-06-01, wrongly,   1, 0",
        "2012-05-01, head,      3, 2",
        "2012-06-01, head,      2, 1",
        "2012-03-04, head,      0, 0",
    })
    void coverage_counts_who_was_on_the_roster_that_day(String asOf, String known, int all, int unlinked) {
        long knownAt = switch (known) {
            case "admitted" -> admitted;
            case "dismissed" -> dismissed;
            case "wrongly" -> wrongly;
            default -> head;
        };
        JsonNode coverage = county.ask(
                        "/v1/coverage/" + county.linkPoint, "asOf", asOf, "knownAt", String.valueOf(knownAt))
                .json();
        assertThat(coverage.path("admitted").asInt()).isEqualTo(all);
        assertThat(coverage.path("unlinked")).hasSize(unlinked);
    }

    @Test
    void the_timeline_tells_it_in_words() {
        Answer answer = county.ask("/v1/link-points/" + county.linkPoint + "/timeline");
        assertThat(answer.body()).contains("taken off the roster", "Voided: 户2 王** taken off the roster");
    }
}
