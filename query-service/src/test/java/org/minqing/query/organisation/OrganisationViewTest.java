package org.minqing.query.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.query.Village;

class OrganisationViewTest {
    private final Village village = new Village();
    private final UUID school = village.id("school");
    private final Seat seat = new Seat(school, village.id);
    private final String stream = "Organisation-" + school;

    private long registered() {
        return registered("91350100M000100Y43");
    }

    private long registered(String creditCode) {
        return village.put(
                        stream,
                        new OrganisationRegistered(seat, "水田小学（示例）", OrganisationKind.SCHOOL, creditCode, day("01-04")))
                .position();
    }

    private long office(String name, String day) {
        return village.put(stream, new OfficeAdded(seat, village.id(name), name, day(day)))
                .position();
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void is_there_from_its_day_on_with_name_kind_and_code() {
        long head = registered();
        assertThat(state("2012-01-03", head)).isEqualTo("-");
        assertThat(state("2012-01-04", head - 1)).isEqualTo("-");
        assertThat(state("2012-01-04", head)).isEqualTo("水田小学（示例） SCHOOL 91350100M000100Y43 0");
    }

    @Test
    void warns_of_a_credit_code_whose_check_character_is_wrong() {
        long head = registered("91350100M000100Y44");
        assertThat(village.state("Organisation", school, "2012-01-04", head, "creditCode", "creditCodeWarning"))
                .isEqualTo("91350100M000100Y44 WRONG_CHECK_CHARACTER");
    }

    @Test
    void warns_of_no_credit_code_that_is_right() {
        long head = registered();
        assertThat(village.state("Organisation", school, "2012-01-04", head, "creditCodeWarning"))
                .doesNotContain("WRONG");
    }

    private String state(String asOf, long knownAt) {
        return village.state("Organisation", school, asOf, knownAt, "name", "kind", "creditCode", "offices");
    }

    @Test
    void has_its_offices_in_the_order_of_their_days_however_late_they_are_recorded() {
        registered();
        long second = office("教务处", "02-10");
        long late = office("总务处", "01-20");
        assertThat(offices("2012-01-20", second)).isEqualTo(" ");
        assertThat(offices("2012-01-20", late)).isEqualTo("总务处 ");
        assertThat(offices("2012-02-10", second)).isEqualTo("教务处 ");
        assertThat(offices("2012-02-10", late)).isEqualTo("总务处 教务处");
    }

    private String offices(String asOf, long knownAt) {
        return village.state("Organisation", school, asOf, knownAt, "offices.0.name", "offices.1.name");
    }

    @Test
    void is_found_by_village_and_kind() {
        long head = registered();
        var found = village.ask("/v1/organisations", "2012-01-04", head, "village", village.id, "kind", "SCHOOL");
        assertThat(found.json().path("items")).hasSize(1);
        assertThat(village.ask("/v1/organisations", "2012-01-04", head, "kind", "ENTERPRISE")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void tells_its_events_as_sentences() {
        registered();
        office("教务处", "02-10");
        assertThat(village.timeline("organisations", school)).containsExactly("登记单位水田小学（示例）", "单位增设委室教务处");
    }

    @Test
    void a_correction_holds_from_the_first_day_until_it_is_voided() {
        OrganisationRegistered before =
                new OrganisationRegistered(seat, "水田小学（示例）", OrganisationKind.SCHOOL, null, day("01-04"));
        OrganisationRegistered after =
                new OrganisationRegistered(seat, "水田中学（示例）", OrganisationKind.SCHOOL, null, day("01-04"));
        UUID first = village.put(stream, before).eventId();
        OfficeAdded added = new OfficeAdded(seat, village.id("教务处"), "教务处", day("02-10"));
        UUID office = village.put(stream, added).eventId();
        Corrected<OrganisationEvent> correction = new Corrected<>(first, before, after, village.reason(), null);
        var corrected = village.put(stream, correction);
        long undone = village.put(stream, new Voided<>(corrected.eventId(), correction, village.reason(), null))
                .position();
        long without = village.put(stream, new Voided<>(office, added, village.reason(), null))
                .position();
        assertThat(name("2012-02-10", corrected.position())).isEqualTo("水田中学（示例） 教务处");
        assertThat(name("2012-02-10", undone)).isEqualTo("水田小学（示例） 教务处");
        assertThat(name("2012-02-10", without)).isEqualTo("水田小学（示例） ");
    }

    private String name(String asOf, long knownAt) {
        return village.state("Organisation", school, asOf, knownAt, "name", "offices.0.name");
    }
}
