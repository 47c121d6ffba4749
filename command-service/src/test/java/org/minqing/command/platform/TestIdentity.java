package org.minqing.command.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs tokens as an authorization server would, and shows its key on the loopback address. */
public final class TestIdentity {
    private final RSAKey key;
    private final String issuer;
    private final Map<Object, String> tokens = new ConcurrentHashMap<>();

    TestIdentity() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return issuer;
    }

    /** A token good for an hour, the same each time it is asked for: it was verified before, most often. */
    public String token(String client, String division, String... roles) {
        return tokens.computeIfAbsent(
                List.of(client, division, List.of(roles)),
                claims -> token(Map.of("client_id", client, "division", division, "roles", List.of(roles))));
    }

    public String token(Map<String, ?> claims) {
        return token(issuer, Instant.now().plus(Duration.ofHours(1)), key, claims);
    }

    public String expired() {
        return token(issuer, Instant.now().minus(Duration.ofHours(1)), key, Map.of("roles", List.of("office")));
    }

    public String ofAnotherIssuer() {
        return token(
                "http://127.0.0.1:1", Instant.now().plus(Duration.ofHours(1)), key, Map.of("roles", List.of("office")));
    }

    private static String token(String issuer, Instant expires, RSAKey key, Map<String, ?> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("tester")
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires));
        claims.forEach(builder::claim);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), builder.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
