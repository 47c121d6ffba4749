package org.minqing.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

class MinutesTest {
    private final QueryServer server = QueryServer.shared();
    private final Talks at = new Talks("530499");
    private final Sealed words = server.seal("activity:" + at.activity("words"), "内容（示例）");

    private void put(DomainEvent event) {
        server.on("2012-03-05", "Activity-" + ((Place) event.of()).activityId(), event);
    }

    private JsonNode item(String... parameters) {
        QueryServer.Answer answer =
                server.ask(QueryServer.office(at.county), "/v1/activities/" + at.activity("talk"), parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void are_masked_until_somebody_says_what_for() {
        server.on(
                "2012-03-05",
                "Division-" + at.county,
                new DivisionRegistered(
                        new DivisionEvent.Place(at.county), "5304", at.county, "示例县", LocalDate.of(2011, 1, 1)));
        put(at.held("talk", ActivityKind.HEART_TO_HEART_TALK, 30, "2012-03-01"));
        put(at.minutes("talk", words, "2012-03-03"));
        assertThat(item("asOf", "2012-12-31").path("minutes").path("text").asString())
                .isEqualTo("***");
        assertThat(item("asOf", "2012-12-31", "Minqing-Reveal", "identity")
                        .path("minutes")
                        .path("text")
                        .asString())
                .isEqualTo("内容（示例）");
    }
}
