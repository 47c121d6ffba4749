package org.minqing.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.minqing.benchmarks.SampleOfLedger.Moment;

/** Every kind of question that is to cost no more of a long history than of a short one. */
final class BenchQuestions {
    /** Whose token asks. */
    enum Asker {
        OFFICE,
        SECRETARY,
        CADRE
    }

    /**
     * A kind of question.
     *
     * @param goal milliseconds within which ninety-nine of a hundred are to be answered
     * @param path after {@code /v1/}
     */
    record Kind(String name, int goal, Asker asker, Function<Moment, String> path) {}

    private static final int SOON = 50;
    private static final int LATER = 100;

    private final List<Kind> kinds = new ArrayList<>();
    private final String limit;

    private BenchQuestions(int limit) {
        this.limit = "limit=" + limit;
    }

    /**
     * @param rules of data quality
     * @param limit items of a page
     */
    static List<Kind> all(List<String> rules, int limit) {
        var questions = new BenchQuestions(limit);
        questions.figures();
        questions.lists();
        questions.tasks();
        questions.stories();
        questions.quality(rules);
        return List.copyOf(questions.kinds);
    }

    private void ask(String name, int goal, Function<Moment, String> path) {
        kinds.add(new Kind(name, goal, Asker.OFFICE, path));
    }

    private void figures() {
        ask("dashboard, prefecture", SOON, m -> "dashboards/" + GeneratedPrefecture.PREFECTURE + "?" + m.when());
        ask("dashboard, county", SOON, m -> "dashboards/" + m.county() + "?" + m.when());
        ask("dashboard, township", SOON, m -> "dashboards/" + m.township() + "?" + m.when());
        ask("dashboard, village", SOON, m -> "dashboards/" + m.village() + "?" + m.when());
        ask(
                "figure, prefecture",
                SOON,
                m -> "figures?measure=M20&division=" + GeneratedPrefecture.PREFECTURE + m.when());
        ask("figure of a cadre", SOON, m -> "figures?measure=M20&cadre=" + m.entity("Cadre") + m.when());
        ask(
                "figure by kind",
                LATER,
                m -> "figures?measure=M20&groupBy=kind&division=" + GeneratedPrefecture.PREFECTURE + m.when());
        ask("evidence, prefecture", LATER, m -> evidence("M20", GeneratedPrefecture.PREFECTURE, m));
        ask("evidence, county", LATER, m -> evidence("M20", m.county(), m));
        ask("evidence, village", LATER, m -> evidence("M20", m.village(), m));
        ask("evidence of donations", LATER, m -> evidence("M22", GeneratedPrefecture.PREFECTURE, m));
        ask("coverage", LATER, m -> "coverage/" + m.entity("LinkPoint") + "?" + m.when());
        ask("sealed figures", LATER, m -> "periods/" + m.entity("ReportingPeriod") + "/figures?");
        ask("assessment of a period", LATER, m -> "periods/" + m.entity("ReportingPeriod") + "/assessment?");
    }

    private String evidence(String measure, String division, Moment m) {
        return "figures/evidence?" + limit + "&measure=" + measure + "&division=" + division + m.when();
    }

    private void lists() {
        for (String list : List.of(
                "households",
                "cadres",
                "links",
                "enrolments",
                "visits",
                "concerns",
                "disputes",
                "funds",
                "projects",
                "activities",
                "postings",
                "documents",
                "rectifications")) {
            ask(list, SOON, m -> list + "?" + limit + m.when());
        }
        ask("households of a village", SOON, m -> "households?" + limit + "&village=" + m.village() + m.when());
        ask("households of a cadre", SOON, m -> "households?" + limit + "&cadre=" + m.entity("Cadre") + m.when());
        ask("visits of a village", SOON, m -> "visits?" + limit + "&village=" + m.village() + m.when());
        ask("visits of a county", SOON, m -> "visits?" + limit + "&division=" + m.county() + m.when());
        ask("visits of a cadre", SOON, m -> "visits?" + limit + "&cadre=" + m.entity("Cadre") + m.when());
        ask("visits of a household", SOON, m -> "visits?" + limit + "&household=" + m.entity("Household") + m.when());
        ask("visits voided", SOON, m -> "visits?" + limit + "&status=VOIDED" + m.when());
        ask("concerns open", SOON, m -> "concerns?" + limit + "&status=ACCEPTED" + m.when());
        ask("divisions", SOON, m -> "divisions?" + limit + m.when());
    }

    private void tasks() {
        ask("tasks", SOON, m -> "tasks?" + limit + m.when());
        ask("tasks of a county", SOON, m -> "tasks?" + limit + "&division=" + m.county() + m.when());
        ask("tasks of a village", SOON, m -> "tasks?" + limit + "&village=" + m.village() + m.when());
        ask("tasks overdue", SOON, m -> "tasks?" + limit + "&overdue" + m.when());
        kinds.add(new Kind("tasks, mine", SOON, Asker.CADRE, m -> "tasks?" + limit + "&mine" + m.when()));
        kinds.add(new Kind("tasks, a secretary's", SOON, Asker.SECRETARY, m -> "tasks?" + limit + m.when()));
    }

    private void stories() {
        story("households", "Household");
        story("cadres", "Cadre");
        story("link-points", "LinkPoint");
        story("funds", "Fund");
        story("concerns", "Concern");
        story("visits", "Visit");
        story("projects", "Project");
        ask("audit", LATER, m -> "audit?" + limit + m.when());
        ask("audit of a household", LATER, m -> "audit?" + limit + "&subject=" + m.entity("Household") + m.when());
        ask("audit of a cadre", LATER, m -> "audit?" + limit + "&subject=" + m.entity("Cadre") + m.when());
        ask("audit of a link point", LATER, m -> "audit?" + limit + "&subject=" + m.entity("LinkPoint") + m.when());
        ask("audit of a day", LATER, m -> "audit?" + limit + "&from=%1$s&to=%1$s".formatted(m.day()));
        ask("audit of an actor", LATER, m -> "audit?" + limit + "&actor=" + m.actor() + m.when());
        ask("events", LATER, m -> "events?" + limit + "&after=" + m.position());
        ask("events of a type", LATER, m -> "events?" + limit + "&type=Visit.VisitRecorded&after=" + m.position());
        ask(
                "events of a rare type",
                LATER,
                m -> "events?" + limit + "&type=Project.ProjectAccepted&after=" + m.position());
        ask(
                "events of a village",
                LATER,
                m -> "events?" + limit + "&division=" + m.village() + "&after=" + m.position());
    }

    private void story(String path, String type) {
        ask("item of " + path, SOON, m -> path + "/" + m.entity(type) + "?" + m.when());
        ask("timeline of " + path, SOON, m -> path + "/" + m.entity(type) + "/timeline?" + limit + m.when());
    }

    private void quality(List<String> rules) {
        ask("findings", LATER, m -> "data-quality?" + limit + m.when());
        ask("findings of a county", LATER, m -> "data-quality?" + limit + "&division=" + m.county() + m.when());
        ask("findings of a village", LATER, m -> "data-quality?" + limit + "&division=" + m.village() + m.when());
        for (String rule : rules) {
            ask(rule, LATER, m -> "data-quality?" + limit + "&rule=" + rule + m.when());
        }
    }
}
