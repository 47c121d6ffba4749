package org.minqing.standalone.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.minqing.standalone.identity.CredentialsFile;
import org.minqing.standalone.identity.OperatorKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the accounts of a running installation. Also the program {@code minqing} in the identity service's container. */
public final class Operator {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OPTIONS =
            Set.of("role", "division", "organisation", "cadre", "password-stdin", "overlap");
    private static final Set<String> INIT = Set.of("division", "name", "county", "organisation", "since");
    private static final Map<String, Set<String>> ACTIONS = Map.of(
            "user", Set.of("add", "list", "disable", "enable", "reset", "roles"),
            "client", Set.of("add", "list", "disable", "enable", "rotate", "roles"));

    private final Installed installed;

    public Operator(Installed installed) {
        this.installed = installed;
    }

    /** In a container: the environment says where everything is. */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("logback.configurationFile", "logback-off.xml");
        Map<String, String> set = System.getenv();
        String port = set.getOrDefault("SERVER_PORT", "8082");
        int status;
        try (HttpClient http = HttpClient.newHttpClient()) {
            status = new Operator(new Installed(
                            Path.of(set.getOrDefault("MINQING_IDENTITY_DIRECTORY", ".minqing")),
                            set.getOrDefault("MINQING_OPERATOR_IDENTITYURL", "http://127.0.0.1:" + port),
                            set.getOrDefault("MINQING_OPERATOR_COMMANDURL", "http://127.0.0.1:8081"),
                            http))
                    .run(List.of(args));
        } catch (OperatorRefusal e) {
            System.err.println(e.chinese());
            System.err.println(e.english());
            status = e.status();
        } catch (IOException e) {
            System.err.println("读写失败 · reading or writing failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    /** @param said user, client or init, and what follows */
    public int run(List<String> said) throws IOException, InterruptedException {
        String what = said.isEmpty() ? "" : said.getFirst();
        if (what.equals("init")) {
            new Initialisation(this, installed).run(Words.of(said.subList(1, said.size()), INIT));
            return 0;
        }
        Set<String> actions = ACTIONS.get(what);
        String action = said.size() < 2 ? "" : said.get(1);
        if (actions == null || !actions.contains(action)) {
            throw new OperatorRefusal(
                    2,
                    "用法：./minqing user add|list|disable|enable|reset|roles，./minqing client add|list|disable|enable|rotate|roles",
                    "Use: ./minqing user add|list|disable|enable|reset|roles, ./minqing client add|list|disable|enable|rotate|roles");
        }
        Words words = Words.of(said.subList(2, said.size()), OPTIONS);
        boolean list = action.equals("list");
        if (words.places().size() != (list ? 0 : 1)) {
            throw new OperatorRefusal(
                    2,
                    list ? "list 后面不要名字" : "要写一个名字：./minqing %s %s NAME".formatted(what, action),
                    list ? "list takes no name" : "One name is needed: ./minqing %s %s NAME".formatted(what, action));
        }
        JsonNode answer = ask("/operator/" + what + "/" + action, order(words));
        print(what, action, answer);
        if (action.equals("rotate")) {
            CredentialsFile.in(installed.directory())
                    .changed(answer.get("name").asString(), answer.get("secret").asString());
        }
        return 0;
    }

    private static Map<String, Object> order(Words words) throws IOException {
        Map<String, Object> order = new LinkedHashMap<>();
        if (!words.places().isEmpty()) {
            order.put("name", words.places().getFirst());
        }
        if (words.has("role")) {
            order.put("roles", List.of(String.join(",", words.all("role")).split(",")));
        }
        for (String option : List.of("division", "organisation", "cadre")) {
            words.one(option).ifPresent(value -> order.put(option, value));
        }
        words.one("overlap").ifPresent(hours -> order.put("overlapHours", hours(hours)));
        if (words.has("password-stdin")) {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            order.put("password", Objects.requireNonNullElse(in.readLine(), ""));
        }
        return order;
    }

    private static int hours(String text) {
        try {
            return Integer.parseInt(text.endsWith("h") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException e) {
            throw new OperatorRefusal(2, "--overlap 要写小时数，例如 24：" + text, "--overlap takes hours, such as 24: " + text);
        }
    }

    /** @throws OperatorRefusal in the words of the server */
    JsonNode ask(String path, Map<String, Object> order) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = installed
                    .http()
                    .send(
                            HttpRequest.newBuilder(URI.create(installed.identity() + path))
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/json")
                                    .header(
                                            OperatorKey.HEADER,
                                            OperatorKey.read(installed.directory())
                                                    .value())
                                    .POST(BodyPublishers.ofString(
                                            JsonMapper.shared().writeValueAsString(order)))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (NoSuchFileException e) {
            throw away();
        } catch (java.net.ConnectException e) {
            throw away();
        }
        JsonMapper json = JsonMapper.shared();
        return switch (answer.statusCode()) {
            case 200 -> json.readTree(answer.body());
            case 409 -> {
                JsonNode why = json.readTree(answer.body());
                throw new OperatorRefusal(
                        1, why.path("zh").asString(""), why.path("en").asString(""));
            }
            default ->
                throw new OperatorRefusal(
                        1,
                        "认证服务答复 %d：%s".formatted(answer.statusCode(), answer.body()),
                        "The identity service answered %d: %s".formatted(answer.statusCode(), answer.body()));
        };
    }

    private OperatorRefusal away() {
        return new OperatorRefusal(
                3,
                "认证服务 %s 没有应答；先运行 ./minqing up".formatted(installed.identity()),
                "The identity service at %s does not answer; run ./minqing up first".formatted(installed.identity()));
    }

    private static void print(String what, String action, JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(Operator::print);
            return;
        }
        switch (action) {
            case "disable" -> System.out.println("已停用，一分钟内失去访问 · disabled; its access ends within a minute:");
            case "roles" -> System.out.println("权限已改 · its rights are now:");
            case "rotate" ->
                System.out.println(
                        "新密钥只显示这一次，旧的在并存期内仍可用 · the new secret is told this once; the one before stays good for the overlap:");
            case "add", "reset" ->
                System.out.println(
                        what.equals("user")
                                ? "密码只显示这一次，请本人登录后修改 · the password is told this once; its owner should change it:"
                                : "密钥只显示这一次 · the secret is told this once:");
            default -> {}
        }
        print(answer);
    }

    /** One account on one line. */
    static void print(JsonNode account) {
        var line = new StringBuilder("  ")
                .append(account.get("kind").asString().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(account.get("name").asString());
        if (account.has("secret")) {
            line.append("  ").append(account.get("secret").asString());
        }
        line.append("  role=");
        account.get("roles").forEach(role -> line.append(role.asString()).append(','));
        line.setLength(line.length() - 1);
        line.append(" division=").append(account.get("division").asString());
        for (String id : List.of("organisation", "cadre")) {
            if (account.has(id)) {
                line.append(' ').append(id).append('=').append(account.get(id).asString());
            }
        }
        if (account.path("codes").asBoolean(false)) {
            line.append(" 两步验证·two-step");
        }
        if (account.has("disabledAt")) {
            line.append(" 停用·disabled=").append(account.get("disabledAt").asString());
        }
        System.out.println(line);
    }
}
