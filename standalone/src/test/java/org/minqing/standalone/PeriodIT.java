package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import tools.jackson.databind.JsonNode;

/** A report from the opening of its period to what shows after it was given out, by two people of one office. */
@RunningYear.Guest
class PeriodIT {
    private static final String COUNTY = "530323";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate from = today.minusDays(20);
    private final LocalDate to = today.minusDays(1);

    @Test
    void is_written_approved_by_another_sealed_at_a_position_and_stands(RunningYear year) throws Exception {
        year.office.done(
                "RegisterDivision",
                Map.of("code", COUNTY, "name", "示例县", "parentCode", "5303", "occurredOn", from.toString()));
        String organisation = made(year.office.done(
                "RegisterOrganisation",
                Map.of("name", "示例县办公室", "kind", "OFFICE", "divisionCode", COUNTY, "occurredOn", from.toString())));
        String programme = made(year.office.done(
                "LaunchProgramme",
                Map.of(
                        "name",
                        "示例活动",
                        "linkMode",
                        "EXACTLY_ONE",
                        "organisationId",
                        organisation,
                        "occurredOn",
                        from.toString())));
        String fund = made(year.office.done(
                "OpenFund",
                Map.of(
                        "programmeId",
                        programme,
                        "organisationId",
                        organisation,
                        "earmark",
                        "饮水",
                        "occurredOn",
                        from.toString())));
        give(year, fund, "1000.00");
        String ahead = made(open(year, programme, organisation, "未完", today.plusDays(30), "ANNUAL"));
        assertThat(year.office.send("SubmitReport", id(ahead)).code()).isEqualTo("period-not-over");

        String period = made(open(year, programme, organisation, "示例期", to, "HALF_YEAR"));
        assertThat(open(year, programme, organisation, "示例期", to, "HALF_YEAR").code())
                .isEqualTo("already-exists");
        assertThat(open(year, programme, organisation, "又一期", to, "HALF_YEAR").code())
                .isEqualTo("period-overlaps");
        year.office.done(
                "WriteSection",
                Map.of("reportingPeriodId", period, "section", "PROBLEMS_AND_CAUSES", "text", "一是路难行。"));
        year.office.done("SubmitReport", id(period));
        assertThat(year.office.send("ApproveReport", id(period)).code()).isEqualTo("same-person");
        new Client(year.minqing, "colleague").done("ApproveReport", id(period));

        Answer refused = year.office.send("SealPeriod", id(period));
        assertThat(refused.code()).as(refused.toString()).isEqualTo("period-incomplete");
        assertThat(refused.body().get("detail").asString()).contains("RP01", "/v1/periods/" + period + "/assessment");
        Answer sealed =
                year.office.done("SealPeriod", Map.of("reportingPeriodId", period, "waivers", waivers(year, period)));
        JsonNode item = year.office.ask("/v1/periods/" + period + "?after=" + sealed.position());
        assertThat(item.get("status").asString()).isEqualTo("SEALED");
        long position = item.get("seal").get("position").asLong();
        assertThat(position).isLessThan(sealed.position());
        String assessment = year.office.text("/v1/periods/" + period + "/assessment?knownAt=" + position);
        assertThat(item.get("seal").get("assessmentSha256").asString()).isEqualTo(sha256(assessment));

        JsonNode before = figures(year, period, sealed);
        assertThat(value(before, "M22")).isEqualTo("1000.00");
        assertThat(before.get("adjustments")).isEmpty();
        JsonNode after = figures(year, period, give(year, fund, "500.00"));
        assertThat(after.get("sealed")).isEqualTo(before.get("sealed"));
        assertThat(after.get("adjustments")).anySatisfy(adjustment -> {
            assertThat(adjustment.get("id").asString()).isEqualTo("M22");
            assertThat(adjustment.get("sealed").get("value").asString()).isEqualTo("1000.00");
            assertThat(adjustment.get("now").get("value").asString()).isEqualTo("1500.00");
        });
        assertThat(year.office
                        .send(
                                "WriteSection",
                                Map.of("reportingPeriodId", period, "section", "NEXT_STEPS", "text", "修路"))
                        .code())
                .isEqualTo("period-sealed");
        assertThat(year.office.text("/v1/periods/" + period + "/assessment?knownAt=" + position))
                .isEqualTo(assessment);
    }

    /** The year's own office, its 214 links less one, in the year after. */
    @Test
    void is_not_sealed_while_a_household_whose_link_was_released_is_without_one(RunningYear year) throws Exception {
        RunningYear.Link link = year.link(3, 7);
        String organisation = year.office
                .ask("/v1/programmes/" + year.programme())
                .get("organisationId")
                .asString();
        Map<String, Object> its =
                Map.of("linkPointId", link.linkPoint(), "householdId", link.household(), "occurredOn", "2013-06-01");
        Map<String, Object> release = new HashMap<>(its);
        release.put("reason", "外出（示例）");
        Answer released = year.office.done("ReleaseHousehold", release);
        JsonNode coverage =
                year.office.ask("/v1/coverage/" + link.linkPoint() + "?asOf=2013-12-31&after=" + released.position());
        assertThat(coverage.get("unlinked"))
                .extracting(h -> h.get("householdId").asString())
                .containsExactly(link.household().toString());

        String period = made(year.office.send(
                "OpenPeriod",
                Map.of(
                        "programmeId", year.programme(),
                        "organisationId", organisation,
                        "name", "2013",
                        "from", "2013-01-01",
                        "to", "2013-12-31")));
        for (String section : List.of("PROBLEMS_AND_CAUSES", "NEXT_STEPS")) {
            year.office.done("WriteSection", Map.of("reportingPeriodId", period, "section", section, "text", "（示例）"));
        }
        year.office.done("SubmitReport", id(period));
        Answer approved = new Client(year.minqing, "colleague").done("ApproveReport", id(period));
        Answer refused = year.office.send("SealPeriod", id(period));
        assertThat(refused.code()).as(refused.toString()).isEqualTo("period-incomplete");
        assertThat(refused.body().get("detail").asString()).contains("DQ01");
        assertThat(unlinked(year, period, approved))
                .containsExactly(link.household().toString());

        Map<String, Object> again = new HashMap<>(its);
        again.put("cadreId", link.cadre());
        Answer linked = year.office.done("AssignCadreToHousehold", again);
        assertThat(unlinked(year, period, linked)).isEmpty();
    }

    private static List<String> unlinked(RunningYear year, String period, Answer after) throws Exception {
        List<String> households = new ArrayList<>();
        year.office
                .ask("/v1/periods/" + period + "/assessment?after=" + after.position())
                .get("findings")
                .forEach(finding -> {
                    if (finding.get("rule").asString().equals("DQ01")) {
                        households.add(finding.get("record").asString());
                    }
                });
        return households;
    }

    private Answer open(
            RunningYear year, String programme, String organisation, String name, LocalDate last, String kind)
            throws Exception {
        return year.office.send(
                "OpenPeriod",
                Map.of(
                        "programmeId",
                        programme,
                        "organisationId",
                        organisation,
                        "name",
                        name,
                        "from",
                        from.toString(),
                        "to",
                        last.toString(),
                        "kind",
                        kind,
                        "occurredOn",
                        from.toString()));
    }

    /** On a day of the period. */
    private Answer give(RunningYear year, String fund, String amount) throws Exception {
        return year.office.done(
                "RecordDonation",
                Map.of(
                        "fundId", fund,
                        "donor", Map.of("kind", "PERSON", "name", "示例甲"),
                        "money", Map.of("amount", amount),
                        "occurredOn", from.plusDays(5).toString()));
    }

    private static List<Map<String, String>> waivers(RunningYear year, String period) throws Exception {
        List<Map<String, String>> waivers = new ArrayList<>();
        year.office
                .ask("/v1/periods/" + period + "/assessment")
                .get("findings")
                .forEach(finding ->
                        waivers.add(Map.of("findingId", finding.get("id").asString(), "reason", "另行报告，详见附件说明（示例）")));
        assertThat(waivers).isNotEmpty();
        return waivers;
    }

    private static JsonNode figures(RunningYear year, String period, Answer after) throws Exception {
        return year.office.ask("/v1/periods/" + period + "/figures?after=" + after.position());
    }

    private static String value(JsonNode figures, String measure) {
        for (JsonNode figure : figures.get("sealed")) {
            if (figure.get("id").asString().equals(measure)) {
                return figure.get("value").asString();
            }
        }
        throw new AssertionError(measure);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> id(String period) {
        return Map.of("reportingPeriodId", period);
    }

    private static String made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().get("subject").get("id").asString();
    }
}
