package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.log.AppendContext.Appended;
import tools.jackson.databind.JsonNode;

/** What a figure rests on is told of its events, one by one and together; it has no mark of its own. */
class AuthoritiesTest {
    private static final String PRINTED = "工作报告所载 · printed";
    private static final String INVENTED = "示例，虚构 · invented";

    private final County county = new County();
    private final UUID household = county.household(county.village, "李示例");

    private Appended put(String authority, String stream, DomainEvent event) {
        return county.server
                .log
                .append(Instant.parse("2012-03-05T04:00:00Z"), Map.of("authority", authority), stream, List.of(event))
                .getFirst();
    }

    private Appended visited(String authority, String day) {
        VisitRecorded visit = county.visit(household, day);
        return put(authority, "Visit-" + visit.of().visitId(), visit);
    }

    private JsonNode evidence(String... more) {
        String[] asked = new String[more.length + 2];
        asked[0] = "measure";
        asked[1] = "M20b";
        System.arraycopy(more, 0, asked, 2, more.length);
        return county.ask("/v1/figures/evidence", asked).json();
    }

    @Test
    void each_event_shows_what_it_rests_on_and_the_figure_how_many_rest_on_what() {
        visited(INVENTED, "2012-03-01");
        visited(PRINTED, "2012-03-02");
        visited(INVENTED, "2012-03-03");
        county.visited(household, "2012-03-04");

        JsonNode told = evidence();

        assertThat(told.path("items").findValuesAsString("authority")).containsExactly(INVENTED, PRINTED, INVENTED);
        assertThat(told.path("items").path(3).has("authority")).isFalse();
        assertThat(told.path("restsOn").path("events").asInt()).isEqualTo(4);
        assertThat(told.path("restsOn").path("authorities").toString())
                .isEqualTo("[{\"authority\":\"%s\",\"events\":2},{\"authority\":\"%s\",\"events\":1}]"
                        .formatted(INVENTED, PRINTED));
        assertThat(told.has("mark")).isFalse();
    }

    @Test
    void an_event_that_no_longer_stands_lends_the_figure_nothing() {
        VisitRecorded first = county.visit(household, "2012-03-01");
        VisitRecorded second = county.visit(household, "2012-03-02");
        Appended wrong = put(PRINTED, "Visit-" + first.of().visitId(), first);
        Appended unclear = put(PRINTED, "Visit-" + second.of().visitId(), second);
        put(
                INVENTED,
                wrong.stream(),
                new Voided<>(wrong.eventId(), first, county.server.seal("household:" + household, "没有这回事"), null));
        Appended correction = put(
                INVENTED,
                unclear.stream(),
                new Corrected<>(
                        unclear.eventId(), second, second, county.server.seal("household:" + household, "另有依据"), null));

        JsonNode told = evidence();
        assertThat(told.path("restsOn").path("events").asInt())
                .isEqualTo(told.path("value").asInt());
        assertThat(told.path("restsOn").path("authorities").findValuesAsString("authority"))
                .doesNotContain(PRINTED);

        JsonNode before = evidence("knownAt", String.valueOf(unclear.position()));
        assertThat(before.path("restsOn").path("events").asInt()).isEqualTo(2);
        assertThat(before.path("restsOn").path("authorities").findValuesAsString("authority"))
                .containsExactly(PRINTED);

        put(
                INVENTED,
                unclear.stream(),
                new Voided<>(correction.eventId(), second, county.server.seal("household:" + household, "原件无误"), null));
        assertThat(evidence().path("restsOn").path("authorities").findValuesAsString("authority"))
                .containsExactly(PRINTED);
    }

    @Test
    void it_is_told_once_at_the_head_of_the_first_page() {
        visited(INVENTED, "2012-03-01");
        visited(INVENTED, "2012-03-02");
        JsonNode first = evidence("limit", "1");
        assertThat(first.path("restsOn").path("events").asInt()).isEqualTo(2);
        JsonNode second = evidence("limit", "1", "cursor", first.path("next").asString());
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.has("restsOn")).isFalse();
    }
}
