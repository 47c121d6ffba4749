package org.minqing.query.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;

/**
 * The seven measures told in sentences: first what the period brought and what stood on its last day, then, in words that say so,
 * what came together since the programme began. A clause is told only where every figure in it has something to print.
 */
final class Prose {
    static final int PARTS = 7;
    private static final Pattern FIGURE = Pattern.compile("\\{(M\\w+)}");

    private final Texts texts;

    Prose(Texts texts) {
        this.texts = texts;
    }

    /**
     * A figure as a sentence prints it.
     *
     * @param evidence the question that gives the facts it is made of, and nothing else
     */
    record Told(String text, String evidence) {}

    /**
     * What can be told, by measure id.
     *
     * @param period of the period's days, or as it stood on the last
     * @param sinceLaunch of flows: from the launch to the period's end
     */
    record Figures(Map<String, Told> period, Map<String, Told> sinceLaunch) {
        boolean tells(String id) {
            return period.containsKey(id) || sinceLaunch.containsKey(id);
        }
    }

    /** @param missing measure ids the part would have told of the period */
    record Part(String title, List<Report.Run> runs, Set<String> missing) {
        String text() {
            return Report.text(runs);
        }
    }

    List<Part> parts(Language language, Figures figures) {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= PARTS; i++) {
            parts.add(part(language, "report.part." + i, figures));
        }
        return parts;
    }

    private Part part(Language language, String key, Figures figures) {
        List<String> ofPeriod = new ArrayList<>();
        List<String> sinceLaunch = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String clause : texts.text(language, key + ".clauses").split("\\|")) {
            List<String> ids = FIGURE.matcher(clause)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            ids.stream().filter(id -> !figures.period().containsKey(id)).forEach(missing::add);
            if (figures.period().keySet().containsAll(ids)) {
                ofPeriod.add(clause);
            }
            if (figures.sinceLaunch().keySet().containsAll(ids) && ids.stream().anyMatch(id -> more(id, figures))) {
                sinceLaunch.add(clause);
            }
        }
        List<Report.Run> runs = new ArrayList<>();
        sentence(runs, language, "report.sentence", ofPeriod, figures.period());
        sentence(runs, language, "report.sentence.since-launch", sinceLaunch, figures.sinceLaunch());
        if (runs.isEmpty()) {
            runs.add(Report.Run.of(texts.text(language, "report.nothing")));
        }
        return new Part(texts.text(language, key), runs, missing);
    }

    /** Whether the programme brought more than the period did. */
    private static boolean more(String id, Figures figures) {
        Told within = figures.period().get(id);
        Told whole = figures.sinceLaunch().get(id);
        return whole != null && (within == null || !within.text().equals(whole.text()));
    }

    private void sentence(
            List<Report.Run> runs, Language language, String key, List<String> clauses, Map<String, Told> figures) {
        if (clauses.isEmpty()) {
            return;
        }
        String sentence = texts.text(language, key, String.join(texts.text(language, "report.between"), clauses));
        String begun = (runs.isEmpty() ? "" : texts.text(language, "report.after"))
                + sentence.substring(0, 1).toUpperCase(Locale.ROOT)
                + sentence.substring(1);
        Matcher matcher = FIGURE.matcher(begun);
        int end = 0;
        while (matcher.find()) {
            add(runs, begun.substring(end, matcher.start()));
            add(runs, matcher.group(1), figures.get(matcher.group(1)));
            end = matcher.end();
        }
        add(runs, begun.substring(end));
    }

    private static void add(List<Report.Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(Report.Run.of(text));
        }
    }

    private static void add(List<Report.Run> runs, String id, @Nullable Told told) {
        if (told == null) {
            throw new IllegalStateException("a sentence without its figure " + id);
        }
        runs.add(new Report.Run(told.text(), id, told.evidence()));
    }
}
