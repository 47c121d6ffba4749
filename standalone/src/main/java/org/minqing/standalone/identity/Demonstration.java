package org.minqing.standalone.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of the demonstration, each with a secret of its own, drawn when they are first made. */
public final class Demonstration {
    /** The cadre as whom the user {@code cadre} signs in; the demonstration year registers one under this id. */
    public static final UUID CADRE = UUID.fromString("5a0c2012-0000-5000-8000-000000000141");

    /** A second person of the office, who approves what {@code office} submitted or entered. */
    private static final String COLLEAGUE = "colleague";

    private static final String PROVINCE = "53";
    private static final String MUNICIPALITY = "5303";
    private static final String VILLAGE = "530303202207";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Demonstration() {}

    static Credentials credentials(String issuer) {
        return new Credentials(
                issuer,
                List.of(
                        client("province", "province", PROVINCE),
                        client("office", "office", MUNICIPALITY),
                        client("inspector", "inspector", MUNICIPALITY),
                        client("village", "village-secretary", VILLAGE),
                        client(COLLEAGUE, "office", MUNICIPALITY)),
                List.of(
                        user("province", "province", PROVINCE),
                        user("office", "office", MUNICIPALITY),
                        user("inspector", "inspector", MUNICIPALITY),
                        user("village", "village-secretary", VILLAGE),
                        new Credentials.User("cadre", password(), List.of("cadre"), MUNICIPALITY, CADRE.toString()),
                        user("village-secretary", "village-secretary", VILLAGE),
                        user("administrator", "administrator", MUNICIPALITY),
                        user(COLLEAGUE, "office", MUNICIPALITY)));
    }

    private static Credentials.Client client(String name, String role, String division) {
        return new Credentials.Client(name, secret(), List.of(role), division);
    }

    private static Credentials.User user(String name, String role, String division) {
        return new Credentials.User(name, password(), List.of(role), division, null);
    }

    public static String secret() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Four groups of four without look-alikes: people copy these from a screen. */
    private static String password() {
        return Stream.generate(() -> RANDOM.ints(4, 0, LETTERS.length())
                        .mapToObj(i -> LETTERS.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .limit(4)
                .collect(Collectors.joining("-"));
    }
}
