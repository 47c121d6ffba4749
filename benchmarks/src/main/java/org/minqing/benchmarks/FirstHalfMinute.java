package org.minqing.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long a start takes, and how long commands take in the half minute after it, at a steady rate: the first one goes out when the
 * launcher has said that everything answers. Open loop: a command's time counts from when it was due, so waiting behind a slow one
 * counts too. The sender has been warmed on a service of its own.
 *
 * <p>Arguments, all optional: commands a second (50), seconds (30), starts (5). Milliseconds of the first second, of the first five
 * and of all.
 */
final class FirstHalfMinute {
    private static final int CONNECTIONS = 32;
    private static final String COMMAND = "/v1/commands/RecordVisit";

    private final Installation installation;
    private final int rate;
    private final int seconds;

    private FirstHalfMinute(Installation installation, int rate, int seconds) {
        this.installation = installation;
        this.rate = rate;
        this.seconds = seconds;
    }

    static void run(Installation installation, Path results, String... arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        int starts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        var measured = new FirstHalfMinute(installation, rate, seconds);
        measured.warmTheSender();
        try (installation) {
            installation.up(); // loads the demonstration
        }
        var report =
                new Report("The first half minute: RecordVisit at " + rate + "/s from the moment everything answers");
        for (int i = 1; i <= starts; i++) {
            measured.start(report, "start " + i);
        }
        report.end(results, "cold");
    }

    private void start(Report report, String name) throws IOException, InterruptedException {
        double up = installation.up();
        try (installation) {
            String token = installation.token();
            Sent sent = send(installation.commandPort(), token, installation.visit(token), seconds);
            report.row(
                    name,
                    "up s",
                    up,
                    "1 s p50",
                    at(sent.first, 50),
                    "1 s p99",
                    at(sent.first, 99),
                    "5 s p50",
                    at(sent.five, 50),
                    "5 s p99",
                    at(sent.five, 99),
                    seconds + " s p50",
                    at(sent.all, 50),
                    seconds + " s p99",
                    at(sent.all, 99),
                    "longest",
                    at(sent.all, 100),
                    "not accepted",
                    sent.refused.get());
        }
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    private static final class Sent {
        final Histogram first = new ConcurrentHistogram(3);
        final Histogram five = new ConcurrentHistogram(3);
        final Histogram all = new ConcurrentHistogram(3);
        final AtomicInteger refused = new AtomicInteger();

        void took(long nanos, long afterStart) {
            long micros = nanos / 1000;
            all.recordValue(micros);
            if (afterStart < TimeUnit.SECONDS.toNanos(5)) {
                five.recordValue(micros);
            }
            if (afterStart < TimeUnit.SECONDS.toNanos(1)) {
                first.recordValue(micros);
            }
        }
    }

    /** Due, sent and answered are three times: what is due is taken by whoever is free. */
    private Sent send(int commandPort, String token, String body, int lasting)
            throws IOException, InterruptedException {
        var sent = new Sent();
        BlockingQueue<Long> due = new ArrayBlockingQueue<>(rate * (lasting + 1));
        long start = System.nanoTime();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var connection = new CommandConnection(commandPort, token);
            senders.add(Thread.startVirtualThread(() -> {
                try (connection) {
                    for (long at = due.take(); at >= 0; at = due.take()) {
                        if (connection.send(COMMAND, body) != 201) {
                            sent.refused.incrementAndGet();
                        }
                        sent.took(System.nanoTime() - at, at - start);
                    }
                } catch (IOException e) {
                    sent.refused.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (int i = 0; i < rate * lasting; i++) {
            long at = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            due.put(at);
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            due.put(-1L);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        return sent;
    }

    /** Against a service that answers 201 to everything, so that what is measured later is not this program's own start. */
    private void warmTheSender() throws IOException, InterruptedException {
        try (ServerSocket service = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!service.isClosed()) {
                    try {
                        Socket socket = service.accept();
                        Thread.startVirtualThread(() -> agree(socket));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            send(service.getLocalPort(), "warm", "{}", 5);
        }
    }

    private static void agree(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            byte[] answer = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    in.skip(2);
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException e) {
            // the sender has ended
        }
    }
}
