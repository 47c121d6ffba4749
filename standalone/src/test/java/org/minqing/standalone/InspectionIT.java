package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import tools.jackson.databind.JsonNode;

/** An inspector looks at 水田: both services, one asking the other. */
@RunningYear.Guest
class InspectionIT {
    private static final String DAY = "2012-12-31";
    private static final String SEED = "20121231";
    private static final int SIZE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Test
    void draws_a_sample_from_the_households_admitted_that_anybody_draws_again(RunningYear year) throws Exception {
        Client inspector = new Client(year.minqing, "inspector");
        UUID inspection = opened(inspector, year);
        Map<String, Object> draw = Map.of("inspectionId", inspection, "size", SIZE, "seed", SEED, "occurredOn", DAY);
        long position = inspector.done("DrawSample", draw).position();
        Answer again = inspector.send("DrawSample", draw);
        assertThat(again.body().path("events")).as(again.body().toString()).isEmpty();
        JsonNode sample = inspector
                .ask("/v1/inspections/" + inspection + "?asOf=" + DAY + "&after=" + position)
                .get("sample");
        JsonNode frame = inspector.ask("/v1/samples/frame?division=" + RunningYear.SHUITIAN + "&asOf=" + DAY
                + "&knownAt=" + sample.get("position").asLong());
        StringBuilder lines = new StringBuilder();
        TreeMap<String, String> byHash = new TreeMap<>();
        for (JsonNode id : frame.get("householdIds")) {
            lines.append(id.asString()).append('\n');
            byHash.put(sha256(SEED + ":" + id.asString()), id.asString());
        }
        assertThat(byHash).hasSize(214);
        assertThat(sample.get("frameSize").asInt()).isEqualTo(214);
        assertThat(sample.get("frameSha256").asString()).isEqualTo(sha256(lines.toString()));
        List<String> drawn = new ArrayList<>();
        sample.get("householdIds").forEach(id -> drawn.add(id.asString()));
        assertThat(drawn).isEqualTo(byHash.values().stream().limit(SIZE).toList());
    }

    @Test
    void what_is_found_becomes_one_rectification_of_its_owner_however_often_it_is_told(RunningYear year)
            throws Exception {
        Client inspector = new Client(year.minqing, "inspector");
        UUID inspection = opened(inspector, year);
        String organisation = year.office
                .ask("/v1/organisations?limit=1&asOf=" + DAY)
                .get("items")
                .get(0)
                .get("id")
                .asString();
        Map<String, Object> finding = Map.of(
                "inspectionId",
                inspection,
                "about",
                Map.of("type", "Organisation", "id", organisation),
                "text",
                "台账不实（示例）",
                "aspect",
                "WORK",
                "ownerOrganisationId",
                organisation,
                "dueOn",
                "2099-01-01",
                "occurredOn",
                DAY);
        UUID key = UUID.randomUUID();
        long position = inspector.send(key, "RecordFinding", finding).position();
        assertThat(inspector.send(key, "RecordFinding", finding).replayed()).isTrue();
        JsonNode findings = inspector
                .ask("/v1/inspections/" + inspection + "?asOf=" + DAY + "&after=" + position)
                .get("findings");
        assertThat(findings).hasSize(1);
        String follows = findings.get(0).get("rectificationId").asString();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(year.office
                                .ask("/v1/rectifications/" + follows + "?asOf=" + DAY)
                                .path("source")
                                .asString(""))
                        .isEqualTo("INSPECTION"));
        List<String> told = new ArrayList<>();
        year.office
                .ask("/v1/rectifications/" + follows + "/timeline?asOf=" + DAY)
                .get("items")
                .forEach(item -> told.add(item.get("type").asString()));
        assertThat(told).containsExactlyInAnyOrder("Inspection.FindingRecorded", "Rectification.RectificationRaised");
    }

    private static UUID opened(Client inspector, RunningYear year) throws Exception {
        UUID inspection = UUID.randomUUID();
        inspector.done(
                "OpenInspection",
                Map.of(
                        "inspectionId",
                        inspection,
                        "warrant",
                        "示例〔2012〕9号",
                        "divisionId",
                        RunningYear.SHUITIAN,
                        "cutOff",
                        year.loaded,
                        "occurredOn",
                        DAY));
        return inspection;
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "%064x".formatted(new BigInteger(1, digest));
    }
}
