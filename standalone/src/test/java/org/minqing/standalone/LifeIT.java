package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One installation of a prefecture of its own from its first start to its last, killed once in between, in a folder with a space in its name. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeIT {
    private static final int WRITERS = 8;
    private static final int ENOUGH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    static Installation minqing;

    @BeforeAll
    static void start() throws Exception {
        minqing = new Installation(Path.of("target/it/a life 一生").toAbsolutePath(), FreePorts.first(4)).fresh();
        Shell.Said said = minqing.up("--no-demo");
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("民情已启动").contains("http://127.0.0.1:" + minqing.port);
        said = minqing.minqing("init", "--division", "5305", "--name", "保山市", "--since=2011-01-01");
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("5305 保山市").containsPattern("user office +[a-z2-9]{4}-");
    }

    @AfterAll
    static void stop() throws Exception {
        minqing.minqing("down");
    }

    @Test
    @Order(1)
    void answers_on_all_ports_with_secrets_for_its_owner_alone() throws Exception {
        Shell.Said said = minqing.minqing("status");
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out())
                .contains("http://127.0.0.1:" + (minqing.port + 2))
                .doesNotContain("✗");
        for (String secret :
                List.of("credentials.json", "master.key", "postgres/access.json", "identity/signing-key.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(minqing.data.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
        assertThat(minqing.process().info().arguments().orElseThrow()).contains(minqing.data.toString());
        assertThat(minqing.minqing("logs").out()).isNotBlank();
    }

    @Test
    @Order(2)
    void takes_a_command_and_answers_a_question_about_it() throws Exception {
        UUID key = UUID.randomUUID();
        String province = minqing.token("province");
        Object county = Map.of("code", "530502", "name", "隆阳区", "occurredOn", "2011-01-01");

        HttpResponse<String> done = minqing.command(province, key, "RegisterDivision", county);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        JsonNode receipt = json(done);
        assertThat(receipt.get("subject").get("id").asString()).isEqualTo("530502");
        String path = "/v1/divisions/530502?after=" + receipt.get("position").asLong();
        HttpResponse<String> seen = minqing.question(province, path);
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("隆阳区").contains("保山市");
        assertThat(seen.headers().firstValueAsLong("Minqing-Position").orElseThrow())
                .isGreaterThanOrEqualTo(receipt.get("position").asLong());

        HttpResponse<String> again = minqing.command(province, key, "RegisterDivision", county);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(json(again)).isEqualTo(receipt);
    }

    @Test
    @Order(3)
    void does_not_start_twice_on_one_folder() throws Exception {
        assertThat(minqing.up().out()).contains("已经在运行");
        Shell.Said other = new Installation(minqing.data, FreePorts.first(4)).up();
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).contains("已被使用").contains("is in use");
    }

    @Test
    @Order(4)
    void names_who_holds_a_busy_port_and_suggests_another() throws Exception {
        int first = FreePorts.first(4);
        Path data =
                Files.createDirectories(Path.of("target/it")).resolve("busy").toAbsolutePath();
        try (var busy = new ServerSocket()) {
            busy.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first + 1));
            Shell.Said said = new Installation(data, first).up("--no-demo");
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.out())
                    .contains("端口 " + (first + 1) + " 被占用")
                    .contains("(pid " + ProcessHandle.current().pid() + ")")
                    .containsPattern("\\./minqing up --port \\d+");
        }
    }

    @Test
    @Order(5)
    void loses_nothing_acknowledged_when_everything_is_killed_under_load() throws Exception {
        String province = minqing.token("province");
        Map<UUID, Map<String, String>> sent = new ConcurrentSkipListMap<>();
        Map<UUID, JsonNode> acknowledged = new ConcurrentSkipListMap<>();
        List<String> above = List.of("530502202");
        for (String code : above) {
            assertThat(minqing.command(province, UUID.randomUUID(), "RegisterDivision", division(code))
                            .statusCode())
                    .isEqualTo(201);
        }
        var number = new AtomicInteger();
        var killed = new AtomicBoolean();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int w = 0; w < WRITERS; w++) {
                writers.submit(() -> {
                    while (!killed.get()) {
                        UUID key = UUID.randomUUID();
                        Map<String, String> village = division("530502202%03d".formatted(number.incrementAndGet()));
                        sent.put(key, village);
                        HttpResponse<String> done = minqing.command(province, key, "RegisterDivision", village);
                        if (done.statusCode() == 201) {
                            acknowledged.put(key, json(done));
                        }
                    }
                    return null;
                });
            }
            Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
            List<ProcessHandle> everything = everything();
            everything.forEach(ProcessHandle::destroyForcibly);
            killed.set(true);
            // its ports are free when it is gone; what nobody has reaped yet runs no program
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> everything.stream()
                            .allMatch(process -> process.info().command().isEmpty()));
        }
        assertThat(minqing.up("--no-demo").status()).isZero();

        for (var one : acknowledged.entrySet()) {
            HttpResponse<String> again = resend(province, one.getKey(), sent);
            assertThat(json(again)).isEqualTo(one.getValue());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        }
        for (UUID key : sent.keySet()) {
            assertThat(resend(province, key, sent).statusCode()).isEqualTo(201);
        }
        long head = head();
        for (UUID key : sent.keySet()) {
            assertThat(resend(province, key, sent).headers().firstValue("Idempotency-Replayed"))
                    .hasValue("true");
        }
        assertThat(head()).isEqualTo(head);
        assertThat(minqing.database()
                        .sql("select position from log.event order by position")
                        .query(Long.class)
                        .list())
                .as("every position, none twice")
                .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
        for (Map<String, String> village : sent.values()) {
            HttpResponse<String> seen =
                    minqing.question(province, "/v1/divisions/" + village.get("code") + "?after=" + head);
            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        }
    }

    /** The JVM, PostgreSQL and its backends. */
    private static List<ProcessHandle> everything() throws IOException {
        ProcessHandle postmaster = minqing.postmaster();
        return Stream.concat(Stream.of(minqing.process(), postmaster), postmaster.descendants())
                .toList();
    }

    private static HttpResponse<String> resend(String token, UUID key, Map<UUID, Map<String, String>> sent)
            throws IOException, InterruptedException {
        return minqing.command(token, key, "RegisterDivision", Objects.requireNonNull(sent.get(key)));
    }

    private static long head() throws IOException {
        return minqing.database()
                .sql("select max(position) from log.event")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(6)
    void starts_its_database_again_and_itself() throws Exception {
        String province = minqing.token("province");
        Map<String, String> one = division("530502203");
        UUID key = UUID.randomUUID();
        ProcessHandle database = minqing.postmaster();
        database.destroyForcibly();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        minqing.command(province, key, "RegisterDivision", one).statusCode() == 201);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> minqing.question(province, "/v1/divisions/530502203?after=" + head())
                                .statusCode()
                        == 200);
        assertThat(minqing.postmaster().pid()).isNotEqualTo(database.pid());

        long process = minqing.process().pid();
        minqing.process().destroyForcibly();
        Shell.Said said = minqing.up("--no-demo");
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(minqing.process().pid()).isNotEqualTo(process);
        assertThat(minqing.minqing("status").status()).isZero();
        assertThat(Files.readString(minqing.data.resolve("log/minqing.log")))
                .contains("PostgreSQL is gone and is started again")
                .contains("process " + process + " ended with 137 and is started again");
        assertThat(resend(province, key, Map.of(key, one)).headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
    }

    @Test
    @Order(7)
    void keeps_accounts_by_command_and_refuses_in_both_languages() throws Exception {
        Shell.Said said = minqing.minqing("init", "--division", "5303", "--name", "曲靖市");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("已经初始化过").contains("Initialised already");
        said = minqing.minqing("user", "add", "wang", "--role", "office", "--division", "5306");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("没有登记过区划 5306").contains("No division 5306");
        said = minqing.minqing("user", "add", "wang", "--role", "office", "--division", "5305");
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).containsPattern("user wang +[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4} ");
        assertThat(minqing.minqing("user", "list").out()).contains("wang").doesNotContainPattern("wang +[a-z2-9]{4}-");
        assertThat(minqing.minqing("client", "rotate", "office", "--overlap=0").status())
                .isZero();
        assertThat(minqing.token("office")).startsWith("ey");
        assertThat(minqing.minqing("client", "disable", "office").status()).isZero();
        assertThat(minqing.minqing("token", "office").status()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void stops_cleanly_and_leaves_nothing_running() throws Exception {
        ProcessHandle postmaster = minqing.postmaster();
        assertThat(minqing.minqing("down").status()).isZero();
        assertThat(postmaster.info().command()).isEmpty();
        assertThat(minqing.data.resolve("ready")).doesNotExist();
        assertThat(minqing.minqing("status").status()).isEqualTo(3);
        assertThat(minqing.minqing("down").out()).contains("没有在运行");
        assertThat(minqing.minqing("token", "office").err()).contains("没有应答");
        assertThat(minqing.minqing("user", "list").err()).contains("没有在运行").contains("Not running");
    }

    @Test
    @Order(9)
    void stops_cleanly_by_ctrl_c_when_started_in_a_terminal() throws Exception {
        String[] terminal = {"env", "--default-signal=INT"};
        assumeTrue(
                Shell.works(terminal[0], terminal[1], "true"),
                "whoever runs the tests may ignore Ctrl-C, and this env cannot undo that");
        var inTerminal = new Installation(Shell.project(), minqing.data, minqing.port, Map.of(), terminal);
        Process process = inTerminal.foreground("--no-demo");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.exists(minqing.data.resolve("ready")) || !process.isAlive());
        ProcessHandle postmaster = minqing.postmaster();

        assertThat(Shell.works("kill", "-INT", Long.toString(process.pid()))).isTrue();

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(postmaster.info().command()).isEmpty();
        assertThat(minqing.data.resolve("ready")).doesNotExist();
        assertThat(minqing.minqing("status").status()).isEqualTo(3);
    }

    @Test
    @Order(10)
    void speaks_tls_on_all_ports_with_a_certificate_whatever_name_it_bears() throws Exception {
        Path folder = Files.createDirectories(minqing.data.resolveSibling("tls"));
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        assumeTrue(
                Shell.works(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
                                + " -subj /CN=minqing.example -keyout " + key + " -out " + certificate)
                        .split(" ")),
                "no openssl here");
        String[] tls = {"--no-demo", "--tls-cert", certificate.toString(), "--tls-key", key.toString()};
        Shell.Said said = minqing.up("--no-demo", "--tls-cert", key.toString(), "--tls-key", key.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("没有 PEM 格式的证书").contains("no certificate in PEM");

        said = minqing.up(tls);

        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("https://127.0.0.1:" + minqing.port);
        assertThat(minqing.minqing("status").status()).isZero();
        String token = minqing.token("province");
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(Tls.trusting(certificate)).build()) {
            HttpResponse<String> seen = http.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + minqing.port + "/v1/divisions/5305"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(seen.body()).contains("保山市");
            HttpResponse<String> page = http.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + minqing.port + "/"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).startsWith("https://"));
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
        assertThat(minqing.minqing("down").status()).isZero();
    }

    private static Map<String, String> division(String code) {
        return Map.of("code", code, "name", "示例" + code, "occurredOn", "2011-01-01");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
