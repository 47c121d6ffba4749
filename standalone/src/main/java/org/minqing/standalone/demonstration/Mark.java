package org.minqing.standalone.demonstration;

import java.util.Locale;

/** What a row of the demonstration rests on. It goes into the log as the authority of the row's command. */
enum Mark {
    /** The report of 2013-05-06 prints it. */
    PRINTED("工作报告（2013-05-06）所载 · printed"),
    /** It follows from what the report prints. */
    INFERRED("由工作报告推断 · inferred"),
    /** Made up, so that the year can be told at all. */
    INVENTED("示例，虚构 · invented");

    private final String authority;

    Mark(String authority) {
        this.authority = authority;
    }

    String authority() {
        return authority;
    }

    static Mark of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
