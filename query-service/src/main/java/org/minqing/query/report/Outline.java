package org.minqing.query.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the report of one language is worded: data, read from {@code report/outline_zh.yaml} or its like. It says which figures stand
 * in which sentence; which bands, crops, purposes and sources there are it does not know.
 *
 * @param join between the clauses of a sentence
 * @param last between the last two; null: as between any
 * @param end of a sentence
 * @param next between two sentences of a paragraph
 * @param since how a sentence begins that tells what came together since the programme began
 * @param names words for codes and for what people wrote: {@code KEY_VILLAGE}, {@code 饮水}; of equal numbers the one named first is
 *     told first
 */
record Outline(
        String join,
        @Nullable String last,
        String end,
        String next,
        String since,
        Map<String, String> names,
        List<Part> parts) {

    /** @param paragraphs each the sentences that belong together */
    record Part(String title, List<List<Sentence>> paragraphs) {}

    /**
     * @param start before its first clause, whichever that is
     * @param join between its clauses
     * @param last between the last two; null: as between any
     */
    record Sentence(String start, String join, @Nullable String last, List<Clause> clauses) {}

    /**
     * Told where every figure in it is other than nothing and all its conditions hold.
     *
     * @param id by which conditions and {@code docs/seed.md} name it; no two have the same
     * @param say of the period
     * @param since of the time since the programme began; null: never told of that
     * @param when what must hold beside
     * @param join before it, where something stands before it; null: as between any
     * @param each what is told once for each kind there is; null: nothing
     */
    record Clause(
            String id,
            Wording say,
            @Nullable Wording since,
            List<Condition> when,
            @Nullable String join,
            @Nullable Each each) {}

    /**
     * Stands where the clause says {@code {each}}: for every kind of any of these measures those items that can be told.
     *
     * @param between the kinds
     */
    record Each(List<String> measures, List<Wording> items, String between) {}

    /** Holds where any of its tests does. */
    record Condition(List<Test> any) {}

    /** One test of a condition. */
    sealed interface Test {}

    /** @param not it must not hold */
    record Not(Test not) implements Test {}

    /** The figure is other than nothing. */
    record Something(Figured figure) implements Test {}

    /** There is evidence, though it may come to nothing: the figure is told as zero. */
    record Present(Figured figure) implements Test {}

    record Same(Figured one, Figured other) implements Test {}

    /** The clause of this id is told in the period. */
    record ToldBefore(String clause) implements Test {}

    /** A measure, or what of it is of one kind. */
    record Figured(String measure, @Nullable String kind) {}

    /** A text in its pieces. */
    record Wording(List<Piece> pieces) {}

    sealed interface Piece {}

    record Words(String text) implements Piece {}

    /**
     * The figure as it is printed, with its unit.
     *
     * @param one the word in place of the unit where it is one; empty: the unit stands
     * @param many the word where it is any other number
     */
    record Number(Figured figure, String one, String many) implements Piece {}

    /** Words for one, or for any other number. */
    record ByNumber(Figured figure, String one, String many) implements Piece {}

    /** @param whole from the county on; false: their own names */
    record Places(Figured figure, boolean whole) implements Piece {}

    /** {@code organisation}, {@code programme}, {@code tasks}; in an item {@code name}; in a clause {@code each}. */
    record Named(String what) implements Piece {}
}
