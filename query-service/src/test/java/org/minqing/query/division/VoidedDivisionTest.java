package org.minqing.query.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

/** Codes and names that were voided or corrected: asked by any code, as known then and now. */
class VoidedDivisionTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate RECODED = LocalDate.of(2012, 1, 10);

    private final Village village = new Village(QueryServer.shared());
    private final String township = village.county + "202";
    private final String other = village.county + "299";
    private final String stream = "Division-" + township;

    private final DivisionRecoded recoding =
            new DivisionRecoded(new Place(township), village.county, township, other, "播乐乡", "播乐镇", RECODED);

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.rebuild();
    }

    private String called(String code, String asOf, long knownAt) {
        QueryServer.Answer answer = village.ask("/v1/dashboards/" + code, asOf, knownAt);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode division = answer.json().path("division");
        return division.path("divisionId").asString().substring(village.county.length()) + " "
                + division.path("code").asString().substring(village.county.length()) + " "
                + division.path("name").asString();
    }

    @Test
    void a_recoding_corrected_voided_again_and_voided() {
        var at = village.put(stream, recoding);
        DivisionRecoded better = new DivisionRecoded(
                new Place(township), village.county, township, village.county + "298", "播乐乡", "播乐街道", RECODED);
        var correction = new Corrected<>(at.eventId(), recoding, better, village.reason(), null);
        var corrected = village.put(stream, correction);
        long back = village.voids(corrected, correction).position();
        long never = village.voids(at, recoding).position();
        for (String code : new String[] {township, other}) {
            assertThat(called(code, "2012-01-09", never)).isEqualTo("202 202 播乐乡");
            assertThat(called(code, "2012-01-10", at.position())).isEqualTo("202 299 播乐镇");
            assertThat(called(code, "2012-01-10", corrected.position())).isEqualTo("202 298 播乐街道");
            assertThat(called(code, "2012-01-10", back)).isEqualTo("202 299 播乐镇");
            assertThat(called(code, "2012-01-10", never)).isEqualTo("202 202 播乐乡");
        }
    }

    @Test
    void a_renaming_that_never_was_leaves_the_name() {
        DivisionRenamed renaming = new DivisionRenamed(new Place(township), village.county, "播乐乡", "播乐镇", RECODED);
        var at = village.put(stream, renaming);
        long never = village.voids(at, renaming).position();
        assertThat(called(township, "2012-01-10", at.position())).isEqualTo("202 202 播乐镇");
        assertThat(called(township, "2012-01-10", never)).isEqualTo("202 202 播乐乡");
        assertThat(village.timeline("divisions", township)).contains("撤销：行政区划由播乐乡更名为播乐镇");
    }

    @Test
    void a_code_borne_by_a_division_never_registered_is_that_of_whoever_bears_it() {
        String wrong = village.county + "A99";
        DivisionRegistered registration = new DivisionRegistered(new Place(wrong), village.county, other, "错乡", FIRST);
        var at = village.put("Division-" + wrong, registration);
        assertThat(called(other, "2012-01-10", at.position())).isEqualTo("A99 299 错乡");
        long never = village.voids(at, registration).position();
        assertThat(village.state("Division", wrong, "2012-01-10", never, "code"))
                .isEqualTo("VOIDED");
        long taken = village.put(stream, recoding).position();
        assertThat(called(other, "2012-01-10", taken)).isEqualTo("202 299 播乐镇");
        assertThat(called(other, "2012-01-09", taken)).isEqualTo("202 202 播乐乡");
    }

    @Test
    void a_division_registered_again_goes_on_where_it_was() {
        String village208 = village.county + "202209";
        DivisionRegistered registration =
                new DivisionRegistered(new Place(village208), township, village208, "错村", FIRST);
        var at = village.put("Division-" + village208, registration);
        village.voids(at, registration);
        long again = village.put(
                        "Division-" + village208,
                        new DivisionRegistered(new Place(village208), township, village208, "对村", FIRST))
                .position();
        assertThat(called(village208, "2012-01-10", again)).isEqualTo("202209 202209 对村");
        assertThat(called(village208, "2012-01-10", at.position())).isEqualTo("202209 202209 错村");
    }
}
