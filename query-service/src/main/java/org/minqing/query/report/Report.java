package org.minqing.query.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.answer.Publications.Seal;
import org.minqing.query.platform.view.Period;

/**
 * A report as it is printed and sent: the paper that goes out, and a sheet for inspection that carries what only inspection needs.
 *
 * @param language of the paper, {@code zh} or {@code en}
 * @param cover what stands around the body
 * @param days those of the period, written out
 * @param measures as JSON carries them
 * @param notes printed below the signature
 * @param sealed what was sealed and what changed since; null: not sealed
 * @param annex the sheet for inspection
 * @param table every measure as plain numbers, on the sheet
 */
record Report(
        String title,
        String language,
        @JsonUnwrapped Cover cover,
        Period period,
        String days,
        List<Map<String, Object>> measures,
        List<Section> sections,
        List<Missing> missing,
        List<Note> notes,
        @Nullable Seal sealed,
        Annex annex,
        List<String> head,
        List<Row> table,
        Footer footer) {

    /** Between two paragraphs of a section. */
    static final String PARAGRAPH = "\n";

    /** The title without the days that it names where it is of no calendar year or half. */
    public String heading() {
        return dated() ? title.substring(0, title.length() - days.length()) : title;
    }

    /** Whether the title names the days. */
    public boolean dated() {
        return title.endsWith(days);
    }

    /** A text with names in it in its pieces: in a paper of another language what is Chinese is marked as such. */
    public List<Run> marked(String text) {
        return language.equals("zh") ? List.of(Run.of(text)) : Run.marked(text);
    }

    /** As people file it: 市人大办2012年工作总结.docx; a draft says so. */
    String file(String extension) {
        String draft = cover.draft();
        String mark = draft == null ? "" : "（" + draft + "）";
        return (cover.organisation() + title + mark).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "." + extension;
    }

    /**
     * @param computed false: written by people
     * @param runs the text in its pieces
     * @param clauses ids of the outline's clauses that are told in it
     */
    record Section(String title, String text, boolean computed, List<Run> runs, List<String> clauses) {
        static Section written(String title, String text) {
            return new Section(title, text, false, List.of(Run.name(text)), List.of());
        }

        static Section said(String title, String words, boolean computed) {
            return new Section(title, words, computed, List.of(Run.of(words)), List.of());
        }

        public List<List<Run>> paragraphs() {
            List<List<Run>> paragraphs = new ArrayList<>(List.of(new ArrayList<>()));
            for (Run run : runs) {
                if (run.text().equals(PARAGRAPH)) {
                    paragraphs.add(new ArrayList<>());
                } else {
                    paragraphs.getLast().add(run);
                }
            }
            return paragraphs;
        }
    }

    /**
     * A piece of a text: words, or one figure.
     *
     * @param measure id of the figure; null: words
     * @param kind where the figure is of one kind alone
     * @param evidence the question whose answer is the figure; null: words
     * @param language {@code zh} where the words are a name or a text that people gave in Chinese, whatever the report's language
     */
    record Run(
            String text,
            @Nullable String measure,
            @Nullable String kind,
            @Nullable String evidence,
            @Nullable String language) {
        private static final String WIDE = "\\p{IsHan}、。《》「」『』【】〔〕（）！？，：；“”‘’";
        private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
        private static final Pattern CHINESE =
                Pattern.compile("\\d*[" + WIDE + "](?:[" + WIDE + "\\d]*[" + WIDE + "])?");

        static Run of(String words) {
            return new Run(words, null, null, null, null);
        }

        /** What people called it, or wrote, as it is. */
        static Run name(String text) {
            return new Run(text, null, null, null, HAN.matcher(text).find() ? "zh" : null);
        }

        /** What is Chinese, from its first letter to its last, and what stands between. */
        static List<Run> marked(String text) {
            List<Run> runs = new ArrayList<>();
            Matcher chinese = CHINESE.matcher(text);
            int end = 0;
            while (chinese.find()) {
                runs.add(of(text.substring(end, chinese.start())));
                runs.add(name(chinese.group()));
                end = chinese.end();
            }
            runs.add(of(text.substring(end)));
            return runs.stream().filter(run -> !run.text().isEmpty()).toList();
        }

        boolean plain() {
            return measure == null && language == null && !text.equals(PARAGRAPH);
        }

        /** The page that shows the evidence, at the installation's address. */
        public @Nullable String page() {
            return evidence == null ? null : evidence.replaceFirst("^/v1/figures", "");
        }
    }

    static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** @param runs the text in its pieces, with links to the evidence of what it names */
    record Note(String text, List<Run> runs) {}

    /**
     * @param named as the body refers to it
     * @param left heading of what could not be told
     * @param origin heading of where the figures come from
     * @param origins the place, the position, the rules, the seal and what was waived, a line each
     */
    record Annex(String mark, String title, String named, String left, String origin, List<String> origins) {}

    record Missing(String id, String text) {}

    /**
     * @param total since launch to the period's end, or as it stands then; empty: counted by periods only
     * @param inPeriod empty: a stock
     */
    record Row(String id, String title, String total, String inPeriod) {}

    /**
     * @param rules the edition of the data-quality rules
     */
    record Footer(String division, String divisionName, String asOf, long position, String rules, String text) {}
}
