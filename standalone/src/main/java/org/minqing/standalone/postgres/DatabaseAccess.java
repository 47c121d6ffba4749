package org.minqing.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.minqing.standalone.PrivateFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the database answers and the password of each role, kept in {@code access.json}, readable by its owner alone.
 *
 * @param port where the server listens, on 127.0.0.1 alone
 */
public record DatabaseAccess(int port, Map<Role, String> passwords) {
    public static final String DATABASE = "minqing";

    /** Who may do what is decided by grants in the migrations; here they only get a name and a password. */
    public enum Role {
        /** Superuser, for making roles and the database; no service gets it. */
        ADMIN("minqing_admin"),
        /** Owns the schemas and runs the migrations. */
        OWNER("minqing_owner"),
        COMMAND("minqing_command"),
        /** Asks. */
        QUERY("minqing_query"),
        /** Keeps the read models, and owns nothing but them. */
        UPKEEP("minqing_upkeep"),
        /** Accounts of people and programs, and nothing else. */
        IDENTITY("minqing_identity");

        private final String user;

        Role(String user) {
            this.user = user;
        }

        public String user() {
            return user;
        }
    }

    public DatabaseAccess {
        passwords = Map.copyOf(passwords);
    }

    static DatabaseAccess in(Path folder, int port) throws IOException {
        Path file = folder.resolve("access.json");
        JsonMapper json = JsonMapper.shared();
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        if (Files.exists(file)) {
            passwords.putAll(json.readValue(Files.readString(file), DatabaseAccess.class).passwords);
        }
        for (Role role : Role.values()) {
            passwords.computeIfAbsent(role, r -> password());
        }
        var access = new DatabaseAccess(port, passwords);
        PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(access));
        return access;
    }

    /** Of the server that was started there; none: it never was. */
    public static Optional<DatabaseAccess> of(Path folder) throws IOException {
        Path file = folder.resolve("access.json");
        return Files.exists(file)
                ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), DatabaseAccess.class))
                : Optional.empty();
    }

    public String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String password(Role role) {
        return Objects.requireNonNull(passwords.get(role));
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + url() + "]";
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
