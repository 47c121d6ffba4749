package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import org.minqing.standalone.identity.Credentials;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./minqing token CLIENT}: asks the running issuer for a token and prints it, and nothing else. */
final class Token {
    private static final int OK = 200;

    private Token() {}

    static int run(Options options) throws IOException, InterruptedException {
        System.out.println(fetch(DataDirectory.existing(options.data()), options.client()));
        return 0;
    }

    static String fetch(DataDirectory directory, String clientId) throws IOException, InterruptedException {
        if (Files.notExists(directory.credentials())) {
            throw new LaunchRefusal(
                    1,
                    "没有 %s；请先运行 ./minqing up".formatted(directory.credentials()),
                    "There is no %s; run ./minqing up first".formatted(directory.credentials()));
        }
        JsonMapper json = JsonMapper.shared();
        Credentials known = json.readValue(Files.readString(directory.credentials()), Credentials.class);
        Credentials.Client client = known.clients().stream()
                .filter(c -> c.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> unknown(clientId, known));
        HttpResponse<String> answer = ask(directory, known.issuer(), client);
        if (answer.statusCode() != OK) {
            throw new LaunchRefusal(
                    1,
                    "认证服务答复 %d：%s".formatted(answer.statusCode(), answer.body()),
                    "The issuer answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body()).get("access_token").asString();
    }

    private static HttpResponse<String> ask(DataDirectory directory, String issuer, Credentials.Client client)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder()
                .encodeToString((client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (HttpClient http = directory.http()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LaunchRefusal(
                    1,
                    "认证服务 %s 没有应答；系统在运行吗？./minqing status".formatted(issuer),
                    "The issuer %s does not answer; is the system up? ./minqing status".formatted(issuer));
        }
    }

    private static LaunchRefusal unknown(String asked, Credentials known) {
        String names =
                known.clients().stream().map(Credentials.Client::clientId).collect(Collectors.joining(", "));
        return new LaunchRefusal(
                1,
                "%s 里没有客户端 %s；有这些：%s。其他客户端自己向 %s/oauth2/token 取令牌"
                        .formatted("credentials.json", asked, names, known.issuer()),
                "No client %s in credentials.json; there are: %s. Others ask %s/oauth2/token themselves"
                        .formatted(asked, names, known.issuer()));
    }
}
