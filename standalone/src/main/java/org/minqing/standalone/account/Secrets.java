package org.minqing.standalone.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passwords, secrets and codes drawn by chance. */
public final class Secrets {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Of a program: 192 bits. */
    public static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    /** Four groups of four without look-alikes, 79 bits: people copy these from a screen. */
    public static String password() {
        return groups(4, 4);
    }

    /** Five groups of five, 123 bits: enough to be kept as a plain hash. */
    static List<String> recoveryCodes(int number) {
        return Stream.generate(() -> groups(5, 5)).limit(number).toList();
    }

    static byte[] bytes(int number) {
        byte[] random = new byte[number];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String groups(int number, int size) {
        return Stream.generate(() -> RANDOM.ints(size, 0, LETTERS.length())
                        .mapToObj(i -> LETTERS.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .limit(number)
                .collect(Collectors.joining("-"));
    }
}
