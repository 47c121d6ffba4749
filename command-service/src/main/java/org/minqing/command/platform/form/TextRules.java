package org.minqing.command.platform.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text may be, so that whatever the log takes the read side can hold. */
public final class TextRules {
    private TextRules() {}

    /**
     * What is not seen where it is printed, or seen by nobody else: format and filling characters, those that choose a glyph, the
     * Braille blank, what stands for an object that is not there, private ones, those that are none.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{34F}\\x{115F}\\x{1160}"
                    + "\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFFC}\\x{E0100}-\\x{E01EF}]");

    /** A rule that a text breaks, and what its sentence says. */
    public record Broken(String code, List<Object> arguments) {}

    /** The first rule broken. */
    public static Optional<Broken> broken(String text, int max) {
        if (hasLoneSurrogate(text)) {
            return Optional.of(new Broken("not-unicode", List.of()));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return Optional.of(new Broken("control-character", List.of()));
        }
        Matcher invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            return Optional.of(new Broken(
                    "invisible-character",
                    List.of(
                            "U+%04X".formatted(text.codePointAt(invisible.start())),
                            text.codePointCount(0, invisible.start()) + 1)));
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return Optional.of(new Broken("not-nfc", List.of()));
        }
        return text.codePointCount(0, text.length()) > max
                ? Optional.of(new Broken("too-long", List.of(max)))
                : Optional.empty();
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
