package org.minqing.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Stands between the appender and PostgreSQL and cuts the line when told. */
final class CuttingProxy implements AutoCloseable {
    enum Cut {
        NONE,
        /** The server gets the request and answers, the answer is swallowed and the line cut. */
        ANSWER,
        /** The line to the sender is cut at once, and the request reaches the server only when released. */
        LATE_REQUEST,
        /** As before, but it reaches the server just before the sender's repetition does. */
        OVERTAKING_REQUEST
    }

    private static final byte[] APPEND = "log.append(".getBytes(StandardCharsets.UTF_8);

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile byte[] armedFor = new byte[0];
    private volatile Cut cut = Cut.NONE;
    private volatile boolean overtaking;
    final CountDownLatch cutNow = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch delivered = new CountDownLatch(1);

    CuttingProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next message that holds these bytes is cut, once. */
    void arm(Cut cut, String bytes) {
        this.armedFor = bytes.getBytes(StandardCharsets.UTF_8);
        this.cut = cut;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            var line = new Line(client, server);
            start(line::up);
            start(line::down);
        }
    }

    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallow;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() throws IOException, InterruptedException {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (holds(buffer, n, APPEND) && holds(buffer, n, armedFor) && cutNow.getCount() == 0 && overtaking) {
                    release.countDown();
                    delivered.await();
                }
                Cut mine = holds(buffer, n, armedFor) ? take() : Cut.NONE;
                if (mine == Cut.LATE_REQUEST || mine == Cut.OVERTAKING_REQUEST) {
                    overtaking = mine == Cut.OVERTAKING_REQUEST;
                    cutNow.countDown();
                    client.close();
                    release.await();
                    out.write(buffer, 0, n);
                    out.flush();
                    return; // the server works on it although nobody listens any more: down() sees it answer
                }
                swallow = mine == Cut.ANSWER;
                out.write(buffer, 0, n);
                out.flush();
            }
            server.close();
        }

        void down() throws IOException {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (client.isClosed()) {
                    delivered.countDown();
                    server.close();
                    return;
                }
                if (swallow) {
                    client.close();
                    server.close();
                    cutNow.countDown();
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
            client.close();
        }
    }

    private synchronized Cut take() {
        Cut taken = cut;
        cut = Cut.NONE;
        return taken;
    }

    private static boolean holds(byte[] buffer, int n, byte[] wanted) {
        for (int i = 0; wanted.length > 0 && i <= n - wanted.length; i++) {
            if (Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // a closed line ends its threads
                    }
                },
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
