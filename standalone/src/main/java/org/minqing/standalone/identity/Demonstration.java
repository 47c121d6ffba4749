package org.minqing.standalone.identity;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.AccountChanges.Made;
import org.minqing.standalone.account.AccountChanges.Rights;
import org.minqing.standalone.account.Secrets;

/** The accounts of the demonstration, each with a secret of its own, drawn when they are first made. */
public final class Demonstration {
    /** The cadre as whom the user {@code cadre} signs in; the demonstration year registers one under this id. */
    public static final UUID CADRE = UUID.fromString("5a0c2012-0000-5000-8000-000000000141");

    /** A second person of the office, who approves what {@code office} submitted or entered. */
    private static final String COLLEAGUE = "colleague";

    static final String PROVINCE = "53";
    private static final String MUNICIPALITY = "5303";
    private static final String VILLAGE = "530303202207";

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
                        new Credentials.User(
                                "cadre", Secrets.password(), List.of("cadre"), MUNICIPALITY, CADRE.toString()),
                        user("village-secretary", "village-secretary", VILLAGE),
                        user("administrator", "administrator", MUNICIPALITY),
                        user(COLLEAGUE, "office", MUNICIPALITY)));
    }

    private static Credentials.Client client(String name, String role, String division) {
        return new Credentials.Client(name, Secrets.secret(), List.of(role), division);
    }

    private static Credentials.User user(String name, String role, String division) {
        return new Credentials.User(name, Secrets.password(), List.of(role), division, null);
    }

    /** The same, as accounts. */
    static List<Made> accounts(Credentials told) {
        Stream<Made> clients = told.clients().stream()
                .map(c -> new Made(
                        Kind.CLIENT, c.clientId(), c.clientSecret(), new Rights(c.roles(), c.division(), null, null)));
        Stream<Made> users = told.users().stream()
                .map(u -> new Made(
                        Kind.USER,
                        u.username(),
                        u.password(),
                        new Rights(
                                u.roles(),
                                u.division(),
                                null,
                                u.cadreId() == null ? null : UUID.fromString(u.cadreId()))));
        return Stream.concat(clients, users).toList();
    }
}
