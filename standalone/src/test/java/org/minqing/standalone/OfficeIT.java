package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import org.minqing.standalone.RunningYear.Link;
import tools.jackson.databind.JsonNode;

/** What the office does with the three commands the system was ordered for, and what each shows. */
@RunningYear.Guest
class OfficeIT {
    private static final String DASHBOARD = "/v1/dashboards/" + RunningYear.SHUITIAN;

    @Test
    void links_a_released_household_again_once_however_often_it_is_sent(RunningYear year) throws Exception {
        Link link = year.link(5, 0);
        Answer released = year.office.done(
                "ReleaseHousehold",
                Map.of("linkPointId", link.linkPoint(), "householdId", link.household(), "reason", "试用"));
        int less = households(year, DASHBOARD + "?after=" + released.position());
        var assign = Map.of("linkPointId", link.linkPoint(), "cadreId", link.cadre(), "householdId", link.household());
        UUID key = UUID.randomUUID();

        Answer linked = year.office.send(key, "AssignCadreToHousehold", assign);

        assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
        assertThat(linked.replayed()).isFalse();
        assertThat(linked.position()).isEqualTo(released.position() + 1);
        assertThat(households(year, DASHBOARD + "?after=" + linked.position())).isEqualTo(less + 1);

        Answer again = year.office.send(key, "AssignCadreToHousehold", assign);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(linked.body());
        Answer card = year.office.send(UUID.randomUUID(), "IssueLiaisonCard", household(link));
        assertThat(card.status())
                .as("by hand, or already made out with the link")
                .isIn(200, 201);
        long delivered =
                year.office.done("ConfirmCardDelivery", household(link)).position();
        assertThat(delivered).as("nothing twice, and one card in between").isEqualTo(linked.position() + 2);
    }

    @Test
    void hears_which_rule_stands_against_a_link(RunningYear year) throws Exception {
        Link full = year.link(5, 1);
        Link other = year.link(3, 1);
        Answer tooMany = assign(year, full, year.unlinked());
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("quota-exceeded");
        for (Link anybody : List.of(full, other)) {
            Answer taken = assign(year, anybody, year.link(5, 4).household());
            assertThat(taken.status()).isEqualTo(409);
            assertThat(taken.code()).isEqualTo("household-already-linked");
        }
    }

    @Test
    void sees_what_stood_and_was_known_when_the_report_was_printed_under_the_name_of_then(RunningYear year)
            throws Exception {
        String day = DASHBOARD + "?asOf=2012-12-31&knownAt=2013-05-06T00:00:00";
        JsonNode then = year.office.ask(day + "%2B08:00");
        assertThat(then.at("/division/code").asString()).isEqualTo("530328202207");
        assertThat(then.at("/division/fullName").asString()).isEqualTo("云南省曲靖市沾益县播乐乡水田村委会");
        assertThat(households(year, day + "%2B08:00")).isEqualTo(214);
        assertThat(year.office.text(day + "+08:00")).isEqualTo(year.office.text(day + "%2B08:00"));
        assertThat(year.office.text(day + "%2008:00")).isEqualTo(year.office.text(day + "%2B08:00"));
        JsonNode today = year.office.ask(DASHBOARD);
        assertThat(today.at("/division/code").asString()).isEqualTo("530303202207");
        assertThat(today.at("/division/fullName").asString()).isEqualTo("云南省曲靖市沾益区播乐乡水田村委会");
    }

    @Test
    void finds_a_donation_in_the_fund_in_the_figure_and_in_its_evidence(RunningYear year) throws Exception {
        UUID fund = year.fund("饮水");
        BigDecimal before = yuan(year.office.ask("/v1/funds/" + fund), "received");
        BigDecimal given = yuan(year.office.measure(DASHBOARD, "M09"), "value");

        Answer donated = year.office.done(
                "RecordDonation",
                Map.of(
                        "fundId", fund,
                        "donor", Map.of("kind", "CADRE", "id", year.link(5, 0).cadre()),
                        "money", Map.of("amount", "100.00")));

        String after = "?after=" + donated.position();
        assertThat(yuan(year.office.ask("/v1/funds/" + fund + after), "received"))
                .isEqualByComparingTo(before.add(new BigDecimal("100.00")));
        JsonNode measure = year.office.measure(DASHBOARD + after, "M09");
        assertThat(yuan(measure, "value")).isEqualByComparingTo(given.add(new BigDecimal("100.00")));
        assertThat(year.office
                        .ask(measure.get("evidence").asString() + "&limit=1000")
                        .get("items"))
                .filteredOn(e -> e.get("eventId").asString().equals(donated.event()))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.get("position").asLong()).isEqualTo(donated.position());
                    assertThat(yuan(e, "quantity")).isEqualByComparingTo("100.00");
                });
    }

    @Test
    void resolves_a_dispute_after_the_agreement_and_not_before_and_reads_its_story(RunningYear year) throws Exception {
        Answer registered = year.office.done(
                "RegisterDispute",
                Map.of(
                        "villageCode",
                        RunningYear.SHUITIAN,
                        "kind",
                        "NEIGHBOUR",
                        "parties",
                        List.of(Map.of("name", "示例甲"), Map.of("name", "示例乙")),
                        "facts",
                        "两家对地界看法不一（示例）"));
        String id = registered.body().at("/subject/id").asString();
        Map<String, String> dispute = Map.of("disputeId", id);
        year.office.done("AcceptMediation", dispute);
        year.office.done("HoldMediationSession", dispute);

        Answer early = resolve(year, id);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("dispute-not-settled");

        year.office.done("ReachMediationAgreement", Map.of("disputeId", id, "terms", "以石埂为界（示例）"));
        Answer resolved = resolve(year, id);
        assertThat(resolved.status()).as(resolved.toString()).isEqualTo(201);

        String timeline = "/v1/disputes/" + id + "/timeline?after=" + resolved.position();
        assertThat(sentences(year.office.ask(timeline, "Accept-Language", "zh")))
                .satisfiesExactly(
                        s -> assertThat(s).isEqualTo("登记矛盾纠纷（邻里）"),
                        s -> assertThat(s).isEqualTo("受理调解"),
                        s -> assertThat(s).isEqualTo("第1次调解"),
                        s -> assertThat(s).matches("达成调解协议，\\d{4}-\\d{2}-\\d{2}起生效"),
                        s -> assertThat(s).isEqualTo("矛盾纠纷办结：调解和好"));
        assertThat(sentences(year.office.ask(timeline, "Accept-Language", "en")))
                .satisfiesExactly(
                        s -> assertThat(s).isEqualTo("Dispute registered (neighbours)"),
                        s -> assertThat(s).isEqualTo("Mediation accepted"),
                        s -> assertThat(s).isEqualTo("Mediation session 1 held"),
                        s -> assertThat(s).matches("Mediation agreement reached, effective \\d{4}-\\d{2}-\\d{2}"),
                        s -> assertThat(s).isEqualTo("Dispute resolved: reconciled"));
    }

    private static Answer assign(RunningYear year, Link link, UUID household) throws Exception {
        return year.office.send(
                "AssignCadreToHousehold",
                Map.of("linkPointId", link.linkPoint(), "cadreId", link.cadre(), "householdId", household));
    }

    private static Answer resolve(RunningYear year, String dispute) throws Exception {
        return year.office.send("ResolveDispute", Map.of("disputeId", dispute, "outcome", "RECONCILED"));
    }

    private static Map<String, UUID> household(Link link) {
        return Map.of("linkPointId", link.linkPoint(), "householdId", link.household());
    }

    private static int households(RunningYear year, String dashboard) throws Exception {
        return year.office.measure(dashboard, "M05").get("value").asInt();
    }

    private static BigDecimal yuan(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asString());
    }

    private static List<String> sentences(JsonNode timeline) {
        return timeline.get("items")
                .valueStream()
                .map(item -> item.get("sentence").asString())
                .toList();
    }
}
