package org.minqing.standalone.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.minqing.standalone.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml starts a system that works. */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the processes said stays behind where a test failed. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    static Composition composition;
    static JsonNode credentials;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    @BeforeAll
    static void up() throws Exception {
        composition = new Composition(folder);
        composition.up();
        Shell.Said init = composition.operator("init", "--division", "5303", "--name", "曲靖市", "--since", "2011-01-01");
        assertThat(init.status()).as(init.toString()).isZero();
        credentials =
                JSON.readTree(Files.readString(composition.volume("accounts").resolve("credentials.json")));
    }

    @AfterAll
    static void down() throws Exception {
        composition.close();
    }

    @Test
    @Order(2)
    void takes_commands_and_shows_what_it_sealed_in_another_process() throws Exception {
        String province = token("province");
        command(province, "RegisterDivision", Map.of("code", "530303", "name", "示例区", "occurredOn", "2011-01-01"));
        String office = token("office");
        JsonNode organisation = command(office, "RegisterOrganisation", Map.of("name", "示例单位", "divisionCode", "5303"));
        JsonNode cadre = command(
                office,
                "RegisterCadre",
                Map.of(
                        "name",
                        "张示例",
                        "sex",
                        "1",
                        "rankCode",
                        "142",
                        "organisationId",
                        organisation.at("/subject/id").asString()));

        String path = "/v1/cadres/" + cadre.at("/subject/id").asString() + "?after="
                + cadre.get("position").asLong();
        HttpResponse<String> seen = http.send(
                at(composition.query, path)
                        .header("Authorization", "Bearer " + office)
                        .build(),
                BodyHandlers.ofString());

        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(JSON.readTree(seen.body()).get("name").asString()).isEqualTo("张**");
    }

    @Test
    @Order(1)
    void opens_the_sign_in_page_and_lets_somebody_into_a_house_that_has_just_been_initialised() throws Exception {
        HttpResponse<String> form = http.send(at(composition.query, "/").build(), BodyHandlers.ofString());

        assertThat(form.uri().getPort()).isEqualTo(composition.identity);
        assertThat(form.body()).contains("登录民情", "name=\"password\"");

        HttpResponse<String> in = http.send(
                HttpRequest.newBuilder(form.uri().resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of(
                                "username",
                                "office",
                                "password",
                                password("office"),
                                "_csrf",
                                first(CSRF, form.body())))))
                        .build(),
                BodyHandlers.ofString());

        assertThat(in.uri().getPort()).as(in.uri().toString()).isEqualTo(composition.query);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.body()).contains("office").contains("/logout");
    }

    @Test
    @Order(3)
    void is_accepted_by_docker_compose() throws Exception {
        var shell = new Shell(composition.folder, Map.of());
        Shell.Said said = shell.run(with(client(shell), "config"));

        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("minqing_command").doesNotContain("${");
    }

    /** Skips the test where none is installed. */
    private static List<String> client(Shell shell) throws InterruptedException {
        for (List<String> client : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            try {
                if (shell.run(with(client, "version")).status() == 0) {
                    return client;
                }
            } catch (IOException notInstalled) {
                // the next one may be
            }
        }
        return abort("skipped: neither docker compose nor docker-compose is installed");
    }

    private static List<String> with(List<String> client, String command) {
        return Stream.concat(client.stream(), Stream.of(command)).toList();
    }

    private String token(String client) throws Exception {
        JsonNode known = account("clients", "clientId", client);
        String basic = client + ":" + known.get("clientSecret").asString();
        HttpResponse<String> answer = http.send(
                at(composition.identity, "/oauth2/token")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("access_token").asString();
    }

    private static String password(String user) {
        return account("users", "username", user).get("password").asString();
    }

    private static JsonNode account(String list, String key, String name) {
        return credentials
                .get(list)
                .valueStream()
                .filter(one -> one.get(key).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode command(String token, String name, Map<String, String> body) throws Exception {
        HttpResponse<String> answer = http.send(
                at(composition.command, "/v1/commands/" + name)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
