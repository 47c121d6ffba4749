package org.minqing.command.platform.form;

import java.text.Normalizer;
import java.util.Optional;

/** What a text may be, so that whatever the log takes the read side can hold. */
public final class TextRules {
    private TextRules() {}

    /** The code of the first rule broken. */
    public static Optional<String> broken(String text, int max) {
        if (hasLoneSurrogate(text)) {
            return Optional.of("not-unicode");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return Optional.of("control-character");
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return Optional.of("not-nfc");
        }
        return text.codePointCount(0, text.length()) > max ? Optional.of("too-long") : Optional.empty();
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
