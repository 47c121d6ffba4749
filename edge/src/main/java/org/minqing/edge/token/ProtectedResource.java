package org.minqing.edge.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this service is to OAuth2: which issuer's tokens it takes, and what they may be for (RFC 9728).
 *
 * @param resource its address as it was set, never as it was asked for; tokens name it as their {@code aud}
 */
public record ProtectedResource(String resource, String issuer) {
    /** Where it says so. */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    public Map<String, Object> metadata() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("resource", resource);
        told.put("authorization_servers", List.of(issuer));
        told.put("scopes_supported", List.of(Scope.READ, Scope.WRITE));
        told.put("bearer_methods_supported", List.of("header"));
        told.put("resource_name", "Minqing");
        return told;
    }

    /**
     * The value of {@code WWW-Authenticate} (RFC 6750, section 3).
     *
     * @param error null: no token came at all, of which no more is said
     * @param scope what would be needed
     */
    public String challenge(@Nullable String error, @Nullable String description, @Nullable String scope) {
        StringBuilder challenge = new StringBuilder("Bearer");
        add(challenge, "error", error);
        add(challenge, "error_description", description);
        add(challenge, "scope", scope);
        add(challenge, "resource_metadata", resource + METADATA);
        return challenge.toString();
    }

    private static void add(StringBuilder challenge, String name, @Nullable String value) {
        if (value != null) {
            challenge
                    .append(challenge.indexOf("=") < 0 ? " " : ", ")
                    .append(name)
                    .append("=\"")
                    .append(value)
                    .append('"');
        }
    }
}
