package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer.Answer;
import tools.jackson.databind.JsonNode;

/** Questions the forms of the pages need: who is linked with whom, who may still take one, what stands at a position. */
class WhatFormsAskTest {
    private final County county = new County();

    @Test
    void lists_the_links_of_a_village_with_the_names_of_both_sides() {
        UUID household = county.household(county.village, "吴示例");
        county.link(household);

        JsonNode links = items("/v1/links", "village", county.village, "status", "ACTIVE");

        assertThat(links).hasSize(1);
        assertThat(links.get(0).path("householdId").asString()).isEqualTo(household.toString());
        assertThat(links.get(0).path("householdName").asString()).isEqualTo("户0 吴**");
        assertThat(links.get(0).path("cadreName").asString()).isEqualTo("张**");
        assertThat(items("/v1/links", "village", county.other)).isEmpty();
        assertThat(items("/v1/links", "village", county.village, "asOf", "2011-12-31"))
                .isEmpty();
    }

    @Test
    void lists_the_cadres_enrolled_with_the_quota_they_were_judged_by() {
        UUID enrolment = id("enrolment of " + county.cadre);
        county.put(
                "LinkPoint-" + county.linkPoint,
                new CadreEnrolled(
                        new Site(county.linkPoint, county.programme, county.organisation, county.village),
                        new Enrolment(enrolment, county.cadre, "141", "科级以下", 3),
                        LocalDate.parse("2012-01-05")));

        JsonNode enrolments = items("/v1/enrolments", "village", county.village);

        assertThat(enrolments).hasSize(1);
        assertThat(enrolments.get(0).path("id").asString()).isEqualTo(enrolment.toString());
        assertThat(enrolments.get(0).path("judgedBy").path("quota").asInt()).isEqualTo(3);
        assertThat(enrolments.get(0).path("quota").asInt())
                .as("none is in force")
                .isZero();
        assertThat(enrolments.get(0).path("status").asString()).isEqualTo("ENROLLED");
    }

    @Test
    void tells_what_stands_at_positions_within_the_scope() {
        UUID household = county.household(county.village, "吴示例");
        Appended first = county.visited(household, "2012-03-01");
        Appended second = county.visited(household, "2012-03-02");

        JsonNode told = items("/v1/audit", "position", first.position() + "," + second.position());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).path("position").asLong()).isEqualTo(first.position());
        assertThat(told.get(0).path("sentence").asString()).contains("张**").contains("户0 吴**");
        assertThat(items("/v1/audit", "position", first.position() + "")).hasSize(1);
        Answer elsewhere = new County().ask("/v1/audit", "position", first.position() + "");
        assertThat(elsewhere.json().path("items")).isEmpty();
        assertThat(county.ask("/v1/audit", "position", "first").status()).isEqualTo(400);
    }

    private JsonNode items(String path, String... parameters) {
        Answer answer = county.ask(path, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }
}
