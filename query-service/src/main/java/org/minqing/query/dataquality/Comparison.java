package org.minqing.query.dataquality;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When two texts are equal: brought to a form of Unicode, without what is ignored, of the same characters.
 *
 * @param caseless whether x and X are the same
 * @param ignored regular expression of what is left out
 * @param atLeast fewer characters than these are no text to compare
 */
record Comparison(Form form, boolean caseless, String ignored, int atLeast) {
    /** The same for all texts that are equal; null where too little is left. */
    @Nullable
    String normal(String clear) {
        String formed = Normalizer.normalize(clear, form).replaceAll(ignored, "");
        String normal = caseless ? formed.toUpperCase(Locale.ROOT) : formed;
        return normal.codePointCount(0, normal.length()) < atLeast ? null : normal;
    }
}
