package org.minqing.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.standalone.FreePorts;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
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

    @BeforeAll
    static void start() throws IOException {
        port = FreePorts.one();
        server = run();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ConfigurableApplicationContext run(String... more) {
        String[] always = {
            "--spring.config.name=identity",
            "--server.port=" + port,
            "--minqing.identity.directory=" + directory,
            "--minqing.identity.issuer=" + issuer(),
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
        String kept = Files.readString(directory.resolve("identity/accounts.json"));
        assertThat(kept)
                .contains("{bcrypt}")
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
                        "openid profile",
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
        assertThat(get("/sign-in").body()).doesNotContain("aria-invalid");
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
                                form(Map.of("username", name, "password", password, "_csrf", csrf))))
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
