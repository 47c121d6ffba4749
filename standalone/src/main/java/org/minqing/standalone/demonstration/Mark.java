package org.minqing.standalone.demonstration;

import java.util.Locale;

/**
 * What a row of the demonstration rests on as a whole: the weakest of what its parts rest on, so that a printed number on
 * an invented day is an invented row. It goes into the log as the authority of the row's command.
 */
enum Mark {
    /** The report of 2013-05-06 prints all that the row says. */
    PRINTED("工作报告（2013-05-06）所载", "：", "printed"),
    /** All that the row says and the report does not print follows from it, or from what is known of the place. */
    INFERRED("推断，非工作报告（2013-05-06）所载", "；所载仅：", "inferred"),
    /** Something of it is made up, so that the year can be told at all: a person, a day, a part of a sum. */
    INVENTED("示例，虚构", "；工作报告（2013-05-06）所载仅：", "invented");

    private final String words;
    private final String before;
    private final String word;

    Mark(String words, String before, String word) {
        this.words = words;
        this.before = before;
        this.word = word;
    }

    /** @param printed what of the row the report prints, in its sense; empty: nothing */
    String authority(String printed) {
        return words + (printed.isEmpty() ? "" : before + printed) + " · " + word;
    }

    static Mark of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
