package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Money given is not money raised, goods are not money of the fund, and nothing is paid that is not there. */
@RunningYear.Guest
class MoneyIT {
    @Test
    void never_merges_what_cadres_gave_with_what_the_office_raised(RunningYear year) throws Exception {
        String village = "/v1/dashboards/%s?asOf=2012-12-31&knownAt=%d".formatted(RunningYear.SHUITIAN, year.loaded);
        JsonNode given = year.office.measure(village, "M09");
        JsonNode raised = year.office.measure(village, "M10");
        assertThat(given.get("value").asString()).isEqualTo("21000.00");
        assertThat(raised.get("value").asString()).isEqualTo("20000.00");
        BigDecimal gifts =
                new BigDecimal(year.office.measure(village, "M22").get("value").asString());
        BigDecimal kind = new BigDecimal(year.office
                .ask("/v1/figures?measure=M22&kind=KIND&asOf=2012-12-31&knownAt=" + year.loaded)
                .get("value")
                .asString());
        assertThat(gifts).isEqualByComparingTo(kind.add(new BigDecimal("21000")));
        // what is set aside for a purpose comes out of both, and is no sum of what came in
        assertThat(year.office.ask(village).get("measures"))
                .filteredOn(m -> !m.get("id").asString().equals("A14"))
                .noneMatch(m -> m.get("value").asString("").matches("41000(\\.00)?"));
    }

    /** As much as cadres gave for water, and other money. */
    @Test
    void keeps_the_work_funds_of_three_villages_apart_from_what_was_given_for_water(RunningYear year) throws Exception {
        List<Long> found = of21000Yuan(year, "M23", 3);
        List<Long> given = of21000Yuan(year, "M09", 1);
        assertThat(found).hasSize(3).doesNotContainAnyElementsOf(given);
    }

    /** The positions of what adds to 21,000 yuan in so many villages. */
    private static List<Long> of21000Yuan(RunningYear year, String measure, int villages) throws Exception {
        String which = "measure=%s&division=530303202&asOf=2012-12-31&knownAt=%d".formatted(measure, year.loaded);
        JsonNode figure = year.office.ask("/v1/figures?groupBy=division&" + which);
        assertThat(figure.get("value").asString()).isEqualTo("21000.00");
        assertThat(figure.get("groups")).hasSize(villages);
        var positions = new ArrayList<Long>();
        year.office
                .ask("/v1/figures/evidence?limit=1000&" + which)
                .get("items")
                .forEach(item -> positions.add(item.get("position").asLong()));
        return positions;
    }

    @Test
    void refuses_to_pay_one_fen_more_than_the_water_fund_holds(RunningYear year) throws Exception {
        String fund = "/v1/funds/" + year.fund("饮水");
        JsonNode before = year.office.ask(fund);
        Answer refused = year.office.send(
                "PayFromFund",
                Map.of(
                        "fundId", year.fund("饮水"),
                        "payee", Map.of("name", "示例管材店"),
                        "money", yuan("41000.01"),
                        "purpose", "饮水管道"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("insufficient-funds");
        assertThat(year.office.ask(fund)).isEqualTo(before);
    }

    /** In a division of its own, under a programme of its own: 21,000 in money, and goods up to the very fen. */
    @Test
    void prints_30000_and_more_only_with_more_than_9000_in_kind(RunningYear year) throws Exception {
        year.office.done("RegisterDivision", Map.of("code", "530381", "name", "示例市", "parentCode", "5303"));
        String organisation = made(year.office.done(
                "RegisterOrganisation", Map.of("name", "示例办公室", "kind", "OFFICE", "divisionCode", "530381")));
        String programme = made(year.office.done(
                "LaunchProgramme", Map.of("name", "示例活动", "linkMode", "EXACTLY_ONE", "organisationId", organisation)));
        String fund = made(year.office.done(
                "OpenFund", Map.of("programmeId", programme, "organisationId", organisation, "earmark", "饮水")));
        year.office.done(
                "RecordDonation",
                Map.of("fundId", fund, "donor", Map.of("kind", "PERSON", "name", "示例甲"), "money", yuan("21000.00")));

        assertThat(printed(year, goods(year, fund, "9000.00"))).isEqualTo("3万元");
        assertThat(printed(year, goods(year, fund, "0.01"))).isEqualTo("3万余元");
    }

    private static Answer goods(RunningYear year, String fund, String worth) throws Exception {
        return year.office.done(
                "RecordInKindDonation",
                Map.of(
                        "fundId", fund,
                        "donor", Map.of("kind", "PERSON", "name", "示例乙"),
                        "items",
                                List.of(Map.of(
                                        "name",
                                        "大米",
                                        "quantity",
                                        Map.of("value", 1, "unit", "袋", "qualifier", "EXACT"),
                                        "unitPrice",
                                        yuan(worth),
                                        "basis",
                                        "购货发票"))));
    }

    private static String printed(RunningYear year, Answer after) throws Exception {
        return year.office
                .measure("/v1/dashboards/530381?after=" + after.position(), "M22")
                .get("display")
                .asString();
    }

    private static String made(Answer answer) {
        return answer.body().get("subject").get("id").asString();
    }

    private static Map<String, String> yuan(String amount) {
        return Map.of("amount", amount);
    }
}
