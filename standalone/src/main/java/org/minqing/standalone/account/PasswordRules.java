package org.minqing.standalone.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password people choose must be, after NIST SP 800-63B and OWASP ASVS 5.0: long enough and none that everybody tries first.
 * Of which kinds of characters it consists is nobody's business.
 */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    /** In bytes: bcrypt looks no further. */
    private static final int LONGEST = 72;

    /** A password that repeats so few different characters is guessed. */
    private static final int FEWEST_DIFFERENT = 5;

    private static final Set<String> COMMON = common();

    /** Along which people's fingers go. */
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890123456789",
        "qwertyuiopasdfghjklzxcvbnm",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p"
    };

    private PasswordRules() {}

    /**
     * @param name of the account
     * @throws AccountRefusal {@code password-short}, {@code password-long}, {@code password-common}
     */
    public static void require(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new AccountRefusal("password-short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new AccountRefusal("password-long", LONGEST);
        }
        if (isGuessable(name, password)) {
            throw new AccountRefusal("password-common");
        }
    }

    private static boolean isGuessable(String name, String password) {
        String plain = password.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
        return COMMON.contains(plain)
                || plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || isAlongARow(plain)
                || isMadeOf(plain, name.toLowerCase(Locale.ROOT).replaceAll("[._-]", ""))
                || isMadeOf(plain, "minqing")
                || isMadeOf(plain, "民情");
    }

    /** Little else than a word everybody would think of here. */
    private static boolean isMadeOf(String plain, String word) {
        return word.length() > 1
                && plain.contains(word)
                && plain.replace(word, "").replaceAll("[0-9]", "").length() < 4;
    }

    private static boolean isAlongARow(String plain) {
        for (String row : ROWS) {
            String back = new StringBuilder(row).reverse().toString();
            if (row.contains(plain) || back.contains(plain)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
