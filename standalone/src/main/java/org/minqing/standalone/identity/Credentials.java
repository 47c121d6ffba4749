package org.minqing.standalone.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code credentials.json}: what the operator is told when the first accounts are made, by the demonstration or by {@code init}. Its
 * shape is part of the contract; the server itself keeps only hashes.
 */
public record Credentials(String issuer, List<Client> clients, List<User> users) {
    /** A program: {@code client_credentials} with HTTP Basic. */
    public record Client(String clientId, String clientSecret, List<String> roles, String division) {}

    /** A person: signs in to the pages. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record User(
            String username,
            String password,
            List<String> roles,
            String division,
            @Nullable String cadreId) {}

    Credentials with(String otherIssuer) {
        return new Credentials(otherIssuer, clients, users);
    }
}
