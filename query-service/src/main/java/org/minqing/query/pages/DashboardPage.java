package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A division's dashboard on a day, as known on a day. */
@Controller
class DashboardPage {
    private static final List<String> MONEY = List.of("received", "inKind", "allocated", "paid", "balance");
    private static final List<Integer> LEVELS = List.of(2, 4, 6, 9, 12);
    /** So many the page shows at once, however many years there are: earlier ones are a link away. */
    private static final int MONTHS = 24;

    private static final int FUNDS = 10;

    private final Api api;
    private final Words words;
    private final JsonMapper json;

    DashboardPage(Api api, Words words, JsonMapper json) {
        this.api = api;
        this.words = words;
        this.json = json;
    }

    @GetMapping("/")
    String dashboard(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint given,
            @RequestParam(required = false) @Nullable String months,
            @RequestParam(defaultValue = "0") int funds,
            HttpServletResponse response,
            Model model) {
        Viewpoint asked = given.released();
        model.addAttribute("view", asked);
        model.addAttribute("wrong", Map.of());
        List<Map<String, Object>> divisions = divisions(reader, asked);
        model.addAttribute("divisions", divisions);
        model.addAttribute("listed", divisions.stream().anyMatch(d -> bears(d, asked.division())));
        if (asked.division() == null && divisions.isEmpty()) {
            model.addAttribute("nothing", true);
            return "dashboard";
        }
        Viewpoint view = asked.division() == null ? asked.at(widest(divisions)) : asked;
        model.addAttribute("view", view);
        Answer board = api.get(reader, Api.path("dashboards", String.valueOf(view.division())), view.with());
        if (!board.good()) {
            response.setStatus(board.status());
            Told problem = words.told(board, Map.of()).and(others(reader, view)).in(words::shown);
            model.addAttribute("problem", problem);
            model.addAttribute("wrong", problem.byInput());
            return "dashboard";
        }
        model.addAttribute("board", board.body());
        // the same place under a code it bears on another day
        String here = board.body().get("division") instanceof Map<?, ?> place
                ? String.valueOf(place.get("divisionId"))
                : view.division();
        model.addAttribute("here", here);
        model.addAttribute("listed", divisions.stream().anyMatch(d -> bears(d, here)));
        model.addAttribute("past", past(reader, view, board));
        model.addAttribute("held", view.held(board.text("asOf"), board.text("position")));
        List<Map<String, Object>> measures = board.list("measures");
        model.addAttribute(
                "themes",
                Theme.sorted(measures.stream().filter(DashboardPage::told).toList()));
        model.addAttribute("empty", measures.stream().filter(m -> !told(m)).toList());
        visits(reader, view, Viewpoint.given(months), model);
        money(reader, view, Math.max(funds, 0), model);
        reports(reader, view, model);
        return "dashboard";
    }

    /** A question is refused for one thing; each of its parts is asked for alone, so that all that is wrong is told at once. */
    private List<Told.Fault> others(Reader reader, Viewpoint view) {
        String everywhere = Api.path("divisions");
        List<Answer> parts = List.of(
                api.get(reader, Api.path("dashboards", String.valueOf(view.division())), Map.of()),
                api.get(reader, everywhere, new Viewpoint(null, view.asOf(), null, null, false).with("limit", "1")),
                api.get(reader, everywhere, new Viewpoint(null, null, view.knownAt(), null, false).with("limit", "1")));
        return parts.stream()
                .filter(part -> !part.good())
                .flatMap(part -> words.told(part, Map.of()).faults().stream())
                .toList();
    }

    /** What was given as the time may be that of now: today, or where the log stands. */
    private boolean past(Reader reader, Viewpoint view, Answer board) {
        Viewpoint day = new Viewpoint(view.division(), view.asOf(), null, null, false);
        return day.past() || (view.knownAt() != null && Long.parseLong(board.text("position")) < api.head(reader));
    }

    /** Whose reports there are: the organisations that run a programme and lie where the reader may see. */
    private void reports(Reader reader, Viewpoint view, Model model) {
        Set<String> seen = api.all(reader, Api.path("organisations"), Map.of()).stream()
                .map(organisation -> Answer.text(organisation, "id"))
                .collect(Collectors.toSet());
        Map<String, String> offices = new LinkedHashMap<>();
        api.all(reader, Api.path("programmes"), view.with()).stream()
                .filter(p -> seen.contains(Answer.text(p, "organisationId")))
                .forEach(p -> offices.put(
                        Answer.text(p, "organisationId"),
                        Answer.text(p, "organisationName").isEmpty()
                                ? Answer.text(p, "name")
                                : Answer.text(p, "organisationName")));
        model.addAttribute("offices", offices);
    }

    /** In the order of the tree, each with its depth in it. */
    private List<Map<String, Object>> divisions(Reader reader, Viewpoint view) {
        List<Map<String, Object>> divisions = new ArrayList<>();
        List<Map<String, Object>> found = known(reader, view);
        int top = found.stream().mapToInt(DashboardPage::level).min().orElse(0);
        found.stream()
                .sorted(Comparator.comparing((Map<String, Object> d) -> Answer.text(d, "divisionId")))
                .forEach(d -> {
                    Map<String, Object> shown = new LinkedHashMap<>(d);
                    shown.put("indent", "\u3000".repeat(Math.max(0, level(d) - top)));
                    divisions.add(shown);
                });
        return divisions;
    }

    /** Those of the day as known then; where that cannot be asked, which the board says, those of now. */
    private List<Map<String, Object>> known(Reader reader, Viewpoint view) {
        String path = Api.path("divisions");
        try {
            return api.all(reader, path, view.with("after", null));
        } catch (Answer.Refused e) {
            return api.all(reader, path, Map.of());
        }
    }

    private static boolean bears(Map<String, Object> division, @Nullable String codeOrId) {
        return codeOrId == null
                || Answer.text(division, "divisionId").equals(codeOrId)
                || Answer.text(division, "code").equals(codeOrId);
    }

    private static int level(Map<String, Object> division) {
        return LEVELS.indexOf(Answer.text(division, "divisionId").length());
    }

    /** Where a reader begins who has not said where: the top of what they may see. */
    private static String widest(List<Map<String, Object>> divisions) {
        return divisions.stream()
                .map(d -> Answer.text(d, "divisionId"))
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static boolean told(Map<String, Object> measure) {
        Object value = measure.get("value");
        return value != null && !(value instanceof Number number && number.doubleValue() == 0);
    }

    /**
     * Household-visits of the last months that have any.
     *
     * @param last none later than this month is shown; null: up to the page's day
     */
    private void visits(Reader reader, Viewpoint view, @Nullable String last, Model model) {
        List<Map<String, Object>> months = api
                .get(
                        reader,
                        Api.path("figures"),
                        view.with("measure", "M20b", "division", view.division(), "groupBy", "month"))
                .orRefuse()
                .list("groups")
                .stream()
                .filter(month -> month.get("key") != null && told(month))
                .filter(month -> last == null || Answer.text(month, "key").compareTo(last) <= 0)
                .toList();
        int first = Math.max(0, months.size() - MONTHS);
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Map<String, Object> month : months.subList(first, months.size())) {
            YearMonth day = YearMonth.parse(Answer.text(month, "key"));
            Map<String, Object> row = new LinkedHashMap<>(month);
            row.put("from", day.atDay(1).toString());
            row.put("to", day.atEndOfMonth().toString());
            shown.add(row);
        }
        model.addAttribute("months", shown);
        model.addAttribute("earlierMonths", first == 0 ? null : Answer.text(months.get(first - 1), "key"));
        model.addAttribute("laterMonths", last != null);
        model.addAttribute(
                "visits",
                json.writeValueAsString(Map.of(
                        "x", values(shown, "key"), "series", List.of(Map.of("values", values(shown, "value"))))));
    }

    private static List<String> values(List<Map<String, Object>> rows, String field) {
        return rows.stream().map(row -> Answer.text(row, field)).toList();
    }

    /**
     * What came into the last funds and went out of them, and the sum of all.
     *
     * @param skipped so many of the last are passed over
     */
    private void money(Reader reader, Viewpoint view, int skipped, Model model) {
        List<Map<String, Object>> all = api.all(reader, Api.path("funds"), view.with("division", view.division()));
        int end = Math.max(Math.min(FUNDS, all.size()), all.size() - skipped);
        int first = Math.max(0, end - FUNDS);
        List<Map<String, Object>> funds = all.subList(first, end);
        model.addAttribute("funds", funds);
        model.addAttribute("total", sums(all));
        model.addAttribute("earlierFunds", first);
        model.addAttribute("earlierTotal", sums(all.subList(0, first)));
        model.addAttribute("laterFunds", all.size() - end);
        model.addAttribute("laterTotal", sums(all.subList(end, all.size())));
        model.addAttribute("nextFunds", String.valueOf(all.size() - first));
        List<Map<String, Object>> series = MONEY.subList(0, 4).stream()
                .map(field -> Map.<String, Object>of("name", field, "values", values(funds, field)))
                .toList();
        model.addAttribute(
                "money",
                json.writeValueAsString(Map.of(
                        "x",
                        funds.stream()
                                .map(f -> Answer.text(f, "earmark") + "\n"
                                        + Answer.text(f, f.get("villageName") == null ? "divisionName" : "villageName"))
                                .toList(),
                        "series",
                        series)));
    }

    private static Map<String, BigDecimal> sums(List<Map<String, Object>> funds) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (String field : MONEY) {
            sums.put(
                    field,
                    funds.stream()
                            .map(f -> new BigDecimal(Answer.text(f, field)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return sums;
    }
}
