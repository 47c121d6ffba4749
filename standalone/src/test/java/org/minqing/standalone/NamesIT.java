package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Recoded in 2016: a place is called as it was called on the day asked for, by whatever code it is asked for. */
@RunningYear.Guest
class NamesIT {
    private static final String REPORTED = "?asOf=2012-12-31&knownAt=2013-05-06T00:00:00%2B08:00";

    @ParameterizedTest
    @ValueSource(strings = {"530328202", "530303202"})
    void prints_the_township_of_the_report_as_it_was_then_and_as_it_is_today(String code, RunningYear year)
            throws Exception {
        JsonNode then = year.office.ask("/v1/divisions/" + code + REPORTED);
        assertThat(then.get("code").asString()).isEqualTo("530328202");
        assertThat(then.get("parentName").asString() + then.get("name").asString())
                .isEqualTo("沾益县播乐乡");
        JsonNode today = year.office.ask("/v1/divisions/" + code);
        assertThat(today.get("code").asString()).isEqualTo("530303202");
        assertThat(today.get("parentName").asString() + today.get("name").asString())
                .isEqualTo("沾益区播乐乡");
    }

    @ParameterizedTest
    @ValueSource(strings = {"530328202207", "530303202207"})
    void prints_the_village_with_all_above_it(String code, RunningYear year) throws Exception {
        assertThat(year.office
                        .ask("/v1/dashboards/" + code + REPORTED)
                        .at("/division/fullName")
                        .asString())
                .isEqualTo("云南省曲靖市沾益县播乐乡水田村委会");
        assertThat(year.office
                        .ask("/v1/dashboards/" + code)
                        .at("/division/fullName")
                        .asString())
                .isEqualTo("云南省曲靖市沾益区播乐乡水田村委会");
    }

    @Test
    void keeps_the_name_of_then_for_a_day_of_2012_known_today(RunningYear year) throws Exception {
        JsonNode then = year.office.ask("/v1/divisions/530303202?asOf=2012-12-31");
        assertThat(then.get("code").asString()).isEqualTo("530328202");
        assertThat(then.get("parentName").asString()).isEqualTo("沾益县");
    }

    @Test
    void does_not_know_in_2013_what_was_decided_in_2016(RunningYear year) throws Exception {
        JsonNode foreseen =
                year.office.ask("/v1/divisions/530303202?asOf=2020-01-01&knownAt=2013-05-06T00:00:00%2B08:00");
        assertThat(foreseen.get("code").asString()).isEqualTo("530328202");
    }
}
