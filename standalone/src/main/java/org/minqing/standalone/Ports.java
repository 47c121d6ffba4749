package org.minqing.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The four ports in a row.
 *
 * @param first N, of pages and questions
 * @param secure whether they speak TLS, but for PostgreSQL, which answers this machine alone
 */
record Ports(int first, boolean secure) {
    private static final int ROW = 4;
    private static final int STEP = 10;
    private static final int LAST = 65_535;

    Ports(int first) {
        this(first, false);
    }

    int query() {
        return first;
    }

    int command() {
        return first + 1;
    }

    int identity() {
        return first + 2;
    }

    int postgres() {
        return first + 3;
    }

    String queryUrl() {
        return url(query());
    }

    String commandUrl() {
        return url(command());
    }

    String issuer() {
        return url(identity());
    }

    /** Refuses if a port is busy, naming who holds it and a row of ports that is free. */
    void claim() throws IOException {
        for (int port = first; port < first + ROW; port++) {
            if (!free(port)) {
                String holder = PortHolder.of(port).map(PortHolder::toString).orElse("?");
                int other = suggestion();
                throw new LaunchRefusal(
                        1,
                        "端口 %d 被占用：%s。换一个端口启动：./minqing up --port %d".formatted(port, holder, other),
                        "Port %d is held by %s. Start on another: ./minqing up --port %d"
                                .formatted(port, holder, other));
            }
        }
    }

    /** Some row of ports that is free just now. */
    static Ports anyFree() {
        return new Ports(new Ports(ThreadLocalRandom.current().nextInt(20_000, 30_000)).suggestion());
    }

    private int suggestion() {
        return IntStream.iterate(first + STEP, n -> n + ROW - 1 <= LAST, n -> n + STEP)
                .filter(n -> IntStream.range(n, n + ROW).allMatch(Ports::free))
                .findFirst()
                .orElse(18_080);
    }

    /** Nobody listens there, neither for this machine alone nor for all. */
    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String url(int port) {
        return (secure ? "https" : "http") + "://127.0.0.1:" + port;
    }
}
