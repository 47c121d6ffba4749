package org.minqing.command.division;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form of division codes: province 2, prefecture 4, county 6, township 9, village 12 digits. */
final class DivisionCodes {
    static final String FORM = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private DivisionCodes() {}

    /** The codes above one, nearest first. */
    static Stream<String> ancestorsOf(String code) {
        return IntStream.of(9, 6, 4, 2)
                .filter(length -> length < code.length())
                .mapToObj(length -> code.substring(0, length));
    }

    /** A segment, then the same with a letter for its first digit: {@code 202}, {@code A02}, {@code B02}, ... */
    static Stream<String> variants(String segment) {
        return Stream.concat(
                Stream.of(segment),
                IntStream.rangeClosed('A', 'Z').mapToObj(letter -> (char) letter + segment.substring(1)));
    }
}
