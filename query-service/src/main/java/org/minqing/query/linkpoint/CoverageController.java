package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.minqing.query.linkpoint.Coverage.Admitted;
import org.minqing.query.platform.answer.Items;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.view.Period;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gaps of coverage at a link point: households without a link, households nobody has seen. Never a ranking of people. */
@RestController
class CoverageController {
    private static final long DAYS = 90;
    private static final long MOST_DAYS = 3660;

    private final Snapshots snapshots;
    private final RegisterReader register;
    private final Items items;
    private final Coverage coverage;

    CoverageController(Snapshots snapshots, RegisterReader register, Items items, Coverage coverage) {
        this.snapshots = snapshots;
        this.register = register;
        this.items = items;
        this.coverage = coverage;
    }

    @AcceptedParameters({"from", "to", "days"})
    @GetMapping("/v1/coverage/{linkPointId}")
    ResponseEntity<Object> coverage(@PathVariable String linkPointId, QuestionParameters asked) {
        Long days = asked.number("days");
        if (days != null && days > MOST_DAYS) {
            throw Refusal.malformed("days", "0 .. " + MOST_DAYS);
        }
        return snapshots.answer(asked, question -> coverage(question, linkPointId, days == null ? DAYS : days));
    }

    private Map<String, Object> coverage(Question question, String id, long days) {
        Item point = register.find("LinkPoint", id, question.asOf(), question.knownAt())
                .orElseThrow(() -> Refusal.notFound("link-point", id));
        UUID linkPoint = UUID.fromString(point.id());
        question.requireScope(point.division(), point.organisation());
        Period period = period(question);
        List<Admitted> admitted =
                coverage.admitted(linkPoint, question.asOf(), question.knownAt(), period.from(), period.to());
        long linked = admitted.stream().filter(Admitted::linked).count();

        Map<String, Object> json = new LinkedHashMap<>();
        var shown = items.show(question, "LinkPoint", List.of(point)).getFirst();
        json.put("linkPointId", linkPoint);
        json.put("villageId", point.division());
        json.put("villageCode", shown.path("villageCode").asString(""));
        json.put("villageName", shown.path("villageName").asString(""));
        json.put("asOf", question.asOf());
        json.put("position", question.knownAt());
        json.put("totalHouseholds", shown.get("totalHouseholds"));
        json.put("admitted", admitted.size());
        json.put("linked", linked);
        json.put("coverage", Coverage.share(linked, admitted.size()));
        json.put("unlinked", named(question, admitted, a -> !a.linked()));
        json.put("from", period.from());
        json.put("to", period.to());
        json.put("visited", admitted.stream().filter(a -> a.visits() > 0).count());
        json.put("days", days);
        json.put("notSeen", named(question, admitted, a -> a.unseen(question.asOf(), (int) days)));
        json.put("bands", coverage.bands(linkPoint, question.asOf(), question.knownAt()));
        return json;
    }

    /** As asked for, else the calendar year up to the day. */
    private static Period period(Question question) {
        LocalDate from = question.asked().day("from");
        LocalDate to = question.asked().day("to");
        LocalDate end = to == null ? question.asOf() : to;
        return new Period(from == null ? end.withDayOfYear(1) : from, end);
    }

    private List<Map<String, Object>> named(Question question, List<Admitted> admitted, Predicate<Admitted> gap) {
        Map<String, Admitted> gaps = new LinkedHashMap<>();
        admitted.stream().filter(gap).forEach(a -> gaps.put(a.householdId().toString(), a));
        Map<String, Map<String, Object>> named = new LinkedHashMap<>();
        gaps.forEach((id, a) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("householdId", id);
            json.put("group", a.group());
            named.put(id, json);
        });
        List<Item> households = register.list(
                Filter.among(
                        "Household", question.asOf(), question.knownAt(), question.scope(), List.copyOf(gaps.keySet())),
                0,
                "",
                Math.max(1, gaps.size()));
        items.show(question, "Household", households).forEach(household -> {
            Map<String, Object> json =
                    Objects.requireNonNull(named.get(household.path("id").asString()));
            json.put("householdNo", household.path("householdNo").asString(""));
            json.put("headName", household.path("head").path("name").asString(""));
        });
        gaps.forEach((id, a) -> Objects.requireNonNull(named.get(id)).put("lastVisit", a.lastVisit()));
        return List.copyOf(named.values());
    }
}
