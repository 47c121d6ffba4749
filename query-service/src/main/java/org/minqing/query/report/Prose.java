package org.minqing.query.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;

/** The seven measures told in sentences; a clause is told only where every figure in it has evidence. */
final class Prose {
    static final int PARTS = 7;
    private static final Pattern FIGURE = Pattern.compile("\\{(M\\w+)}");

    private final Texts texts;

    Prose(Texts texts) {
        this.texts = texts;
    }

    /** @param missing measure ids the part would have told */
    record Part(String title, String text, Set<String> missing) {}

    /** @param figures printed figures by measure id, of those with evidence */
    List<Part> parts(Language language, Map<String, String> figures) {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= PARTS; i++) {
            parts.add(part(language, "report.part." + i, figures));
        }
        return parts;
    }

    private Part part(Language language, String key, Map<String, String> figures) {
        List<String> told = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String clause : texts.text(language, key + ".clauses").split("\\|")) {
            List<String> absent = FIGURE.matcher(clause)
                    .results()
                    .map(found -> found.group(1))
                    .filter(id -> !figures.containsKey(id))
                    .toList();
            missing.addAll(absent);
            if (absent.isEmpty()) {
                told.add(FIGURE.matcher(clause).replaceAll(found -> quoted(found, figures)));
            }
        }
        String text = told.isEmpty()
                ? texts.text(language, "report.nothing")
                : begun(texts.text(
                        language, "report.sentence", String.join(texts.text(language, "report.between"), told)));
        return new Part(texts.text(language, key), text, missing);
    }

    private static String begun(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String quoted(MatchResult found, Map<String, String> figures) {
        return java.util.regex.Matcher.quoteReplacement(figures.getOrDefault(found.group(1), ""));
    }
}
