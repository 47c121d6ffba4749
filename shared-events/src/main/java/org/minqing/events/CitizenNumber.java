package org.minqing.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Citizen numbers 公民身份号码, GB 11643: 6 digits of place, 8 of birth, 3 of sequence and a check character. */
public final class CitizenNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CitizenNumber() {}

    /** As it is kept: {@code x} a capital, digits narrow, no blanks around it. */
    public static String normal(String number) {
        return Likeness.of(number).toUpperCase(Locale.ROOT);
    }

    /** The birthday in a valid number. */
    public static LocalDate birthday(String valid) {
        return LocalDate.parse(valid.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The sex in a valid number, GB/T 2261.1: 1 male where its 17th digit is odd, 2 female where it is even. */
    public static String sex(String valid) {
        return (valid.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** Whether it has the form, a birthday that is in the calendar, and the right check character ({@code X} as a capital). */
    public static boolean valid(String number) {
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.charAt(17) == CHECKS.charAt(sum % 11) && inCalendar(number.substring(6, 14));
    }

    private static boolean inCalendar(String birth) {
        try {
            LocalDate.of(
                    Integer.parseInt(birth.substring(0, 4)),
                    Integer.parseInt(birth.substring(4, 6)),
                    Integer.parseInt(birth.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
