package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is no access token of the issuer for this service, one way at a time, gets 401 with a challenge, wherever it is shown. */
class ForeignTokensTest {
    private static final List<String> REQUIRED = List.of("iss", "aud", "exp", "iat", "sub", "client_id", "jti");
    private static final List<String> DOORS =
            List.of("POST /v1/commands/RecordVisit", "POST /v1/commands", "GET /v1/commands", "POST /v1/attachments");

    private final CommandServer server = CommandServer.shared();
    private final TestIdentity identity = server.identity();

    @TestFactory
    Stream<DynamicTest> refuses() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        forged().forEach((what, token) -> DOORS.forEach(
                door -> tests.add(DynamicTest.dynamicTest(what + " at " + door, () -> refused(door, token)))));
        return tests.stream();
    }

    private void refused(String door, String token) {
        CommandServer.Reply answer = ask(door, token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"")
                .contains("resource_metadata=\"" + TestIdentity.RESOURCE + "/.well-known/oauth-protected-resource\"");
    }

    private CommandServer.Reply ask(String door, String token) {
        String[] parts = door.split(" ");
        return server.send(
                parts[0],
                parts[1],
                parts[0].equals("GET") ? null : "{}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                parts[1].equals("/v1/commands") ? "application/x-ndjson" : "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    @Test
    void one_that_is_as_it_should_be_is_taken() throws Exception {
        String good = signed("at+jwt", identity.claims(), identity.key());
        assertThat(ask("GET /v1/commands", good).status()).isEqualTo(200);
    }

    @Test
    void one_for_reading_sends_no_command_on_either_way() throws Exception {
        Map<String, Object> claims = identity.claims();
        claims.put("scope", "read");
        String reading = signed("at+jwt", claims, identity.key());
        assertThat(ask("GET /v1/commands", reading).status()).isEqualTo(200);
        for (String door : DOORS) {
            if (door.startsWith("POST")) {
                CommandServer.Reply answer = ask(door, reading);
                assertThat(answer.status()).as(door).isEqualTo(403);
                assertThat(answer.json().get("code").asString()).isEqualTo("insufficient-scope");
                assertThat(answer.header("WWW-Authenticate").orElse(""))
                        .contains("error=\"insufficient_scope\"")
                        .contains("scope=\"write\"");
            }
        }
    }

    @Test
    void whoever_bears_none_is_told_where_tokens_are_given_without_an_error() {
        CommandServer.Reply answer = server.send("GET", "/v1/commands", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse(""))
                .contains("resource_metadata=")
                .doesNotContain("error");
        CommandServer.Reply metadata = server.send("GET", "/.well-known/oauth-protected-resource", null);
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().get("resource").asString()).isEqualTo(TestIdentity.RESOURCE);
        assertThat(metadata.json().get("authorization_servers").get(0).asString())
                .isEqualTo(identity.issuer());
    }

    private Map<String, String> forged() throws Exception {
        long now = Instant.now().getEpochSecond();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no signature", new PlainJWT(set(identity.claims())).serialize());
        forged.put(
                "another key",
                signed(
                        "at+jwt",
                        identity.claims(),
                        new RSAKeyGenerator(2048).keyID("test").generate()));
        forged.put(
                "an unknown key",
                signed(
                        "at+jwt",
                        identity.claims(),
                        new RSAKeyGenerator(2048).keyID("x").generate()));
        String pem = identity.key().toPublicJWK().toJSONString();
        forged.put(
                "HS256 by the public key",
                sign(new JWSHeader.Builder(JWSAlgorithm.HS256), "at+jwt", identity.claims(), new MACSigner(pem)));
        String good = signed("at+jwt", identity.claims(), identity.key());
        forged.put(
                "changed",
                good.substring(0, good.indexOf('.') + 1)
                        + Base64URL.encode(set(changed("sub", "root")).toString())
                        + good.substring(good.lastIndexOf('.')));
        for (String type : List.of("JWT", "id+jwt", "logout+jwt", "dpop+jwt")) {
            forged.put("typ " + type, signed(type, identity.claims(), identity.key()));
        }
        forged.put("no typ", signed(null, identity.claims(), identity.key()));
        for (String claim : REQUIRED) {
            forged.put("without " + claim, signed("at+jwt", changed(claim, null), identity.key()));
        }
        for (String claim : List.of("sub", "client_id", "jti")) {
            forged.put("blank " + claim, signed("at+jwt", changed(claim, " "), identity.key()));
        }
        forged.put("another issuer", signed("at+jwt", changed("iss", "http://127.0.0.1:1"), identity.key()));
        forged.put("for another", signed("at+jwt", changed("aud", List.of("http://elsewhere")), identity.key()));
        forged.put(
                "for the client, as an ID token", signed("at+jwt", changed("aud", List.of("pages")), identity.key()));
        forged.put("expired", signed("at+jwt", changed("exp", now - 60), identity.key()));
        forged.put("not yet", signed("at+jwt", changed("nbf", now + 60), identity.key()));
        forged.put("no token at all", "abc");
        return forged;
    }

    private Map<String, Object> changed(String claim, @Nullable Object value) {
        Map<String, Object> claims = new HashMap<>(identity.claims());
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return claims;
    }

    private static JWTClaimsSet set(Map<String, Object> claims) throws ParseException {
        return JWTClaimsSet.parse(claims);
    }

    private static String signed(@Nullable String type, Map<String, Object> claims, RSAKey key)
            throws JOSEException, ParseException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), type, claims, new RSASSASigner(key));
    }

    private static String sign(
            JWSHeader.Builder header, @Nullable String type, Map<String, Object> claims, JWSSigner signer)
            throws JOSEException, ParseException {
        SignedJWT jwt = new SignedJWT(
                header.type(type == null ? null : new JOSEObjectType(type)).build(), set(claims));
        jwt.sign(signer);
        return jwt.serialize();
    }
}
