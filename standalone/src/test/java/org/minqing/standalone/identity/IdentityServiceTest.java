package org.minqing.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.log.TestDatabase;
import org.minqing.log.WatchedFigures;
import org.minqing.standalone.FreePorts;
import org.minqing.standalone.account.AccountSchema;
import org.minqing.standalone.account.Accounts;
import org.minqing.standalone.account.OneTimeCodes;
import org.minqing.standalone.token.SigningKeys;
import org.minqing.standalone.token.TokenStates;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityServiceTest {
    private static final String PAGES = "http://127.0.0.1:18080";
    private static final String SECRET = "shared-with-the-pages";

    @TempDir
    static Path directory;

    static int port;
    static ConfigurableApplicationContext server;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    static TestDatabase database;
    /** Knows the divisions of the demonstration. */
    static HttpServer querySide;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.create();
        AccountSchema.migrate(database.owner());
        JdbcClient.create(database.pool("postgres", 1))
                .sql("alter role minqing_identity login")
                .update();
        querySide = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        querySide.createContext("/v1/divisions/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().matches(".*/(53|5303|530303202207)");
            boolean bearer =
                    exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
            exchange.sendResponseHeaders(!bearer ? 401 : known ? 200 : 404, -1);
            exchange.close();
        });
        querySide.start();
        port = FreePorts.one();
        server = run();
    }

    @AfterAll
    static void stop() {
        server.close();
        querySide.stop(0);
        database.close();
    }

    private static ConfigurableApplicationContext run(String... more) {
        String[] always = {
            "--spring.config.name=identity",
            "--server.port=" + port,
            "--minqing.identity.directory=" + directory,
            "--minqing.identity.issuer=" + issuer(),
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.password=" + TestDatabase.PASSWORD,
            "--minqing.identity.demonstration=true",
            "--minqing.identity.query-url=http://127.0.0.1:"
                    + querySide.getAddress().getPort(),
            "--minqing.identity.pages-secret=" + SECRET,
            "--minqing.identity.command-service-secret=" + SECRET,
            "--minqing.identity.pages-at=" + PAGES
        };
        return new SpringApplicationBuilder(IdentityService.class)
                .run(Stream.concat(Stream.of(always), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void nothing_is_kept_of_whoever_has_not_signed_in() throws Exception {
        HttpClient stranger = HttpClient.newHttpClient();
        for (String address : List.of(
                "/sign-in",
                "/sign-in?error",
                "/",
                "/nothing",
                "/oauth2/jwks",
                "/connect/logout",
                "/oauth2/authorize?response_type=code&client_id=pages&scope=openid&state=1&redirect_uri="
                        + URLEncoder.encode(PAGES + "/login/oauth2/code/pages", StandardCharsets.UTF_8))) {
            for (String method : List.of("GET", "POST")) {
                HttpResponse<String> answer = stranger.send(
                        HttpRequest.newBuilder(URI.create(issuer() + address))
                                .header("Accept", "text/html")
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as("%s %s", method, address)
                        .noneMatch(cookie -> cookie.startsWith("MINQING_IDENTITY="));
            }
        }
    }

    @Test
    void tells_the_accounts_of_the_contract_to_the_owner_alone_and_keeps_hashes() throws Exception {
        Path file = directory.resolve("credentials.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode told = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(told.propertyNames()).containsExactly("issuer", "clients", "users");
        assertThat(told.get("issuer").asString()).isEqualTo(issuer());
        assertThat(told.get("clients").values().stream()
                        .map(c -> c.get("clientId").asString() + " " + c.get("roles") + " "
                                + c.get("division").asString()))
                .containsExactly(
                        "province [\"province\"] 53",
                        "office [\"office\"] 5303",
                        "inspector [\"inspector\"] 5303",
                        "village [\"village-secretary\"] 530303202207",
                        "colleague [\"office\"] 5303");
        assertThat(told.get("users").values().stream()
                        .map(u -> u.get("username").asString()))
                .containsExactly(
                        "province",
                        "office",
                        "inspector",
                        "village",
                        "cadre",
                        "village-secretary",
                        "administrator",
                        "colleague");
        assertThat(told.get("clients").get(0).propertyNames())
                .containsExactly("clientId", "clientSecret", "roles", "division");
        assertThat(told.get("users").get(4).propertyNames())
                .containsExactly("username", "password", "roles", "division", "cadreId");
        assertThat(told.get("users").get(0).propertyNames())
                .containsExactly("username", "password", "roles", "division");
        String kept = JdbcClient.create(database.owner())
                .sql("select string_agg(a::text, ' ') from identity.account a")
                .query(String.class)
                .single();
        assertThat(kept)
                .contains("{bcrypt}$2a$10$")
                .doesNotContain(told.get("clients").get(0).get("clientSecret").asString())
                .doesNotContain(told.get("users").get(0).get("password").asString());
    }

    @Test
    void gives_a_program_a_token_of_sixty_minutes_that_says_who_it_is() throws Exception {
        HttpResponse<String> answer =
                token("village", credentials().clients().get(3).clientSecret());

        assertThat(answer.statusCode()).isEqualTo(200);
        JWTClaimsSet claims = verified(json(answer).get("access_token").asString());
        assertThat(claims.getIssuer()).isEqualTo(issuer());
        assertThat(claims.getSubject()).isEqualTo("village");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("village");
        assertThat(claims.getStringListClaim("roles")).containsExactly("village-secretary");
        assertThat(claims.getStringClaim("division")).isEqualTo("530303202207");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(3_600_000);
    }

    @Test
    void a_token_is_one_for_access_to_the_services_and_for_nothing_else() throws Exception {
        String told =
                json(token("office", secret("office"))).get("access_token").asString();
        JWTClaimsSet claims = verified(told);
        assertThat(SignedJWT.parse(told).getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getAudience()).containsExactly("http://127.0.0.1:8080", "http://127.0.0.1:8081");
        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder("read", "write");
        assertThat(claims.getJWTID()).isNotBlank();
        JsonNode reading =
                json(post("/oauth2/token", "office", secret("office"), "grant_type=client_credentials&scope=read"));
        assertThat(reading.get("scope").asString()).isEqualTo("read");
        assertThat(verified(reading.get("access_token").asString()).getStringClaim("scope"))
                .isEqualTo("read");
        HttpResponse<String> refused =
                post("/oauth2/token", "office", secret("office"), "grant_type=client_credentials&scope=everything");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void a_token_that_was_given_back_is_none_also_after_a_restart() throws Exception {
        String told =
                json(token("province", secret("province"))).get("access_token").asString();
        String other =
                json(token("province", secret("province"))).get("access_token").asString();
        assertThat(active(told)).isTrue();
        assertThat(post("/oauth2/revoke", "office", secret("office"), "token=" + told)
                        .statusCode())
                .isEqualTo(200);
        assertThat(active(told)).as("only its own client gives it back").isTrue();
        assertThat(post("/oauth2/revoke", "province", secret("province"), "token=" + told)
                        .statusCode())
                .isEqualTo(200);
        assertThat(active(told)).isFalse();
        assertThat(active(other)).isTrue();
        server.close();
        server = run();
        assertThat(active(told)).isFalse();
        assertThat(active(other)).isTrue();
        assertThat(active("abc")).isFalse();
    }

    @Test
    void a_new_key_signs_at_once_and_the_one_before_verifies_until_its_tokens_are_over() throws Exception {
        String before =
                json(token("office", secret("office"))).get("access_token").asString();
        String made = SigningKeys.rotate(directory, false, InstantSource.system());
        String after =
                json(token("office", secret("office"))).get("access_token").asString();
        assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isEqualTo(made);
        assertThat(SignedJWT.parse(before).getHeader().getKeyID()).isNotEqualTo(made);
        verified(before);
        verified(after);
        server.close();
        server = run();
        verified(before);
        assertThat(active(before)).isTrue();
        assertThat(get("/oauth2/jwks").body()).doesNotContain("\"d\":");
        // an hour and more later nothing that it signed can be good
        SigningKeys later = SigningKeys.in(
                directory, () -> Instant.now().plus(TokenStates.LIFE).plus(Duration.ofMinutes(6)));
        assertThat(later.get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .extracting(JWK::getKeyID)
                .containsExactly(made);
        // in other hands: nothing that it signed is good any more
        String only = SigningKeys.rotate(directory, true, InstantSource.system());
        assertThat(JWKSet.parse(get("/oauth2/jwks").body()).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly(only);
        assertThat(active(after)).isFalse();
    }

    @Test
    void says_of_itself_what_it_does_and_no_more() throws Exception {
        for (String at : List.of("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration")) {
            JsonNode told = json(get(at));
            assertThat(told.get("issuer").asString()).isEqualTo(issuer());
            assertThat(told.get("grant_types_supported").values().stream().map(JsonNode::asString))
                    .containsExactly("authorization_code", "client_credentials", "refresh_token");
            assertThat(told.get("token_endpoint_auth_methods_supported").values().stream()
                            .map(JsonNode::asString))
                    .containsExactly("client_secret_basic");
            assertThat(told.get("scopes_supported").values().stream().map(JsonNode::asString))
                    .containsExactly("openid", "profile", "read", "write");
            assertThat(told.has("device_authorization_endpoint")).isFalse();
            for (String endpoint : List.of("introspection_endpoint", "revocation_endpoint")) {
                assertThat(post(
                                        URI.create(told.get(endpoint).asString())
                                                .getPath(),
                                        "office",
                                        secret("office"),
                                        "token=abc")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private boolean active(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/oauth2/introspect", "pages", SECRET, "token=" + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).get("active").asBoolean();
    }

    private static String secret(String client) throws IOException {
        return credentials().clients().stream()
                .filter(c -> c.clientId().equals(client))
                .findFirst()
                .orElseThrow()
                .clientSecret();
    }

    @Test
    void has_two_people_of_one_office_so_that_one_approves_what_the_other_submits() throws Exception {
        JWTClaimsSet office = claims("office");
        JWTClaimsSet colleague = claims("colleague");
        assertThat(colleague.getSubject()).isNotEqualTo(office.getSubject());
        for (String same : List.of("roles", "division")) {
            assertThat(colleague.getClaim(same)).isEqualTo(office.getClaim(same));
        }
    }

    private JWTClaimsSet claims(String client) throws Exception {
        String secret = credentials().clients().stream()
                .filter(c -> c.clientId().equals(client))
                .findFirst()
                .orElseThrow()
                .clientSecret();
        return verified(json(token(client, secret)).get("access_token").asString());
    }

    @Test
    void keeps_accounts_and_key_across_a_restart_on_another_port() throws Exception {
        String before = JsonMapper.shared().readTree(get("/oauth2/jwks").body()).toString();
        Credentials known = credentials();
        server.close();
        port = FreePorts.one();
        server = run();

        assertThat(JsonMapper.shared().readTree(get("/oauth2/jwks").body()).toString())
                .isEqualTo(before)
                .contains("\"kid\":\"demonstration-")
                .doesNotContain("\"d\":");
        assertThat(credentials()).isEqualTo(known.with(issuer()));
        assertThat(token("office", known.clients().get(1).clientSecret()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void slows_down_who_guesses_a_secret_and_keeps_nobody_out_who_has_it() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(token("inspector", "guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = token("inspector", "guess");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isPositive());
        assertThat(token("inspector", credentials().clients().get(2).clientSecret())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void signs_a_cadre_in_to_the_pages_who_get_a_token_for_it() throws Exception {
        String verifier = "a-verifier-of-at-least-forty-three-characters-length";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String redirect = PAGES + "/login/oauth2/code/pages";
        String ask = "/oauth2/authorize?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        "pages",
                        "scope",
                        "openid profile read write",
                        "state",
                        "s",
                        "redirect_uri",
                        redirect,
                        "code_challenge",
                        challenge,
                        "code_challenge_method",
                        "S256"));

        assertThat(location(get(ask))).endsWith("/sign-in");
        var user = credentials().users().get(4);
        HttpResponse<String> signedIn = signIn(user.username(), user.password());
        assertThat(location(signedIn)).contains("/oauth2/authorize");
        String back = location(get(URI.create(location(signedIn))));
        assertThat(back).startsWith(redirect + "?code=");
        String code = Pattern.compile("code=([^&]+)")
                .matcher(back)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        HttpResponse<String> answer = post(
                "/oauth2/token",
                "pages",
                SECRET,
                form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        java.net.URLDecoder.decode(code, StandardCharsets.UTF_8),
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        verifier)));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode tokens = json(answer);
        assertThat(tokens.has("refresh_token")).isTrue();
        for (String kind : List.of("access_token", "id_token")) {
            JWTClaimsSet claims = verified(tokens.get(kind).asString());
            assertThat(claims.getSubject()).isEqualTo("cadre");
            assertThat(claims.getStringClaim("client_id")).isEqualTo("pages");
            assertThat(claims.getStringListClaim("roles")).containsExactly("cadre");
            assertThat(claims.getStringClaim("cadre_id")).isEqualTo(Demonstration.CADRE.toString());
        }
        String access = tokens.get("access_token").asString();
        assertThat(active(access)).isTrue();
        assertThat(active(tokens.get("id_token").asString())).isFalse();

        HttpResponse<String> out = send(form(
                Map.of("id_token_hint", tokens.get("id_token").asString(), "post_logout_redirect_uri", PAGES + "/")));
        assertThat(location(out)).isEqualTo(PAGES + "/");
        assertThat(active(access)).isFalse();
        assertThat(post(
                                "/oauth2/token",
                                "pages",
                                SECRET,
                                form(Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "refresh_token",
                                        tokens.get("refresh_token").asString())))
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(get(ask))).as("the session here is over too").endsWith("/sign-in");
    }

    @Test
    void a_code_is_given_to_the_address_known_alone_and_never_without_a_challenge() throws Exception {
        assertThat(get(ask(Map.of("redirect_uri", PAGES + "/login/oauth2/code/pages/")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(ask(Map.of("redirect_uri", "http://elsewhere.example/"))).statusCode())
                .isEqualTo(400);
        var user = credentials().users().get(1);
        signIn(user.username(), user.password());
        for (Map<String, String> weak : List.of(
                Map.of("code_challenge", "", "code_challenge_method", ""), Map.of("code_challenge_method", "plain"))) {
            assertThat(location(get(ask(weak))))
                    .as(weak.toString())
                    .startsWith(REDIRECT + "?error=invalid_request")
                    .doesNotContain("code=");
        }
        assertThat(get(ask(Map.of("response_type", "token"))).statusCode()).isEqualTo(400);
        HttpResponse<String> program = get(ask(Map.of("client_id", "office")));
        assertThat(program.statusCode()).as("no grant of a program's").isEqualTo(400);
    }

    @Test
    void a_code_is_good_once_and_with_its_verifier_alone() throws Exception {
        var user = credentials().users().get(1);
        signIn(user.username(), user.password());
        assertThat(redeemed(code(), "another-verifier-of-at-least-forty-three-characters")
                        .statusCode())
                .isEqualTo(400);
        String code = code();
        HttpResponse<String> once = redeemed(code, VERIFIER);
        assertThat(once.statusCode()).isEqualTo(200);
        String access = json(once).get("access_token").asString();
        assertThat(active(access)).isTrue();
        assertThat(redeemed(code, VERIFIER).statusCode()).isEqualTo(400);
        assertThat(active(access)).as("what came of a code that is used again").isFalse();
    }

    @Test
    void a_refresh_token_is_good_once_and_of_its_own_client() throws Exception {
        var user = credentials().users().get(1);
        signIn(user.username(), user.password());
        JsonNode tokens = json(redeemed(code(), VERIFIER));
        String refresh = form(Map.of("grant_type", "refresh_token", "refresh_token", text(tokens, "refresh_token")));
        assertThat(post("/oauth2/token", "office", secret("office"), refresh).statusCode())
                .isEqualTo(400);
        JsonNode renewed = json(post("/oauth2/token", "pages", SECRET, refresh));
        assertThat(text(renewed, "refresh_token")).isNotEqualTo(text(tokens, "refresh_token"));
        assertThat(post("/oauth2/token", "pages", SECRET, refresh).statusCode()).isEqualTo(400);
    }

    private static final String REDIRECT = PAGES + "/login/oauth2/code/pages";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-length";

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    /** @param changed parameters that are other than they should be; blank: left out */
    private static String ask(Map<String, String> changed) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var all = new java.util.HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "pages",
                "scope",
                "openid profile read write",
                "state",
                "s",
                "redirect_uri",
                REDIRECT,
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method",
                "S256"));
        all.putAll(changed);
        all.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + form(all);
    }

    private String code() throws Exception {
        return java.net.URLDecoder.decode(first("code=([^&]+)", location(get(ask(Map.of())))), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> redeemed(String code, String verifier) throws Exception {
        return post(
                "/oauth2/token",
                "pages",
                SECRET,
                form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier)));
    }

    @Test
    void signing_in_makes_a_session_anew_each_time_and_takes_a_password_exactly_as_it_is() throws Exception {
        var user = credentials().users().get(1);
        for (String almost : List.of(user.password().toUpperCase(java.util.Locale.ROOT), user.password() + " ")) {
            assertThat(location(signIn(user.username(), almost))).endsWith("?error");
        }
        signIn(user.username(), user.password());
        String one = session();
        signIn(user.username(), user.password());
        assertThat(session()).isNotEqualTo(one).hasSizeGreaterThanOrEqualTo(32);
        assertThat(http.send(
                                HttpRequest.newBuilder(at("/account/password"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("old=x&chosen=y&again=y"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .as("a form without its token")
                .isEqualTo(403);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("MINQING_IDENTITY"))
                .peek(cookie -> assertThat(cookie.isHttpOnly()).isTrue())
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void tells_who_comes_in_and_who_is_turned_away_naming_nobody_and_counts_it_for_whoever_watches() throws Exception {
        String password = made("/user/add", user("seen"));
        var lines = new ListAppender<ILoggingEvent>();
        var log = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("minqing.security");
        var level = log.getLevel();
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
        try {
            signIn("seen", "guess");
            signIn("seen", password);
            token("office", "guess");
            operate("/user/roles", Map.of("name", "seen", "roles", List.of("inspector")));
            operate("/user/disable", Map.of("name", "seen"));
            operate("/user/disable", Map.of("name", "seen"));
        } finally {
            log.detachAppender(lines);
            log.setLevel(level);
        }
        List<String> said =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(said).allSatisfy(line -> {
            JsonNode json = JsonMapper.shared().readTree(line);
            assertThat(text(json, "time")).endsWith("Z");
            assertThat(line).doesNotContain("seen").doesNotContain("guess").doesNotContain(password);
        });
        assertThat(said.stream().map(line -> text(JsonMapper.shared().readTree(line), "event")))
                .containsSubsequence(
                        "sign-in-refused",
                        "sign-in",
                        "refused",
                        "account-rights",
                        "account-disabled",
                        "account-refused");

        String monitor = made("/client/add", Map.of("name", "watching", "roles", List.of("monitor"), "division", "53"));
        assertThat(figures(null).statusCode()).isEqualTo(401);
        assertThat(figures(json(token("office", secret("office")))
                                .get("access_token")
                                .asString())
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> figures =
                figures(json(token("watching", monitor)).get("access_token").asString());
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .containsPattern("minqing_security_events_total\\{event=\"sign-in-refused\"} [1-9]")
                .containsPattern("minqing_refusals_total\\{status=\"401\"} [1-9]")
                .contains(WatchedFigures.without(
                        "minqing_commands_", "minqing_log_", "minqing_clock_", "minqing_read_", "minqing_disk_"));
    }

    private HttpResponse<String> figures(@Nullable String token) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(at("/actuator/prometheus"));
        return http.send(
                (token == null ? asked : asked.header("Authorization", "Bearer " + token)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String signOut) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at("/connect/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(signOut))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void slows_down_who_guesses_a_password_and_says_so_in_the_form() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(location(signIn("administrator", "guess"))).endsWith("/sign-in?error");
        }
        assertThat(get(URI.create(location(signIn("administrator", "guess")))).body())
                .contains("尝试次数过多");
    }

    @Test
    void says_at_both_fields_that_one_of_them_is_wrong() throws Exception {
        assertThat(get("/sign-in").body())
                .doesNotContain("aria-invalid")
                .contains("type=\"password\" autocomplete=\"current-password\"")
                .doesNotContain("onpaste");
        String refused = get("/sign-in?error").body();
        assertThat(refused).contains("id=\"refused\"");
        assertThat(refused.split("aria-invalid=\"true\" aria-describedby=\"refused\"", -1))
                .hasSize(3);
    }

    @Test
    void asks_in_chinese_unless_english_is_wanted_under_a_cookie_of_its_own() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        assertThat(page.body()).contains("lang=\"zh\"").contains("登录民情").contains("_csrf");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(cookies.getCookieStore().getCookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getName()).isEqualTo("MINQING_IDENTITY_CSRF"));
        HttpRequest english = HttpRequest.newBuilder(at("/sign-in"))
                .header("Accept-Language", "en-GB,en;q=0.9")
                .build();
        assertThat(http.send(english, BodyHandlers.ofString()).body())
                .contains("lang=\"en\"")
                .contains("Sign in to Minqing");
        assertThat(get("/sign-in?lang=en").body()).contains("Sign in to Minqing");
    }

    @Test
    void refuses_to_start_in_production() {
        assertThatThrownBy(() -> run("--minqing.identity.production=true"))
                .rootCause()
                .hasMessageContaining("issuer of your own");
    }

    @Test
    void keeps_accounts_for_whoever_can_read_the_key_of_this_start_and_for_nobody_else() throws Exception {
        HttpResponse<String> stranger = http.send(
                HttpRequest.newBuilder(at("/operator/user/list"))
                        .header("Content-Type", "application/json")
                        .header("Minqing-Operator", "guess")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).doesNotContain("office");
        assertThat(operate("/user/list", Map.of()).body())
                .contains("village-secretary")
                .doesNotContain("bcrypt")
                .doesNotContain("\"secret\"");
    }

    @ParameterizedTest
    @CsvSource({
        "user, x, teacher, 5303, unknown-role, teacher",
        "user, x, office, 5399, unknown-division, 5399",
        "user, x, office, 53x, division, 53x",
        "user, x, office, 4301, other-province, 4301",
        "user, office, office, 5303, duplicate, office",
        "user, OFFICE, office, 5303, duplicate, OFFICE",
        "client, pages, office, 5303, duplicate, pages",
        "user, a b, office, 5303, name, a b",
        "user, x, cadre, 5303, cadre-missing, cadre",
        "client, x, office, '', division, 2"
    })
    void says_in_both_languages_why_an_account_cannot_be_made(
            String kind, String name, String role, String division, String code, String said) throws Exception {
        HttpResponse<String> answer =
                operate("/" + kind + "/add", Map.of("name", name, "roles", List.of(role), "division", division));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        JsonNode why = json(answer);
        assertThat(why.get("code").asString()).isEqualTo(code);
        assertThat(why.get("zh").asString())
                .containsPattern("[\\u4e00-\\u9fff]")
                .contains(said);
        assertThat(why.get("en").asString()).contains(said).doesNotContainPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void refuses_a_weak_password_that_an_operator_chose() throws Exception {
        HttpResponse<String> answer = operate(
                "/user/add",
                Map.of("name", "weak", "roles", List.of("office"), "division", "5303", "password", "password1234"));
        assertThat(json(answer).get("code").asString()).isEqualTo("password-common");
    }

    @Test
    void adds_a_client_rotates_its_secret_with_an_overlap_and_disables_it() throws Exception {
        String first =
                made("/client/add", Map.of("name", "mapping", "roles", List.of("inspector"), "division", "5303"));
        assertThat(token("mapping", first).statusCode()).isEqualTo(200);

        String second = made("/client/rotate", Map.of("name", "mapping"));
        assertThat(second).isNotEqualTo(first);
        assertThat(token("mapping", second).statusCode()).isEqualTo(200);
        assertThat(token("mapping", first).statusCode()).as("the overlap").isEqualTo(200);
        String third = made("/client/rotate", Map.of("name", "mapping", "overlapHours", 0));
        assertThat(token("mapping", third).statusCode()).isEqualTo(200);
        assertThat(token("mapping", second).statusCode()).isEqualTo(401);
        assertThat(token("mapping", first).statusCode()).isEqualTo(401);

        assertThat(operate("/client/disable", Map.of("name", "mapping")).statusCode())
                .isEqualTo(200);
        assertThat(token("mapping", third).statusCode()).isEqualTo(401);
        assertThat(json(operate("/client/disable", Map.of("name", "mapping")))
                        .get("code")
                        .asString())
                .isEqualTo("disabled");
        Instant hourAgo = Instant.now().minusSeconds(3600);
        assertThat(new Accounts(database.owner()).endedSince(hourAgo)).anySatisfy(ended -> {
            assertThat(ended.name()).isEqualTo("mapping");
            assertThat(ended.disabled()).isTrue();
        });
        assertThat(operate("/client/enable", Map.of("name", "mapping")).statusCode())
                .isEqualTo(200);
        assertThat(token("mapping", third).statusCode()).isEqualTo(200);
    }

    @Test
    void ends_the_session_of_somebody_who_is_disabled_or_gets_other_rights() throws Exception {
        String password = made("/user/add", user("leaver"));
        assertThat(location(signIn("leaver", password))).isEqualTo(PAGES + "/");
        assertThat(get("/account").statusCode()).isEqualTo(200);
        assertThat(operate("/user/disable", Map.of("name", "leaver")).statusCode())
                .isEqualTo(200);
        assertThat(location(get("/account"))).endsWith("/sign-in");
        assertThat(location(signIn("leaver", password))).endsWith("?error");

        operate("/user/enable", Map.of("name", "leaver"));
        assertThat(location(signIn("leaver", password))).doesNotContain("error");
        assertThat(get("/account").body()).contains("5303").contains("office");
        operate("/user/roles", Map.of("name", "leaver", "roles", List.of("inspector")));
        assertThat(location(get("/account"))).endsWith("/sign-in");
    }

    @Test
    void lets_people_change_their_own_password_and_nobody_elses_session_survives_it() throws Exception {
        String password = made("/user/add", user("changer"));
        signIn("changer", password);
        HttpResponse<String> page = get("/account");
        assertThat(page.body()).contains("修改密码").contains("至少 12 个字符");
        List<java.net.HttpCookie> first = List.copyOf(cookies.getCookieStore().getCookies());
        cookies.getCookieStore().removeAll();
        signIn("changer", password);

        assertThat(change("not it", "an office with a blue door", "an office with a blue door")
                        .body())
                .contains("原密码不对");
        assertThat(change(password, "short", "short").body()).contains("密码太短");
        assertThat(change(password, "password12345", "password12345").body()).contains("太常见");
        assertThat(change(password, "an office with a blue door", "another").body())
                .contains("不一样");
        HttpResponse<String> done = change(password, "an office with a blue door", "an office with a blue door");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("密码已修改");
        assertThat(get("/account").statusCode()).as("this session goes on").isEqualTo(200);

        cookies.getCookieStore().removeAll();
        first.forEach(cookie -> cookies.getCookieStore().add(at("/"), cookie));
        assertThat(location(get("/account"))).as("one from before, elsewhere").endsWith("/sign-in");
        cookies.getCookieStore().removeAll();
        assertThat(location(signIn("changer", password))).endsWith("?error");
        assertThat(location(signIn("changer", "an office with a blue door"))).doesNotContain("error");
    }

    @Test
    void asks_for_a_one_time_code_once_somebody_wants_to_be_asked_and_takes_none_twice() throws Exception {
        String password = made("/user/add", user("careful"));
        signIn("careful", password);
        String page = get("/account").body();
        byte[] key = OneTimeCodes.bytes(first("id=\"key\">([A-Z2-7]+)<", page));
        assertThat(page).contains("otpauth://totp/Minqing:careful?secret=");
        assertThat(submit("/account/codes", Map.of("code", "000000")).body()).contains("动态码不对");
        String code = code(key, 0);
        String on = submit("/account/codes", Map.of("code", code)).body();
        assertThat(on).contains("恢复码");
        String recovery = first("<code>((?:[a-z2-9]{5}-){4}[a-z2-9]{5})</code>", on);

        cookies.getCookieStore().removeAll();
        assertThat(location(signIn("careful", password))).endsWith("?code");
        assertThat(get("/sign-in?code").body()).contains("动态码").contains("name=\"code\"");
        assertThat(location(signIn("careful", password, code)))
                .as("used before")
                .endsWith("?error");
        assertThat(location(signIn("careful", password, code(key, 1)))).isEqualTo(PAGES + "/");
        cookies.getCookieStore().removeAll();
        assertThat(location(signIn("careful", password, recovery))).isEqualTo(PAGES + "/");
        cookies.getCookieStore().removeAll();
        assertThat(location(signIn("careful", password, recovery)))
                .as("used before")
                .endsWith("?error");

        String other = made("/user/reset", Map.of("name", "careful"));
        assertThat(location(signIn("careful", other))).isEqualTo(PAGES + "/");
    }

    @Test
    void makes_no_accounts_of_a_demonstration_that_is_not_there() throws Exception {
        assertThat(json(operate("/init", Map.of("division", "5305")))
                        .get("code")
                        .asString())
                .isEqualTo("initialised");
    }

    private static Map<String, Object> user(String name) {
        return Map.of("name", name, "roles", List.of("office"), "division", "5303");
    }

    private String made(String path, Map<String, Object> order) throws Exception {
        HttpResponse<String> answer = operate(path, order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("secret").asString();
    }

    private HttpResponse<String> operate(String path, Map<String, Object> order) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at("/operator" + path))
                        .header("Content-Type", "application/json")
                        .header("Minqing-Operator", OperatorKey.read(directory).value())
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(order)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> change(String old, String chosen, String again) throws Exception {
        return submit("/account/password", Map.of("old", old, "chosen", chosen, "again", again));
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields) throws Exception {
        var all = new java.util.HashMap<>(fields);
        all.put(
                "_csrf",
                first("name=\"_csrf\" value=\"([^\"]+)\"", get("/account").body()));
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(all)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String code(byte[] key, int later) {
        return OneTimeCodes.code(key, Instant.now().getEpochSecond() / 30 + later);
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " in " + text))
                .group(1);
    }

    private static String issuer() {
        return "http://127.0.0.1:" + port;
    }

    private static URI at(String path) {
        return URI.create(issuer() + path);
    }

    private static Credentials credentials() throws IOException {
        return JsonMapper.shared()
                .readValue(Files.readString(directory.resolve("credentials.json")), Credentials.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(at(path));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> token(String client, String secret) throws IOException, InterruptedException {
        return post("/oauth2/token", client, secret, "grant_type=client_credentials");
    }

    private HttpResponse<String> post(String path, String client, String secret, String form)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return signIn(name, password, "");
    }

    private HttpResponse<String> signIn(String name, String password, String code)
            throws IOException, InterruptedException {
        String csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get("/sign-in").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        return http.send(
                HttpRequest.newBuilder(at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                form(Map.of("username", name, "password", password, "code", code, "_csrf", csrf))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return at("/").resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        RSAKey key = JWKSet.parse(get("/oauth2/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
