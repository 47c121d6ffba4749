package org.minqing.query.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Voided;
import org.minqing.query.MemoryServer;
import org.minqing.query.QuerySide;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;

class LinkPointViewTest {
    private final Village village = new Village(side());
    private final Roster roster = Roster.of(village);
    private final UUID zhang = village.cadre("张示例");
    private final UUID wang = village.cadre("王示例");
    private final UUID li = village.household("李示例");
    private final Link first = Link.of(li, zhang, "first");
    private final Link second = Link.of(li, wang, "second");

    private long put(org.minqing.events.DomainEvent event) {
        return village.put(roster.stream(), event).position();
    }

    private String link(Link link, String asOf, long knownAt) {
        return village.state("Link", link.id(), asOf, knownAt, "status");
    }

    private String card(Link link, String asOf, long knownAt) {
        return village.state("Card", link.card(), asOf, knownAt, "status");
    }

    private List<String> figures(String asOf, long knownAt) {
        return List.of(
                village.figure("M04", asOf, knownAt),
                village.figure("M05", asOf, knownAt),
                village.figure("M06", asOf, knownAt),
                village.figure("M26", asOf, knownAt));
    }

    QuerySide side() {
        return new MemoryServer();
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void a_village_is_a_link_point_from_its_day_until_that_is_voided_and_may_be_one_again() {
        var designated = roster.designated(300, day("01-10"));
        var at = village.put(roster.stream(), designated);
        long key = put(roster.keyVillage(village.id("key"), day("02-01")));
        assertThat(village.state("LinkPoint", roster.linkPoint(), "2012-01-09", key))
                .isEqualTo("-");
        assertThat(state("2012-01-10", key)).isEqualTo("300 false");
        assertThat(state("2012-02-01", at.position())).isEqualTo("300 false");
        assertThat(state("2012-02-01", key)).isEqualTo("300 true");
        // designated twice over, it is one village
        assertThat(village.figure("M06", "2012-02-01", key)).isEqualTo("1");
        assertThat(village.evidence("M06", "2012-02-01", key)).hasSize(2);

        long voided = village.voids(at, designated).position();
        assertThat(state("2012-01-10", voided)).isEqualTo("VOIDED");
        assertThat(state("2012-01-10", voided - 1)).isEqualTo("300 false");
        assertThat(village.figure("M06", "2012-01-31", voided)).isEqualTo("0");
        assertThat(village.figure("M06", "2012-01-31", voided - 1)).isEqualTo("1");

        long again = put(roster.designated(310, day("01-20")));
        assertThat(state("2012-01-19", again)).isEqualTo("VOIDED");
        assertThat(state("2012-01-20", again)).isEqualTo("310 false");
        assertThat(state("2012-02-01", again)).isEqualTo("310 true");
    }

    private String state(String asOf, long knownAt) {
        return village.state("LinkPoint", roster.linkPoint(), asOf, knownAt, "totalHouseholds", "keyVillage");
    }

    @Test
    void a_key_village_that_never_was_one_leaves_the_link_point_as_it_was() {
        put(roster.designated(null, day("01-10")));
        var key = roster.keyVillage(village.id("key"), day("02-01"));
        var at = village.put(roster.stream(), key);
        long voided = village.voids(at, key).position();
        assertThat(state("2012-02-01", at.position())).isEqualTo(" true");
        assertThat(state("2012-02-01", voided)).isEqualTo(" false");
        assertThat(village.figure("M06", "2012-02-01", voided)).isEqualTo("1");
        assertThat(village.evidence("M06", "2012-02-01", voided)).hasSize(3);
    }

    @Test
    void cadres_are_enrolled_from_a_day_to_a_day_and_counted_on_it() {
        put(roster.designated(null, day("01-10")));
        var enrolled = roster.enrolled(zhang, day("01-12"));
        var at = village.put(roster.stream(), enrolled);
        put(roster.enrolled(wang, day("01-20")));
        var withdrawn = roster.withdrawn(zhang, day("02-10"));
        var withdrawal = village.put(roster.stream(), withdrawn);
        long head = withdrawal.position();
        assertThat(List.of(
                        village.figure("M04", "2012-01-11", head),
                        village.figure("M04", "2012-01-12", head),
                        village.figure("M04", "2012-01-20", head),
                        village.figure("M04", "2012-02-09", head),
                        village.figure("M04", "2012-02-10", head)))
                .containsExactly("0", "1", "2", "2", "1");
        assertThat(enrolment("2012-02-09", head)).isEqualTo("ENROLLED 3");
        assertThat(enrolment("2012-02-10", head)).isEqualTo("WITHDRAWN 3");

        long back = village.voids(withdrawal, withdrawn).position();
        assertThat(enrolment("2012-02-10", back)).isEqualTo("ENROLLED 3");
        assertThat(village.figure("M04", "2012-02-10", back)).isEqualTo("2");
        long never = village.voids(at, enrolled).position();
        assertThat(enrolment("2012-02-10", never)).isEqualTo("VOIDED");
        assertThat(village.figure("M04", "2012-02-10", never)).isEqualTo("1");
        assertThat(village.figure("M04", "2012-02-10", head)).isEqualTo("1");
    }

    private String enrolment(String asOf, long knownAt) {
        return village.state("Enrolment", roster.enrolment(zhang), asOf, knownAt, "status", "quota");
    }

    @Test
    void a_household_is_admitted_from_its_day_until_that_is_voided() {
        put(roster.designated(null, day("01-10")));
        var admitted = roster.admitted(li, day("01-15"));
        var at = village.put(roster.stream(), admitted);
        long voided = village.voids(at, admitted).position();
        assertThat(admission("2012-01-14", at.position())).isEqualTo("-");
        assertThat(admission("2012-01-15", at.position())).isEqualTo("7");
        assertThat(admission("2012-01-15", voided)).isEqualTo("VOIDED");
    }

    private String admission(String asOf, long knownAt) {
        return village.state("Admission", Roster.admission(li), asOf, knownAt, "group");
    }

    @Test
    void a_link_and_its_card_end_together_when_the_household_is_released() {
        put(roster.assigned(first, day("01-15")));
        put(roster.issued(first, day("01-16")));
        put(roster.delivered(first, day("01-20")));
        var released = roster.released(first, true, day("02-20"));
        var release = village.put(roster.stream(), released);
        long head = release.position();
        assertThat(figures("2012-01-14", head)).containsExactly("0", "0", "0", "0");
        assertThat(figures("2012-01-15", head)).containsExactly("0", "1", "0", "0");
        assertThat(figures("2012-01-20", head)).containsExactly("0", "1", "0", "1");
        assertThat(figures("2012-02-20", head)).containsExactly("0", "0", "0", "0");
        assertThat(figures("2012-02-20", head - 1)).containsExactly("0", "1", "0", "1");
        assertThat(link(first, "2012-02-19", head)).isEqualTo("ACTIVE");
        assertThat(link(first, "2012-02-20", head)).isEqualTo("RELEASED");
        assertThat(card(first, "2012-01-16", head)).isEqualTo("ISSUED");
        assertThat(card(first, "2012-01-20", head)).isEqualTo("DELIVERED");
        assertThat(card(first, "2012-02-20", head)).isEqualTo("ENDED");

        long back = village.voids(release, released).position();
        assertThat(figures("2012-02-20", back)).containsExactly("0", "1", "0", "1");
        assertThat(link(first, "2012-02-20", back)).isEqualTo("ACTIVE");
        assertThat(card(first, "2012-02-20", back)).isEqualTo("DELIVERED");
    }

    @Test
    void a_hand_over_leaves_one_household_linked_and_ends_the_former_card() {
        put(roster.assigned(first, day("01-15")));
        put(roster.issued(first, day("01-16")));
        put(roster.delivered(first, day("01-20")));
        var handedOver = roster.handedOver(first, true, second, day("02-10"));
        var handOver = village.put(roster.stream(), handedOver);
        long head = handOver.position();
        assertThat(figures("2012-02-10", head)).containsExactly("0", "1", "0", "0");
        assertThat(figures("2012-02-09", head)).containsExactly("0", "1", "0", "1");
        assertThat(link(first, "2012-02-10", head)).isEqualTo("HANDED_OVER");
        assertThat(link(second, "2012-02-10", head)).isEqualTo("ACTIVE");
        assertThat(link(second, "2012-02-09", head)).isEqualTo("-");
        assertThat(card(first, "2012-02-10", head)).isEqualTo("ENDED");
        assertThat(village.figure("M05", "2012-02-10", head, "cadre", wang.toString()))
                .isEqualTo("1");
        assertThat(village.figure("M05", "2012-02-10", head, "cadre", zhang.toString()))
                .isEqualTo("0");

        long back = village.voids(handOver, handedOver).position();
        assertThat(figures("2012-02-10", back)).containsExactly("0", "1", "0", "1");
        assertThat(link(first, "2012-02-10", back)).isEqualTo("ACTIVE");
        assertThat(link(second, "2012-02-10", back)).isEqualTo("VOIDED");
        assertThat(link(second, "2012-02-10", head)).isEqualTo("ACTIVE");
        assertThat(card(first, "2012-02-10", back)).isEqualTo("DELIVERED");
    }

    @Test
    void a_link_that_never_was_takes_its_card_with_it_the_last_step_first() {
        var assigned = roster.assigned(first, day("01-15"));
        var issued = roster.issued(first, day("01-16"));
        var delivered = roster.delivered(first, day("01-20"));
        var assignment = village.put(roster.stream(), assigned);
        var issue = village.put(roster.stream(), issued);
        var delivery = village.put(roster.stream(), delivered);
        village.voids(delivery, delivered);
        long undelivered = village.head();
        village.voids(issue, issued);
        village.voids(assignment, assigned);
        long head = village.head();
        assertThat(card(first, "2012-01-20", undelivered)).isEqualTo("ISSUED");
        assertThat(figures("2012-01-20", undelivered)).containsExactly("0", "1", "0", "0");
        assertThat(card(first, "2012-01-20", head)).isEqualTo("VOIDED");
        assertThat(link(first, "2012-01-20", head)).isEqualTo("VOIDED");
        assertThat(figures("2012-01-20", head)).containsExactly("0", "0", "0", "0");
        assertThat(figures("2012-01-20", undelivered - 1)).containsExactly("0", "1", "0", "1");

        // made again it is another link
        put(roster.assigned(second, day("01-18")));
        assertThat(figures("2012-01-20", village.head())).containsExactly("0", "1", "0", "0");
    }

    @Test
    void a_revoked_card_counts_no_longer_and_counts_again_when_the_revocation_is_voided() {
        put(roster.assigned(first, day("01-15")));
        put(roster.issued(first, day("01-16")));
        put(roster.delivered(first, day("01-20")));
        var revoked = roster.revoked(first, true, day("02-01"));
        var revocation = village.put(roster.stream(), revoked);
        assertThat(card(first, "2012-02-01", village.head())).isEqualTo("REVOKED");
        assertThat(village.figure("M26", "2012-02-01", village.head())).isEqualTo("0");
        assertThat(village.figure("M26", "2012-01-31", village.head())).isEqualTo("1");
        village.voids(revocation, revoked);
        assertThat(card(first, "2012-02-01", village.head())).isEqualTo("DELIVERED");
        assertThat(village.figure("M26", "2012-02-01", village.head())).isEqualTo("1");
    }

    @Test
    void a_card_never_delivered_is_counted_neither_when_it_is_made_out_nor_when_it_ends() {
        put(roster.assigned(first, day("01-15")));
        put(roster.issued(first, day("01-16")));
        put(roster.released(first, false, day("02-20")));
        assertThat(village.figure("M26", "2012-01-31", village.head())).isEqualTo("0");
        assertThat(village.figure("M26", "2012-02-20", village.head())).isEqualTo("0");
        assertThat(village.evidence("M26", "2012-02-20", village.head())).isEmpty();
        assertThat(card(first, "2012-02-20", village.head())).isEqualTo("ENDED");
    }

    @Test
    void a_link_recorded_late_counts_from_its_day_but_only_for_who_knows_of_it() {
        UUID zhao = village.household("赵示例");
        put(roster.assigned(first, day("02-15")));
        long late = put(roster.assigned(Link.of(zhao, wang, "late"), day("01-05")));
        assertThat(village.figure("M05", "2012-01-31", late)).isEqualTo("1");
        assertThat(village.figure("M05", "2012-01-31", late - 1)).isEqualTo("0");
        assertThat(village.figure("M05", "2012-02-15", late)).isEqualTo("2");
        assertThat(village.figure("M05", "2012-02-15", late - 1)).isEqualTo("1");
    }

    @Test
    void a_household_with_two_links_counts_once_until_the_last_of_them_ends() {
        put(roster.assigned(first, day("01-15")));
        Link second = Link.of(first.household(), wang, "second");
        put(roster.assigned(second, day("01-20")));
        assertThat(village.figure("M05", "2012-01-31", village.head())).isEqualTo("1");
        put(roster.released(first, null, day("02-01")));
        assertThat(village.figure("M05", "2012-02-15", village.head())).isEqualTo("1");
        put(roster.released(second, null, day("02-20")));
        assertThat(village.figure("M05", "2012-02-20", village.head())).isEqualTo("0");
    }

    @Test
    void a_link_corrected_to_another_cadre_counts_for_that_one_until_the_correction_is_voided() {
        var assigned = roster.assigned(first, day("01-15"));
        var assignment = village.put(roster.stream(), assigned);
        var otherwise = roster.assigned(new Link(first.id(), li, wang, first.card()), day("01-15"));
        var correction = new Corrected<>(assignment.eventId(), assigned, otherwise, village.reason(), null);
        var corrected = village.put(roster.stream(), correction);
        assertThat(linksOf(zhang, corrected.position() - 1) + linksOf(wang, corrected.position() - 1))
                .isEqualTo("10");
        assertThat(linksOf(zhang, corrected.position()) + linksOf(wang, corrected.position()))
                .isEqualTo("01");
        assertThat(village.state("Link", first.id(), "2012-01-31", corrected.position(), "cadreId"))
                .isEqualTo(wang.toString());

        long back = put(new Voided<>(corrected.eventId(), correction, village.reason(), null));
        assertThat(linksOf(zhang, back) + linksOf(wang, back)).isEqualTo("10");
        assertThat(village.state("Link", first.id(), "2012-01-31", back, "cadreId"))
                .isEqualTo(zhang.toString());
        assertThat(village.timeline("links", first.id())).hasSize(3);
    }

    private String linksOf(UUID cadre, long knownAt) {
        return village.figure("M05", "2012-01-31", knownAt, "cadre", cadre.toString());
    }

    @Test
    void tells_its_events_as_sentences() {
        put(roster.designated(null, day("01-10")));
        put(roster.keyVillage(village.id("key"), day("01-10")));
        put(roster.enrolled(zhang, day("01-12")));
        put(roster.admitted(li, day("01-12")));
        put(roster.assigned(first, day("01-15")));
        put(roster.issued(first, day("01-16")));
        put(roster.delivered(first, day("01-17")));
        var handedOver = roster.handedOver(first, true, second, day("01-18"));
        var handOver = village.put(roster.stream(), handedOver);
        village.voids(handOver, handedOver);
        var revoked = roster.revoked(first, true, day("01-19"));
        village.voids(village.put(roster.stream(), revoked), revoked);
        put(roster.released(first, true, day("01-20")));
        put(roster.withdrawn(zhang, day("01-21")));
        assertThat(village.timeline("link-points", roster.linkPoint()))
                .containsExactly(
                        "确定水田村为联系点",
                        "确定水田村为重点村",
                        "张**参加联系",
                        "李家 李**列为联系对象",
                        "张**与李家 李**结对联系",
                        "为李家 李**制作干群联系卡，联系干部张**",
                        "干群联系卡送达李家 李**",
                        "李家 李**由张**移交王**联系",
                        "撤销：李家 李**由张**移交王**联系",
                        "李家 李**的干群联系卡作废",
                        "撤销：李家 李**的干群联系卡作废",
                        "张**与李家 李**解除结对",
                        "张**退出联系");
        assertThat(village.timeline("households", li)).hasSize(10);
        assertThat(village.timeline("cadres", wang)).hasSize(3);
    }

    @Test
    void everything_on_the_roster_is_found_where_it_is_and_by_whom_it_concerns() {
        put(roster.designated(null, day("01-01")));
        put(roster.enrolled(zhang, day("01-01")));
        put(roster.admitted(li, day("01-02")));
        put(roster.assigned(first, day("01-02")));
        put(roster.issued(first, day("01-03")));
        long head = put(roster.delivered(first, day("01-04")));
        for (String type : List.of("LinkPoint", "Enrolment", "Admission", "Link", "Card")) {
            assertThat(village.found(type, "2012-02-01", head, "village", village.id))
                    .as(type)
                    .isEqualTo(1);
            assertThat(village.found(type, "2012-02-01", head, "village", village.other))
                    .as(type)
                    .isZero();
        }
        for (String type : List.of("Admission", "Link", "Card")) {
            assertThat(village.found(type, "2012-02-01", head, "household", li))
                    .as(type)
                    .isEqualTo(1);
        }
        for (String type : List.of("Enrolment", "Link", "Card")) {
            assertThat(village.found(type, "2012-02-01", head, "cadre", zhang))
                    .as(type)
                    .isEqualTo(1);
            assertThat(village.found(type, "2012-02-01", head, "cadre", wang))
                    .as(type)
                    .isZero();
        }
        assertThat(village.found("Admission", "2012-02-01", head, "status", "ADMITTED"))
                .isEqualTo(1);
    }

    @Test
    void a_card_counts_for_its_cadre_and_its_household() {
        put(roster.designated(null, day("01-01")));
        put(roster.assigned(first, day("01-02")));
        put(roster.issued(first, day("01-03")));
        long head = put(roster.delivered(first, day("01-04")));
        assertThat(village.figure("M26", "2012-02-01", head, "cadre", zhang.toString()))
                .isEqualTo("1");
        assertThat(village.figure("M26", "2012-02-01", head, "cadre", wang.toString()))
                .isEqualTo("0");
        assertThat(village.figure("M26", "2012-02-01", head, "household", li.toString()))
                .isEqualTo("1");
        assertThat(village.figure("M05", "2012-02-01", head, "household", li.toString()))
                .isEqualTo("1");
        long enrolled = put(roster.enrolled(zhang, day("01-04")));
        assertThat(village.figure("M04", "2012-02-01", enrolled, "cadre", zhang.toString()))
                .isEqualTo("1");
        assertThat(village.figure("M04", "2012-02-01", enrolled, "cadre", wang.toString()))
                .isEqualTo("0");
    }

    @Test
    void a_card_made_out_is_to_be_delivered_within_thirty_days() {
        put(roster.designated(null, day("01-01")));
        put(roster.assigned(first, day("01-02")));
        long made = put(roster.issued(first, day("01-03")));
        var tasks = village.ask("/v1/tasks", "2012-01-10", made, "village", village.id)
                .json()
                .path("items");
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.path("task").asString()).isEqualTo("deliver-card");
            assertThat(task.path("dueOn").asString()).isEqualTo("2012-02-02");
            assertThat(task.path("cadreId").asString()).isEqualTo(zhang.toString());
        });
        long given = put(roster.delivered(first, day("01-09")));
        assertThat(village.ask("/v1/tasks", "2012-01-10", given, "village", village.id)
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
