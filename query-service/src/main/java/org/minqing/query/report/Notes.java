package org.minqing.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Publications.Change;
import org.minqing.query.platform.answer.Publications.Seal;
import org.minqing.query.platform.answer.Publications.Waived;

/**
 * What is to be noted of a report, in the words of a paper that goes out: no ids, no positions. In the texts {@code [[M05 words]]} are
 * words that link to the evidence of a measure.
 */
final class Notes {
    private static final Pattern LINK = Pattern.compile("\\[\\[(\\w+) ([^\\]]+)]]");

    private final Texts texts;
    private final Language language;
    private final Map<String, String> evidence;
    private final List<Report.Note> notes = new ArrayList<>();

    /** @param evidence the question that gives it, by measure id */
    Notes(Texts texts, Language language, Map<String, String> evidence) {
        this.texts = texts;
        this.language = language;
        this.evidence = evidence;
    }

    List<Report.Note> all() {
        return List.copyOf(notes);
    }

    void add(String text) {
        add(text, evidence);
    }

    void tell(String key, Object... values) {
        add(texts.text(language, key, values));
    }

    void seal(Seal seal) {
        tell("report.sealed", language.day(seal.sealedOn()));
        seal.waived().forEach(this::waived);
        seal.amendments().forEach(a -> words("report.amended", language.day(a.on()), a.note()));
        seal.changes().forEach(this::changed);
    }

    private void waived(Waived waived) {
        String title = texts.find(language, "rule." + waived.rule() + ".title").orElse(waived.rule());
        words("report.waived", title, waived.findings(), waived.reason());
    }

    private void changed(Change change) {
        Map<String, String> now = new HashMap<>(evidence);
        now.put(change.id(), change.evidence());
        add(texts.text(language, "report.changed", change.id(), change.title(), change.sealed(), change.now()), now);
    }

    /** What people wrote links nowhere, whatever it looks like. */
    private void words(String key, Object... values) {
        String text = texts.text(language, key, values);
        notes.add(new Report.Note(text, List.of(Report.Run.of(text))));
    }

    private void add(String text, Map<String, String> questions) {
        List<Report.Run> runs = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            runs.add(Report.Run.of(text.substring(end, link.start())));
            String question = questions.get(link.group(1));
            runs.add(
                    question == null
                            ? Report.Run.of(link.group(2))
                            : new Report.Run(link.group(2), link.group(1), question));
            end = link.end();
        }
        runs.add(Report.Run.of(text.substring(end)));
        runs.removeIf(run -> run.text().isEmpty());
        notes.add(new Report.Note(Report.text(runs), List.copyOf(runs)));
    }
}
