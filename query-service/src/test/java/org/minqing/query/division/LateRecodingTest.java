package org.minqing.query.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

/** A county registered in 2011, recoded in 2016; a recoding and a renaming of the years between are entered afterwards. */
class LateRecodingTest {
    private static final String STREAM = "Division-530328";
    private static final String OFFICE = QueryServer.office("5303");
    private static QueryServer server;
    private static long before;
    private static long head;

    @BeforeAll
    static void tell() {
        server = new QueryServer();
        server.on("2011-12-26", "Division-5303", registered("5303", null, "曲靖市"));
        server.on("2011-12-26", STREAM, registered("530328", "5303", "沾益县"));
        before = server.on(
                        "2016-08-01",
                        STREAM,
                        new DivisionRecoded(
                                new Place("530328"), "5303", "530328", "530303", "沾益县", "沾益县", day("2016-07-01")))
                .position();
        server.on(
                "2017-01-01",
                STREAM,
                new DivisionRecoded(new Place("530328"), "5303", "530328", "530304", "沾益县", "沾益县", day("2013-01-01")));
        head = server.on(
                        "2017-01-02",
                        STREAM,
                        new DivisionRenamed(new Place("530328"), "5303", "沾益县", "霑益县", day("2014-01-01")))
                .position();
    }

    private static DivisionRegistered registered(String id, String parent, String name) {
        return new DivisionRegistered(new Place(id), parent, id, name, day("2011-01-01"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-01, head,   530328, 沾益县",
        "2012-12-31, head,   530328, 沾益县",
        "2013-01-01, head,   530304, 沾益县",
        "2013-12-31, head,   530304, 沾益县",
        "2014-01-01, head,   530304, 霑益县",
        "2016-06-30, head,   530304, 霑益县",
        "2016-07-01, head,   530303, 霑益县",
        "2020-01-01, head,   530303, 霑益县",
        "2013-01-01, before, 530328, 沾益县",
        "2014-01-01, before, 530328, 沾益县",
        "2016-07-01, before, 530303, 沾益县",
    })
    void it_is_called_as_it_was_called_then_as_far_as_that_was_known(String asOf, String at, String code, String name) {
        String knownAt = String.valueOf(at.equals("head") ? head : before);
        for (String asked : new String[] {"530328", "530303", "530304"}) {
            JsonNode division = server.ask(OFFICE, "/v1/dashboards/" + asked, "asOf", asOf, "knownAt", knownAt)
                    .json()
                    .path("division");
            assertThat(division.path("divisionId").asString()).isEqualTo("530328");
            assertThat(division.path("code").asString()).isEqualTo(code);
            assertThat(division.path("name").asString()).isEqualTo(name);
        }
    }
}
