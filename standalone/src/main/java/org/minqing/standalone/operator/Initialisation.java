package org.minqing.standalone.operator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.identity.Credentials;
import org.minqing.standalone.identity.CredentialsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./minqing init}: the first accounts, then by commands of theirs the province, the prefecture, its counties if told, and the
 * office. Cut short it may be run again.
 */
final class Initialisation {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** GB/T 2260. */
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "北京市"),
            Map.entry("12", "天津市"),
            Map.entry("13", "河北省"),
            Map.entry("14", "山西省"),
            Map.entry("15", "内蒙古自治区"),
            Map.entry("21", "辽宁省"),
            Map.entry("22", "吉林省"),
            Map.entry("23", "黑龙江省"),
            Map.entry("31", "上海市"),
            Map.entry("32", "江苏省"),
            Map.entry("33", "浙江省"),
            Map.entry("34", "安徽省"),
            Map.entry("35", "福建省"),
            Map.entry("36", "江西省"),
            Map.entry("37", "山东省"),
            Map.entry("41", "河南省"),
            Map.entry("42", "湖北省"),
            Map.entry("43", "湖南省"),
            Map.entry("44", "广东省"),
            Map.entry("45", "广西壮族自治区"),
            Map.entry("46", "海南省"),
            Map.entry("50", "重庆市"),
            Map.entry("51", "四川省"),
            Map.entry("52", "贵州省"),
            Map.entry("53", "云南省"),
            Map.entry("54", "西藏自治区"),
            Map.entry("61", "陕西省"),
            Map.entry("62", "甘肃省"),
            Map.entry("63", "青海省"),
            Map.entry("64", "宁夏回族自治区"),
            Map.entry("65", "新疆维吾尔自治区"),
            Map.entry("71", "台湾省"),
            Map.entry("81", "香港特别行政区"),
            Map.entry("82", "澳门特别行政区"));

    private final Operator operator;
    private final Installed installed;

    Initialisation(Operator operator, Installed installed) {
        this.operator = operator;
        this.installed = installed;
    }

    /** A division to be registered. */
    private record Place(String code, String name) {}

    void run(Words words) throws IOException, InterruptedException {
        String division = words.required("division");
        List<Place> places = places(division, words.required("name"), words.all("county"));
        String since = since(words.one("since").orElse(null));
        String office = words.one("organisation").orElse(places.get(1).name() + "干部直接联系群众工作办公室");

        JsonNode accounts = operator.ask("/operator/init", Map.of("division", division));
        var told = new ArrayList<JsonNode>();
        accounts.forEach(told::add);
        tell(told);

        String province = token(told, "province");
        for (Place place : places) {
            send(province, "RegisterDivision", Map.of("code", place.code(), "name", place.name(), "occurredOn", since));
        }
        send(
                token(told, "office"),
                "RegisterOrganisation",
                Map.of("name", office, "kind", "OFFICE", "divisionCode", division, "occurredOn", since));
        operator.ask("/operator/init/end", Map.of());

        System.out.println(
                "账号和密码（只显示这一次，另存于 %1$s，发放后可删除） · accounts with passwords, shown this once and kept in %1$s, to be deleted once handed out:"
                        .formatted(CredentialsFile.in(installed.directory()).file()));
        told.forEach(Operator::print);
        for (Place place : places) {
            System.out.println("  " + place.code() + " " + place.name());
        }
        System.out.println("  " + office);
    }

    private static List<Place> places(String division, String name, List<String> counties) {
        String province = division.length() < 2 ? null : PROVINCES.get(division.substring(0, 2));
        if (province == null || !division.matches("[0-9]{4}|[0-9]{6}")) {
            throw new OperatorRefusal(
                    2,
                    "--division 要写地级市的四位代码（省直辖县六位），例如 5305：" + division,
                    "--division takes the four digits of a prefecture (six of a county directly under the province), such as 5305: "
                            + division);
        }
        var places = new ArrayList<Place>();
        places.add(new Place(division.substring(0, 2), Objects.requireNonNull(province)));
        places.add(new Place(division, name));
        for (String county : counties) {
            int equals = county.indexOf('=');
            if (equals < 0 || !county.substring(0, equals).matches(division + "[0-9]{2}")) {
                throw new OperatorRefusal(
                        2,
                        "--county 要写 代码=名称，例如 %s02=某县：%s".formatted(division, county),
                        "--county takes CODE=NAME, such as %s02=NAME: %s".formatted(division, county));
            }
            places.add(new Place(county.substring(0, equals), county.substring(equals + 1)));
        }
        return places;
    }

    /** From when the divisions are in force: what happened before cannot be recorded in them. */
    private static String since(@Nullable String said) {
        LocalDate today = LocalDate.now(ZONE);
        if (said == null) {
            return today.minusYears(1).withDayOfYear(1).toString();
        }
        try {
            return LocalDate.parse(said).toString();
        } catch (DateTimeParseException e) {
            throw new OperatorRefusal(
                    2, "--since 要写日期，例如 2024-01-01：" + said, "--since takes a day, such as 2024-01-01: " + said);
        }
    }

    private void tell(List<JsonNode> accounts) throws IOException {
        var clients = new ArrayList<Credentials.Client>();
        var users = new ArrayList<Credentials.User>();
        for (JsonNode account : accounts) {
            String name = account.get("name").asString();
            String secret = account.get("secret").asString();
            List<String> roles = account.get("roles").values().stream()
                    .map(JsonNode::asString)
                    .toList();
            String division = account.get("division").asString();
            if (account.get("kind").asString().equals("CLIENT")) {
                clients.add(new Credentials.Client(name, secret, roles, division));
            } else {
                users.add(new Credentials.User(name, secret, roles, division, null));
            }
        }
        CredentialsFile file = CredentialsFile.in(installed.directory());
        String issuer = file.read().map(Credentials::issuer).orElse(installed.identity());
        file.write(new Credentials(issuer, clients, users));
    }

    private String token(List<JsonNode> accounts, String client) throws IOException, InterruptedException {
        String secret = accounts.stream()
                .filter(a -> a.get("kind").asString().equals("CLIENT")
                        && a.get("name").asString().equals(client))
                .map(a -> a.get("secret").asString())
                .findFirst()
                .orElseThrow();
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = installed
                .http()
                .send(
                        HttpRequest.newBuilder(URI.create(installed.identity() + "/oauth2/token"))
                                .timeout(PATIENCE)
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
    }

    /** As any client would; what is sent again is known by its key and recorded once. */
    private void send(String token, String command, Map<String, ?> fields) throws IOException, InterruptedException {
        var body = new LinkedHashMap<>(fields);
        UUID key = UUID.nameUUIDFromBytes(("init " + command + body).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = installed
                .http()
                .send(
                        HttpRequest.newBuilder(URI.create(installed.commands() + "/v1/commands/" + command))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", key.toString())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new OperatorRefusal(
                    1,
                    "%s 没有被接受（%d）：%s%n更正后再运行一次 init".formatted(command, answer.statusCode(), answer.body()),
                    "%s was not taken (%d): %s%nMend that and run init again"
                            .formatted(command, answer.statusCode(), answer.body()));
        }
    }
}
