package org.minqing.query.platform.answer;

import org.jspecify.annotations.Nullable;

/** What is shown of a sealed text to whoever may not read it. */
final class Mask {
    private Mask() {}

    /** Whether anything of what is sealed there is shown; nothing else need be opened. */
    static boolean tells(String field) {
        return field.equals("name") || field.endsWith("Name");
    }

    /** 张** for a name of two characters or more, of a shorter one no character, of anything else nothing. */
    static String of(String field, @Nullable String clear) {
        if (!tells(field)) {
            return "***";
        }
        String name = clear == null ? "" : clear.strip();
        return name.codePointCount(0, name.length()) < 2 ? "**" : Character.toString(name.codePointAt(0)) + "**";
    }
}
