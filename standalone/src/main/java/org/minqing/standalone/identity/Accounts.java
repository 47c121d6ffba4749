package org.minqing.standalone.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.PrivateFile;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** The accounts, kept as hashes in {@code identity/accounts.json}; made with {@code credentials.json} at the first start. */
record Accounts(List<Account> clients, List<Account> users) {
    /**
     * Somebody or something that may have a token.
     *
     * @param hash of the password or secret; clear text is never kept here
     * @param division code of the division whose subtree is the scope
     * @param cadreId for a cadre, who it is in the ledger
     */
    record Account(
            String name,
            String hash,
            List<String> roles,
            String division,
            @Nullable String cadreId) {}

    static Accounts in(Path directory, String issuer, PasswordEncoder encoder) throws IOException {
        Path file = directory.resolve("identity").resolve("accounts.json");
        Path told = directory.resolve("credentials.json");
        if (Files.notExists(file)) {
            Credentials credentials = Demonstration.credentials(issuer);
            // Told first: accounts that stood without their passwords ever being told would lock everybody out.
            write(told, credentials);
            write(file, hashed(credentials, encoder));
        } else if (Files.exists(told)) {
            write(told, read(told, Credentials.class).with(issuer));
        }
        return read(file, Accounts.class);
    }

    Optional<Account> client(String name) {
        return named(clients, name);
    }

    Optional<Account> user(String name) {
        return named(users, name);
    }

    private static Optional<Account> named(List<Account> accounts, String name) {
        return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    private static Accounts hashed(Credentials credentials, PasswordEncoder encoder) {
        Function<Credentials.Client, Account> client =
                c -> new Account(c.clientId(), encode(encoder, c.clientSecret()), c.roles(), c.division(), null);
        Function<Credentials.User, Account> user =
                u -> new Account(u.username(), encode(encoder, u.password()), u.roles(), u.division(), u.cadreId());
        return new Accounts(
                credentials.clients().parallelStream().map(client).toList(),
                credentials.users().parallelStream().map(user).toList());
    }

    private static String encode(PasswordEncoder encoder, String clear) {
        return java.util.Objects.requireNonNull(encoder.encode(clear));
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), type);
    }

    private static void write(Path file, Object value) throws IOException {
        PrivateFile.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }
}
