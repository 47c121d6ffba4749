package org.minqing.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the issuer whether a token is still one (RFC 7662): who signed out, was disabled or gave the token back has none, whatever is
 * written in it. Asked when a token is verified, so once for some seconds of its use.
 *
 * <p>While the issuer does not answer, a token of which it said so within the last ten minutes stays good: nobody signs out at, or is disabled
 * by, one that is away. Of others nothing can be said.
 */
public final class Introspection {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 20_000;
    private static final int OK = 200;

    private final String at;
    private final String client;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Cache<String, Boolean> active =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * @param at address of the issuer's introspection endpoint; empty: there is none, and a token is good until it expires
     * @param client as which it is asked, with HTTP Basic
     */
    public Introspection(String at, String client, String secret) {
        this.at = at;
        this.client = client;
        this.secret = secret;
    }

    /** @throws IssuerAway if nobody says, or said lately */
    boolean active(Jwt token) {
        if (at.isEmpty()) {
            return true;
        }
        String id = token.getIssuer() + " " + token.getId();
        try {
            boolean is = ask(token.getTokenValue());
            if (is) {
                active.put(id, true);
            } else {
                active.invalidate(id);
            }
            return is;
        } catch (IOException e) {
            if (active.getIfPresent(id) == null) {
                throw new IssuerAway(e);
            }
            return true;
        }
    }

    private boolean ask(String token) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(at))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token_type_hint=access_token&token=" + encoded(token)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("the introspection endpoint answered " + answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body()).path("active").asBoolean(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private String basic() {
        String pair = encoded(client) + ":" + encoded(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Introspection[" + at + "]";
    }
}
