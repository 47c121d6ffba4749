package org.minqing.query.platform.answer;

import org.jspecify.annotations.Nullable;

/** What is shown of a sealed text to whoever may not read it. */
final class Mask {
    private Mask() {}

    /** 张** for a name of two characters or more, of a shorter one no character, of anything else nothing. */
    static String of(String field, @Nullable String clear) {
        if (!field.equals("name") && !field.endsWith("Name")) {
            return "***";
        }
        String name = clear == null ? "" : clear.strip();
        return name.codePointCount(0, name.length()) < 2 ? "**" : Character.toString(name.codePointAt(0)) + "**";
    }
}
