package org.minqing.command.platform.form;

import java.util.HexFormat;
import java.util.UUID;

/** How a UUID is written: 36 characters, in upper or lower case. {@link UUID#fromString} takes shorter forms too. */
public final class UuidForm {
    private static final String FORM = "00000000-0000-0000-0000-000000000000";

    private UuidForm() {}

    public static boolean fits(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '-' ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
