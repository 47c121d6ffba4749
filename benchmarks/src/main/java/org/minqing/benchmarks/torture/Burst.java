package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many senders at once, each on its own; what becomes of one is nobody's concern. */
final class Burst {
    private Burst() {}

    /** One sender; asked again and again until the time is over. */
    interface Sender {
        void send(int number) throws Exception;
    }

    static void of(int senders, long millis, Sender sender) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < senders; i++) {
                int number = i;
                all.submit(() -> {
                    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                        try {
                            sender.send(number);
                        } catch (IOException refused) {
                            Thread.sleep(100);
                        }
                    }
                    return null;
                });
            }
        }
    }

    /** Connections on which so much is written and then nothing, kept for a while. */
    static void unfinished(int port, int connections, String beginning, long millis) throws InterruptedException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                try {
                    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                    open.add(socket);
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
                } catch (IOException refused) {
                    Thread.sleep(5);
                }
            }
            Thread.sleep(millis);
        } finally {
            for (Socket socket : open) {
                try {
                    socket.close();
                } catch (IOException gone) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
