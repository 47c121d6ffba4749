package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./minqing status}: ends with 0 when everything answers, 1 when something does not, 3 when nothing runs. */
final class Status {
    private static final int HEALTHY = 200;

    private Status() {}

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.existing(options.data());
        if (!directory.inUse()) {
            LauncherConsole.that("没有在运行", "Not running");
            return 3;
        }
        Ports ports = directory.ports();
        String pid = directory.pid().map(String::valueOf).orElse("?");
        LauncherConsole.that("正在运行，进程 " + pid, "running, process " + pid);
        var sides = new LinkedHashMap<String, String>();
        sides.put("查询和页面 · questions and pages", ports.queryUrl());
        sides.put("命令 · commands", ports.commandUrl());
        sides.put("认证 · identity", ports.issuer());
        boolean all = true;
        try (HttpClient http = directory.http()) {
            for (Map.Entry<String, String> side : sides.entrySet()) {
                boolean well = healthy(http, side.getValue());
                all &= well;
                System.out.println("  " + (well ? "✓ " : "✗ ") + side.getValue() + "  " + side.getKey());
            }
        }
        directory.rebuild().ifPresent(told -> System.out.println("  " + told));
        if (!directory.ready()) {
            LauncherConsole.that("尚未就绪", "not ready yet");
        }
        return all && directory.ready() ? 0 : 1;
    }

    /** Whether all three sides answer and can do their work. */
    static boolean well(DataDirectory directory) throws IOException, InterruptedException {
        Ports ports = directory.ports();
        try (HttpClient http = directory.http()) {
            for (String side : List.of(ports.queryUrl(), ports.commandUrl(), ports.issuer())) {
                if (!healthy(http, side)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean healthy(HttpClient http, String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == HEALTHY;
        } catch (IOException e) {
            return false;
        }
    }
}
