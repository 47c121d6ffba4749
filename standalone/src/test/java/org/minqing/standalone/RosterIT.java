package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import org.minqing.standalone.RunningYear.Link;
import tools.jackson.databind.JsonNode;

/** 52 cadres and 214 households of 水田: no cadre above the quota, no household with two cadres, nobody left out unseen. */
@RunningYear.Guest
class RosterIT {
    private static final int RACES = 5;

    @Test
    void links_29_cadres_to_five_households_each_and_23_to_three(RunningYear year) throws Exception {
        String then = "&asOf=2012-12-31&knownAt=" + year.loaded;
        Map<String, Integer> ranks = new HashMap<>();
        year.office
                .ask("/v1/cadres?limit=1000" + then)
                .get("items")
                .forEach(
                        c -> ranks.put(c.get("id").asString(), c.get("rankCode").asInt()));
        Map<String, Integer> shapes = new TreeMap<>();
        for (JsonNode cadre :
                year.office.ask("/v1/figures?measure=M05&groupBy=cadre" + then).get("groups")) {
            int rank = ranks.get(cadre.get("key").asString());
            String band = rank <= 132 ? "to 132" : rank >= 141 && rank <= 199 ? "141 to 199" : "other";
            shapes.merge(band + ", links " + cadre.get("value").asInt(), 1, Integer::sum);
        }
        assertThat(shapes).isEqualTo(Map.of("to 132, links 5", 29, "141 to 199, links 3", 23));
    }

    @Test
    void covers_every_household_admitted_with_every_band_at_its_capacity(RunningYear year) throws Exception {
        Link any = year.links().getFirst();
        JsonNode coverage =
                year.office.ask("/v1/coverage/" + any.linkPoint() + "?asOf=2012-12-31&knownAt=" + year.loaded);
        assertThat(coverage.get("admitted").asInt()).isEqualTo(214);
        assertThat(coverage.get("linked").asInt()).isEqualTo(214);
        assertThat(coverage.get("unlinked")).isEmpty();
        assertThat(coverage.get("bands"))
                .hasSize(2)
                .allSatisfy(band -> assertThat(band.get("links")).isEqualTo(band.get("capacity")));
    }

    @Test
    void names_the_household_of_a_link_released_and_that_one_alone(RunningYear year) throws Exception {
        Link link = year.link(3, 0);
        String coverage = "/v1/coverage/" + link.linkPoint();
        JsonNode before = year.office.ask(coverage);

        Answer released = year.office.done("ReleaseHousehold", release(link));

        JsonNode after = year.office.ask(coverage + "?after=" + released.position());
        assertThat(after.get("linked").asInt()).isEqualTo(before.get("linked").asInt() - 1);
        assertThat(after.get("admitted")).isEqualTo(before.get("admitted"));
        assertThat(after.get("unlinked")).hasSize(before.get("unlinked").size() + 1);
        assertThat(after.get("unlinked"))
                .filteredOn(h ->
                        h.get("householdId").asString().equals(link.household().toString()))
                .singleElement()
                .satisfies(h -> {
                    assertThat(h.get("householdNo").asString()).isNotBlank();
                    assertThat(h.get("headName").asString()).endsWith("**");
                });

        Answer linked = year.office.done("AssignCadreToHousehold", assign(link, link.household()));
        assertThat(year.office.ask(coverage + "?after=" + linked.position()).get("unlinked"))
                .isEqualTo(before.get("unlinked"));
    }

    @Test
    void refuses_a_sixth_household_for_a_quota_of_five_and_says_what_to_do(RunningYear year) throws Exception {
        Link full = year.link(5, 5);
        UUID sixth = year.unlinked();
        Answer refused = year.office.send("AssignCadreToHousehold", assign(full, sixth));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("quota-exceeded");
        assertThat(refused.body().get("detail").asString()).contains("5");
    }

    @Test
    void gives_a_household_to_exactly_one_of_two_cadres_who_ask_at_once(RunningYear year) throws Exception {
        Link one = year.link(5, 2);
        Link other = year.link(5, 3);
        year.office.done("ReleaseHousehold", release(one));
        year.office.done("ReleaseHousehold", release(other));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int race = 0; race < RACES; race++) {
                Callable<Answer> first = () -> year.office.send("AssignCadreToHousehold", assign(one, one.household()));
                Callable<Answer> second =
                        () -> year.office.send("AssignCadreToHousehold", assign(other, one.household()));
                List<Answer> answers = both.invokeAll(List.of(first, second)).stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
                assertThat(answers).extracting(Answer::code).containsExactlyInAnyOrder("", "household-already-linked");
                year.office.done("ReleaseHousehold", release(one));
            }
        }
        year.office.done("AssignCadreToHousehold", assign(one, one.household()));
        year.office.done("AssignCadreToHousehold", assign(other, other.household()));
    }

    private static Map<String, Object> release(Link link) {
        return Map.of("linkPointId", link.linkPoint(), "householdId", link.household(), "reason", "换人联系（示例）");
    }

    private static Map<String, Object> assign(Link link, UUID household) {
        return Map.of("linkPointId", link.linkPoint(), "cadreId", link.cadre(), "householdId", household);
    }
}
