package org.minqing.command.platform.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words that stand in the log in clear: never a telephone or citizen number among them. */
public final class PublicWords {
    /** No run of eleven digits: stricter than what all clear words are held to, for those that are printed. */
    public static final String REGEXP = "(?![\\s\\S]*[0-9]{11})[\\s\\S]*";

    /** The rule they break otherwise. */
    public static final String CODE = "personal-number";

    /** A citizen number or a mobile telephone's, not part of a longer number. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9])");

    private PublicWords() {}

    /** Whether a number stands in them by which a person is known, in wide digits or in narrow ones. */
    public static boolean holdNumber(String text) {
        return NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
