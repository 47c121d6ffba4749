package org.minqing.query.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.answer.Publications.Publication;
import org.minqing.query.platform.view.Period;

/**
 * A report as it is printed and sent.
 *
 * @param number the document number 发文字号, or that it has none
 * @param organisation its name
 * @param date the day it is dated, written out: of its approval, else the day asked for
 * @param days those of the period, written out
 * @param measures as JSON carries them
 * @param sealed what was sealed and what changed since; null: not sealed
 * @param table every measure as plain numbers
 */
record Report(
        String title,
        String number,
        String organisation,
        String date,
        Period period,
        String days,
        List<Map<String, Object>> measures,
        List<Section> sections,
        List<Missing> missing,
        List<String> notes,
        @Nullable Publication sealed,
        Annex annex,
        List<String> head,
        List<Row> table,
        Footer footer) {

    /** Between two paragraphs of a section. */
    static final String PARAGRAPH = "\n";

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
        private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

        static Run of(String words) {
            return new Run(words, null, null, null, null);
        }

        /** What people called it, or wrote, as it is. */
        static Run name(String text) {
            return new Run(text, null, null, null, HAN.matcher(text).find() ? "zh" : null);
        }

        boolean plain() {
            return measure == null && language == null && !text.equals(PARAGRAPH);
        }

        /** The page that shows the evidence. */
        public @Nullable String page() {
            return evidence == null ? null : evidence.replaceFirst("^/v1/figures", "");
        }
    }

    static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** @param named as the body refers to it */
    record Annex(String mark, String title, String named) {}

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
