package org.minqing.events;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Whether two texts are one to whoever reads them, however they were typed: in wide letters or narrow ones, as one character or as
 * several (Unicode NFKC), with one blank or more, with blanks around them. What is kept and shown is the text as it was written;
 * what is compared, and what ids are made of, is its likeness.
 */
public final class Likeness {
    private Likeness() {}

    /** The same for all texts that are one. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }

    /** Nothing is like nothing alone. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? one == other : of(one).equals(of(other));
    }
}
