package org.minqing.standalone.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minqing.standalone.PrivateFile;
import tools.jackson.databind.json.JsonMapper;

/** {@code credentials.json} in a directory: never needed by the server, and good to be deleted once everybody was told. */
public record CredentialsFile(Path file) {
    public static CredentialsFile in(Path directory) {
        return new CredentialsFile(directory.resolve("credentials.json"));
    }

    public Optional<Credentials> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), Credentials.class))
                : Optional.empty();
    }

    public void write(Credentials credentials) throws IOException {
        PrivateFile.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(credentials) + "\n");
    }

    /** Told under the address of this start; without anybody in it where nobody was told anything. */
    void address(String issuer) throws IOException {
        write(read().map(known -> known.with(issuer)).orElseGet(() -> new Credentials(issuer, List.of(), List.of())));
    }

    /** Whoever is in the file and has another secret now. */
    public void changed(String client, String secret) throws IOException {
        Credentials known = read().orElse(null);
        if (known == null
                || known.clients().stream().noneMatch(c -> c.clientId().equals(client))) {
            return;
        }
        var clients = new ArrayList<>(known.clients());
        clients.replaceAll(
                c -> c.clientId().equals(client) ? new Credentials.Client(client, secret, c.roles(), c.division()) : c);
        write(new Credentials(known.issuer(), clients, known.users()));
    }
}
