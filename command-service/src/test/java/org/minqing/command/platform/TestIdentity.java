package org.minqing.command.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Signs tokens as an authorization server would, and shows its key on the loopback address. */
public final class TestIdentity {
    static final String RESOURCE = "http://commands.example";

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

    /** An access token of RFC 9068, as a forger starts from: header and claims may be changed before it is signed. */
    public Map<String, Object> claims() {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", List.of(RESOURCE));
        claims.put("sub", "tester");
        claims.put("client_id", "tester");
        claims.put("scope", "read write");
        claims.put("roles", List.of("office"));
        claims.put("division", "53");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    RSAKey key() {
        return key;
    }

    private static String token(String issuer, Instant expires, RSAKey key, Map<String, ?> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(RESOURCE)
                .subject("tester")
                .claim("client_id", "tester")
                .claim("scope", "read write")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires));
        claims.forEach(builder::claim);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("test")
                .build();
        SignedJWT jwt = new SignedJWT(header, builder.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
