package org.minqing.query.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class CadreViewTest {
    private final Village village = new Village();
    private final UUID cadre = village.id("cadre");
    private final UUID township = village.id("township");
    private final String stream = "Cadre-" + cadre;

    private CadreRegistered registration(String name, String rank, String day) {
        return new CadreRegistered(
                village.membership(cadre),
                village.id("room"),
                village.sealed("person:" + cadre, name),
                "1",
                rank,
                village.sealed("person:" + cadre, "13800000000"),
                "01",
                null,
                day(day));
    }

    private Appended ranked(String from, String to, String day) {
        return village.put(stream, new CadreRankChanged(village.membership(cadre), from, to, day(day)));
    }

    private Appended transferred(String day) {
        village.put(
                "Organisation-" + township,
                new OrganisationRegistered(
                        new Seat(township, village.county + "202"), "播乐乡政府（示例）", null, null, Village.LAUNCH));
        return village.put(
                stream,
                new CadreTransferred(
                        new Transfer(cadre, village.office, village.id("room"), township, village.county + "202"),
                        null,
                        null,
                        day(day)));
    }

    private String state(String asOf, long knownAt) {
        return village.state("Cadre", cadre, asOf, knownAt, "rankCode", "sex", "divisionId", "officeId", "status");
    }

    private String told(String rank, String sex, boolean moved, String status) {
        return rank + " " + sex + " " + (moved ? village.county + "202 " : village.county + " " + village.id("room"))
                + " " + status;
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void has_the_rank_the_place_and_the_service_of_the_day() {
        village.put(stream, registration("张示例", "141", "01-04"));
        ranked("141", "132", "01-20");
        long moved = transferred("02-01").position();
        long head = village.put(
                        stream,
                        new CadreWithdrawn(
                                new Membership(cadre, township, village.county + "202"), null, null, day("03-01")))
                .position();
        assertThat(state("2012-01-03", head)).isEqualTo("-");
        assertThat(state("2012-01-19", head)).isEqualTo(told("141", "1", false, "IN_SERVICE"));
        assertThat(state("2012-01-20", head)).isEqualTo(told("132", "1", false, "IN_SERVICE"));
        assertThat(state("2012-02-01", head)).isEqualTo(told("132", "1", true, "IN_SERVICE"));
        assertThat(state("2012-03-01", head)).isEqualTo(told("132", "1", true, "WITHDRAWN"));
        assertThat(state("2012-03-01", moved)).isEqualTo(told("132", "1", true, "IN_SERVICE"));
        for (String asOf : new String[] {"2012-01-31", "2012-02-01"}) {
            var there = village.ask("/v1/cadres", asOf, head, "organisation", township.toString());
            assertThat(there.json().path("items")).hasSize(asOf.endsWith("31") ? 0 : 1);
        }
    }

    @Test
    void a_rank_recorded_late_holds_from_its_day_to_the_next() {
        village.put(stream, registration("张示例", "150", "01-04"));
        long known = ranked("150", "132", "02-10").position();
        long late = ranked("150", "141", "01-20").position();
        assertThat(state("2012-01-20", known)).startsWith("150");
        assertThat(state("2012-01-20", late)).startsWith("141");
        assertThat(state("2012-02-10", late)).startsWith("132");
    }

    @Test
    void what_was_registered_wrong_always_was_as_last_corrected() {
        var wrong = registration("张示例", "150", "01-04");
        var at = village.put(stream, wrong);
        ranked("150", "132", "02-10");
        var better = registration("章示例", "150", "01-04");
        long first = village.corrects(at, wrong, better).position();
        var right = registration("章示例", "141", "01-04");
        long second = village.corrects(at, better, right).position();
        assertThat(state("2012-01-04", first)).startsWith("150");
        assertThat(state("2012-01-04", second)).startsWith("141");
        assertThat(state("2012-02-10", second)).startsWith("132");
        assertThat(name("2012-01-04", first - 1)).isEqualTo("张**");
        assertThat(name("2012-01-04", first)).isEqualTo("章**");
        assertThat(name("2012-02-10", second)).isEqualTo("章**");
    }

    private String name(String asOf, long knownAt) {
        return village.ask("/v1/cadres/" + cadre, asOf, knownAt)
                .json()
                .path("name")
                .asString();
    }

    @Test
    void tells_its_events_as_sentences() {
        var registered = registration("张示例", "141", "01-04");
        var at = village.put(stream, registered);
        ranked("141", "132", "01-20");
        transferred("02-01");
        village.put(
                stream,
                new CadreWithdrawn(new Membership(cadre, township, village.county + "202"), null, null, day("03-01")));
        village.corrects(at, registered, registration("章示例", "141", "01-04"));
        assertThat(village.timeline("cadres", cadre))
                .containsExactly(
                        "登记干部张**，市人大办（示例），乡科级正职",
                        "更正：登记干部张**，市人大办（示例），乡科级正职；更正为：登记干部章**，市人大办（示例），乡科级正职",
                        "干部职级由乡科级正职变为县处级副职",
                        "干部由市人大办（示例）调到播乐乡政府（示例）",
                        "干部不再任职");
    }

    @Test
    void what_never_was_is_left_out_and_a_voided_correction_puts_back_what_stood() {
        var registered = registration("张示例", "150", "01-04");
        var at = village.put(stream, registered);
        var rank = new CadreRankChanged(village.membership(cadre), "150", "132", day("02-10"));
        var ranked = village.put(stream, rank);
        var correction = new Corrected<CadreEvent>(
                at.eventId(), registered, registration("张示例", "141", "01-04"), village.reason(), null);
        var corrected = village.put(stream, correction);
        long back = village.voids(corrected, correction).position();
        long without = village.voids(ranked, rank).position();
        long never = village.voids(at, registered).position();
        assertThat(state("2012-01-04", corrected.position())).startsWith("141");
        assertThat(state("2012-01-04", back)).startsWith("150");
        assertThat(state("2012-02-10", back)).startsWith("132");
        assertThat(state("2012-02-10", without)).startsWith("150");
        assertThat(state("2012-02-10", never)).isEqualTo("VOIDED");
        assertThat(village.timeline("cadres", cadre)).contains("撤销：干部职级由科员变为县处级副职", "撤销：登记干部张**，市人大办（示例），科员");
    }
}
