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

    /** The text with the measure's title in it as words that link. */
    static String linked(String text, String measure, String title) {
        return text.replace(title, "[[" + measure + " " + title + "]]");
    }

    /** Texts people wrote stand as they wrote them; who reads another language is told so. */
    static String inChinese(Texts texts, Language language, String text) {
        return language != Language.ZH && Report.Run.name(text).language() != null
                ? texts.text(language, "report.in-chinese")
                : "";
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
        seal.amendments().forEach(a -> words("report.amended", a.note(), language.day(a.on())));
        seal.changes().forEach(this::changed);
    }

    private void waived(Waived waived) {
        String title = texts.find(language, "rule." + waived.rule() + ".title").orElse(waived.rule());
        words("report.waived", waived.reason(), title, waived.findings());
    }

    private void changed(Change change) {
        Map<String, String> now = new HashMap<>(evidence);
        now.put(change.id(), change.evidence());
        add(texts.text(language, "report.changed", change.id(), change.title(), change.sealed(), change.now()), now);
    }

    /** What people wrote, the last value of the text, links nowhere, whatever it looks like. */
    private void words(String key, String written, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(written + inChinese(texts, language, written));
        String text = texts.text(language, key, all.toArray());
        int at = text.lastIndexOf(written);
        add(List.of(
                Report.Run.of(text.substring(0, at)),
                Report.Run.name(written),
                Report.Run.of(text.substring(at + written.length()))));
    }

    private void add(List<Report.Run> pieces) {
        List<Report.Run> runs =
                pieces.stream().filter(run -> !run.text().isEmpty()).toList();
        notes.add(new Report.Note(Report.text(runs), runs));
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
                            : new Report.Run(link.group(2), link.group(1), null, question, null));
            end = link.end();
        }
        runs.add(Report.Run.of(text.substring(end)));
        add(runs);
    }
}
