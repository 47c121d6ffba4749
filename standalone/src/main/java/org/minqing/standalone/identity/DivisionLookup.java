package org.minqing.standalone.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import org.minqing.standalone.account.AccountRefusal;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks query-service whether there is a division of some code, in the name of the command side. */
@Component
final class DivisionLookup implements Predicate<String> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IdentityProperties properties;
    private final ApplicationContext context;

    DivisionLookup(IdentityProperties properties, ApplicationContext context) {
        this.properties = properties;
        this.context = context;
    }

    /** @throws AccountRefusal {@code divisions-away} where nobody answers */
    @Override
    public boolean test(String code) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(properties.queryUrl() + "/v1/divisions/" + code))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token(http))
                            .build(),
                    BodyHandlers.ofString());
            return switch (HttpStatus.valueOf(answer.statusCode())) {
                case OK -> true;
                case NOT_FOUND -> false;
                default -> throw new AccountRefusal("divisions-away", answer.statusCode());
            };
        } catch (IOException e) {
            throw new AccountRefusal("divisions-away", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccountRefusal("divisions-away", "interrupted");
        }
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((Clients.COMMAND_SERVICE + ":" + properties.commandServiceSecret())
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(here().resolve("/oauth2/token"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
    }

    /** This server as it is reached from inside; in a container the issuer's address leads elsewhere. */
    private URI here() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        boolean secure = context.getEnvironment().containsProperty("server.ssl.bundle");
        return URI.create((secure ? "https" : "http") + "://127.0.0.1:" + port);
    }
}
