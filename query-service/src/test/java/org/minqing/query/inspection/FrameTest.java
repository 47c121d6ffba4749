package org.minqing.query.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Sealed;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.linkpoint.LinkPointEvent.Admission;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

class FrameTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final QueryServer server = QueryServer.shared();
    private final String county = "5309%02d".formatted(COUNT.incrementAndGet());
    private final String village = county + "202207";
    private final UUID programme = id("programme " + county);
    private final UUID office = id("office " + county);
    private final Sealed words = server.seal("household:" + id("household " + county), "误列（示例）");

    private static LocalDate day(int day) {
        return LocalDate.of(2012, 2, day);
    }

    @BeforeEach
    void register() {
        for (String code : List.of(county, village)) {
            server.on(
                    "2012-03-05",
                    "Division-" + code,
                    new DivisionRegistered(
                            new Place(code),
                            code.equals(county) ? "5308" : county,
                            code,
                            "示例",
                            LocalDate.of(2011, 1, 1)));
        }
    }

    private JsonNode ask(String path, String... parameters) {
        QueryServer.Answer answer =
                server.ask(QueryServer.token("inspector", county, java.util.Map.of()), path, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private HouseholdAdmitted admitted(String name, UUID of) {
        return new HouseholdAdmitted(
                new Site(id("point " + county), of, office, village),
                new Admission(id("admission " + name + of), 7, id(name)),
                day(1));
    }

    private Appended admit(HouseholdAdmitted event) {
        return server.on("2012-03-05", "LinkPoint-" + event.of().linkPointId(), event);
    }

    private List<UUID> frame(String... parameters) {
        List<UUID> ids = new ArrayList<>();
        JsonNode answer = ask("/v1/samples/frame", parameters);
        answer.path("householdIds").forEach(each -> ids.add(UUID.fromString(each.asString())));
        assertThat(answer.path("size").asInt()).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void the_frame_is_who_was_admitted_then_as_known_then_in_order_and_none_twice() {
        admit(admitted("a", programme));
        admit(admitted("b", programme));
        admit(admitted("a", id("another programme")));
        long before = admit(admitted("c", programme)).position();
        admit(admitted("late", programme));
        HouseholdAdmitted gone = admitted("b", programme);
        server.on(
                "2012-03-05",
                "LinkPoint-" + gone.of().linkPointId(),
                new HouseholdDismissed(gone.of(), gone.admission(), words, null, day(5)));
        String[] at = {"asOf", "2012-02-06", "division", village, "knownAt", String.valueOf(before)};
        assertThat(frame(at)).isEqualTo(sorted("a", "b", "c"));
        assertThat(frame("asOf", "2012-02-06")).isEqualTo(sorted("a", "c", "late"));
        assertThat(frame("asOf", "2012-02-04")).isEqualTo(sorted("a", "b", "c", "late"));
        assertThat(frame("asOf", "2012-01-31")).isEmpty();
        assertThat(frame(
                        "asOf",
                        "2012-02-06",
                        "programme",
                        id("another programme").toString()))
                .isEqualTo(sorted("a"));
    }

    private static List<UUID> sorted(String... names) {
        return Stream.of(names)
                .map(QueryServer::id)
                .map(UUID::toString)
                .sorted()
                .map(UUID::fromString)
                .toList();
    }

    @Test
    void nobody_sees_the_frame_of_another_place() {
        assertThat(server.ask(QueryServer.office(county), "/v1/samples/frame", "division", "53")
                        .status())
                .isIn(403, 404);
    }
}
